import type { TableCell } from "mdast";
import type { ParseContext } from "./context.js";
import type { SourceRange, SourceText } from "../source/source.js";
import { contentRangeOf, leadingCodeOf, rangeOf } from "./source.js";
import { sourceOf } from "../source/text.js";

/** What a cell of a Name, JSON, XML or Type column holds. */
export type CellContent =
  | { readonly kind: "blank"; readonly range: SourceRange }
  | { readonly kind: "code"; readonly source: SourceText }
  | { readonly kind: "text"; readonly source: SourceText };

/**
 * Reads a cell. An empty code span (two back-ticks, which Markdown takes as they stand) is code
 * without text, and so differs from a blank cell.
 */
export function contentOf(cell: TableCell, context: ParseContext): CellContent {
  const range = contentRangeOf(cell, context);
  if (range === undefined) return { kind: "blank", range: paddingOf(rangeOf(cell, context)) };
  const { code, rest } = leadingCodeOf(range) ?? {};
  if (code !== undefined && rest?.start === rest?.end) {
    return { kind: "code", source: { ...code, text: code.text.replaceAll("\\|", "|") } };
  }
  return { kind: "text", source: { text: sourceOf(range), range } };
}

/** The text of a cell, code span or not; nothing for a blank one. */
export function textOf(content: CellContent): string {
  return content.kind === "blank" ? "" : content.source.text;
}

/** The place to report a cell at: its word, or the cell itself where it has none. */
export function placeOf(content: CellContent): SourceRange {
  return content.kind === "blank" ? content.range : content.source.range;
}

/** The white space of a blank cell, or its bar where there is none. */
function paddingOf(cell: SourceRange): SourceRange {
  const [, opening = "", padding = ""] = /^(\|?)(\s*)/.exec(sourceOf(cell)) ?? [];
  if (padding === "") return { ...cell, end: cell.start + opening.length };
  const start = cell.start + opening.length;
  return { ...cell, start, end: start + padding.length };
}
