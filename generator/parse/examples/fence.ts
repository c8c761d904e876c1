import type { Code } from "mdast";
import { sourceOf } from "../../source/text.js";
import type { ParseContext } from "../context.js";
import { rangeOf } from "../source.js";
import { parseJson, type JsonExample } from "./json.js";

/** Reads the example in JSON in a fence, or in indented code; mistakes in it are reported. */
export function examplesIn(node: Code, context: ParseContext): JsonExample[] {
  const example = exampleIn(node, context);
  for (const { message, range } of example?.mistakes ?? [])
    context.report("invalid-example", range, { mistake: message });
  return example === undefined ? [] : [example];
}

/** Reads the example in JSON in a fence, or in indented code. */
export function exampleIn(node: Code, context: ParseContext): JsonExample | undefined {
  const range = rangeOf(node, context);
  const text = sourceOf(range);
  const [opening = ""] = /^(?:`{3,}|~{3,})[^\n]*/.exec(text) ?? [];
  const closing = opening === "" ? "" : (/\n[ \t]*(?:`{3,}|~{3,})[ \t]*$/.exec(text)?.[0] ?? "");
  return parseJson({
    ...range,
    start: range.start + opening.length,
    end: range.end - closing.length,
  });
}
