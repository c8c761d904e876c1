import type { SourceRange } from "../../source/source.js";
import type { SuggestedEnum } from "./members.js";

/** Returns the Go fence of an enum. */
export function fenceOf({ name, base, documentation, members }: SuggestedEnum): string {
  const isText = base === "string";
  const lines = members.flatMap((member) => {
    const full = name + member.name;
    const value = isText ? JSON.stringify(member.value) : member.value;
    return [`\t// ${full} ${member.label}`, `\t${full} ${name} = ${value}`];
  });
  return [
    "```go",
    ...(documentation === "" ? [] : [`// ${name} ${documentation}`]),
    `type ${name} ${base}`,
    "",
    "const (",
    ...lines,
    ")",
    "```",
  ].join("\n");
}

/**
 * Returns the place of a fence above a model: that of its heading, or of the fence that it is in, and of the
 * comments right before it.
 */
export function placeOfFence({ source, start }: SourceRange): SourceRange {
  const lines = source.text.slice(0, start).split("\n");
  const isHeading = /^ {0,3}#/.test(lines.at(-1) ?? "");
  const line = isHeading ? lines.length - 1 : lines.findLastIndex((text) => FENCE.test(text));
  const above = lines.slice(0, Math.max(0, line));
  while (COMMENT.test(above.at(-1) ?? "") && above.some((text) => !BLANK.test(text))) above.pop();
  const blank = lines.slice(above.length).findIndex((text) => !BLANK.test(text));
  const place = lines.slice(0, above.length + Math.max(0, blank)).join("\n").length;
  const offset = place === 0 ? 0 : place + 1;
  return { source, start: offset, end: offset };
}

const FENCE = /^\s*(?:`{3,}|~{3,})/;

/** A comment in a line of its own, or an empty line. */
const COMMENT = /^\s*(?:<!--.*-->\s*)?$/;

const BLANK = /^\s*$/;
