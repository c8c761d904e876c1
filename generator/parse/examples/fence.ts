import type { Code } from "mdast";
import type { SourceRange } from "../../source/source.js";
import { sourceOf } from "../../source/text.js";
import type { ParseContext } from "../context.js";
import { rangeOf } from "../source.js";
import { parseJson, type JsonExample } from "./json.js";
import { parseXml, type XmlExample } from "./xml.js";

/** Reads the example in JSON in a fence, or in indented code; mistakes in it are reported. */
export function examplesIn(node: Code, context: ParseContext): JsonExample[] {
  const example = exampleIn(node, context);
  for (const { message, range } of example?.mistakes ?? [])
    context.report("invalid-example", range, { mistake: message, language: "JSON" });
  return example === undefined ? [] : [example];
}

/** Reads the example in JSON in a fence, or in indented code. */
export function exampleIn(node: Code, context: ParseContext): JsonExample | undefined {
  return parseJson(codeRange(node, context));
}

/** Reads the message in XML in a fence, or in indented code; mistakes in it are reported. */
export function messagesIn(node: Code, context: ParseContext): XmlExample[] {
  const message = parseXml(codeRange(node, context));
  for (const { message: mistake, range } of message?.mistakes ?? [])
    context.report("invalid-example", range, { mistake, language: "XML" });
  return message === undefined ? [] : [message];
}

/** Returns the place of the lines of code between those of a fence. */
function codeRange(node: Code, context: ParseContext): SourceRange {
  const range = rangeOf(node, context);
  const text = sourceOf(range);
  const [opening = ""] = /^(?:`{3,}|~{3,})[^\n]*/.exec(text) ?? [];
  const closing = opening === "" ? "" : (/\n[ \t]*(?:`{3,}|~{3,})[ \t]*$/.exec(text)?.[0] ?? "");
  return {
    ...range,
    start: range.start + opening.length,
    end: range.end - closing.length,
  };
}
