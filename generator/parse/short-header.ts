import { cellsIn } from "./bars.js";
import type { ParseContext } from "./context.js";

/** A line that ends with a bar and white space, and the delimiter row below it. */
const HEADER =
  /^([^\n]*\|)[ \t]([ \t]*)\n(?=([ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+)(?:\n|$))/gm;

/**
 * Writes the bar of a last title that is blank, which Markdown takes for the end of the row: the table would be a
 * text. All places stay the same.
 */
export function withBlankTitles(text: string, { dialect }: ParseContext): string {
  if (!dialect.continuedRows) return text;
  return text.replaceAll(HEADER, (line, header: string, space: string, delimiters: string) =>
    cellsIn(delimiters).length === cellsIn(header).length + 1 ? `${header}|${space}\n` : line,
  );
}
