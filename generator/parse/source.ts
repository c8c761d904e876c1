import type { Nodes, Parents } from "mdast";
import type { VFile } from "vfile";
import type { SourceRange, SourceText } from "../ir/source.js";
import { sourceOf } from "../text.js";
import { codeSpansOf } from "./inline.js";

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

/** A text that begins with a code span: what stands in it, trimmed, and the range of the rest. */
export interface LeadingCode {
  readonly code: SourceText;
  readonly rest: SourceRange;
}

/**
 * The code span that a range begins with. Two back-ticks alone, which Markdown takes as they stand,
 * are one without text.
 */
export function leadingCodeOf({ file, start, end }: SourceRange): LeadingCode | undefined {
  const text = sourceOf({ file, start, end });
  const empty = /^``(?!`)/.test(text) ? { start: 0, end: 2, marker: 1 } : undefined;
  const [first] = codeSpansOf(text);
  const span = first?.start === 0 ? first : empty;
  if (span === undefined) return undefined;
  const from = start + span.start;
  const to = start + span.end;
  const inner = text.slice(span.start + span.marker, span.end - span.marker);
  const code = inner.trim();
  const opening = span.marker + inner.length - inner.trimStart().length;
  const range =
    code === ""
      ? { file, start: from, end: to }
      : { file, start: from + opening, end: from + opening + code.length };
  return { code: { text: code, range }, rest: { file, start: to, end } };
}
