import type { TableCell } from "mdast";
import type { ParseContext } from "./context.js";
import type { SourceRange, SourceText } from "../source/source.js";
import { contentRangeOf, leadingCodeOf, rangeOf } from "./source.js";
import { sourceOf } from "../source/text.js";

/** The content of a cell with its place: its word, or the cell itself where it has none. */
export interface CellContent extends SourceText {
  readonly kind: "blank" | "code" | "text";
}

/**
 * Reads a cell. An empty code span (two back-ticks, which Markdown takes as they stand) is code
 * without text, and so differs from a blank cell.
 */
export function readCell(cell: TableCell, context: ParseContext): CellContent {
  const range = contentRangeOf(cell, context);
  if (range === undefined)
    return { kind: "blank", text: "", range: paddingOf(rangeOf(cell, context)) };
  const { code, rest } = leadingCodeOf(range) ?? {};
  if (code !== undefined && rest?.start === rest?.end) {
    return { ...code, kind: "code", text: code.text.replaceAll("\\|", "|") };
  }
  return { kind: "text", text: sourceOf(range), range };
}

/** Returns the range of the white space of a blank cell, or of its bar if the cell has no width. */
function paddingOf(cell: SourceRange): SourceRange {
  const [, opening = "", padding = ""] = /^(\|?)(\s*)/.exec(sourceOf(cell)) ?? [];
  if (padding === "") return { ...cell, end: cell.start + opening.length };
  const start = cell.start + opening.length;
  return { ...cell, start, end: start + padding.length };
}
