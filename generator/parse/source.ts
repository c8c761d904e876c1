import type { Nodes, Parents } from "mdast";
import type { ParseContext } from "./context.js";
import type { SourceRange, SourceText } from "../source/source.js";
import { sourceOf } from "../source/text.js";
import { codeSpansOf } from "./inline.js";

/** The range of a node in its document. */
export function rangeOf(node: Nodes, context: ParseContext): SourceRange {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined)
    throw new Error(`a ${node.type} without a position`);
  return { source: context.source, start, end };
}

/** The range of a node's first line. */
export function firstLineOf(node: Nodes, context: ParseContext): SourceRange {
  const range = rangeOf(node, context);
  const [line = ""] = sourceOf(range).split("\n", 1);
  return { ...range, end: range.start + line.length };
}

/** The range from a node's first child to its last, without its own markers and padding. */
export function contentRangeOf(node: Parents, context: ParseContext): SourceRange | undefined {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    source: context.source,
    start: rangeOf(first, context).start,
    end: rangeOf(last, context).end,
  };
}

/** A text that begins with a code span: what stands in it, trimmed, and the range of the rest. */
interface LeadingCode {
  readonly code: SourceText;
  readonly rest: SourceRange;
}

/**
 * The code span that a range begins with. Two back-ticks alone, which Markdown takes as they stand,
 * are one without text.
 */
export function leadingCodeOf({ source, start, end }: SourceRange): LeadingCode | undefined {
  const text = sourceOf({ source, start, end });
  if (!text.startsWith("`")) return undefined;
  const empty = /^``(?!`)/.test(text) ? { start: 0, end: 2, marker: 1 } : undefined;
  // Most cells are one span.
  const isSpan = /^`[^`]+`$/.test(text);
  const [first] = isSpan ? [{ start: 0, end: text.length, marker: 1 }] : codeSpansOf(text);
  const span = first?.start === 0 ? first : empty;
  if (span === undefined) return undefined;
  const from = start + span.start;
  const to = start + span.end;
  const inner = text.slice(span.start + span.marker, span.end - span.marker);
  const code = inner.trim();
  const opening = span.marker + inner.length - inner.trimStart().length;
  const range =
    code === ""
      ? { source, start: from, end: to }
      : { source, start: from + opening, end: from + opening + code.length };
  return { code: { text: code, range }, rest: { source, start: to, end } };
}
