import type { InlineCode, Nodes, Parents } from "mdast";
import type { VFile } from "vfile";
import type { SourceRange, SourceText } from "../ir/source.js";
import { sourceOf } from "../text.js";

/** The range of a node in its document. */
export function rangeOf(node: Nodes, file: VFile): SourceRange {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined)
    throw new Error(`a ${node.type} without a position`);
  return { file, start, end };
}

/** The range of a node's first line. */
export function firstLineOf(node: Nodes, file: VFile): SourceRange {
  const range = rangeOf(node, file);
  const [line = ""] = sourceOf(range).split("\n", 1);
  return { ...range, end: range.start + line.length };
}

/** The range from a node's first child to its last, without its own markers and padding. */
export function contentRangeOf(node: Parents, file: VFile): SourceRange | undefined {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { file, start: rangeOf(first, file).start, end: rangeOf(last, file).end };
}

/** What stands between the back-ticks of a code span, trimmed. */
export function codeTextOf(node: InlineCode, file: VFile): SourceText {
  const range = rangeOf(node, file);
  const [, opening = ""] = /^(`+\s*)/.exec(sourceOf(range)) ?? [];
  const [closing = ""] = /\s*`+$/.exec(sourceOf(range)) ?? [];
  const text = node.value.trim();
  if (text === "") return { text, range };
  return {
    text,
    range: { file, start: range.start + opening.length, end: range.end - closing.length },
  };
}
