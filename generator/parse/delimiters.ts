import type { Edit } from "../source/diagnostic.js";
import { cellsIn, escapingEdits, hasSpaces, rowLike } from "./bars.js";
import type { Line } from "./lines.js";
import { DELIMITERS } from "./lost.js";

/** The row of dashes of a table, which is the beginning of a list to Markdown: `- | - | -`. */
export const LISTED_DELIMITERS = /^\s*-\s+\|[\s|:-]*$/;

/** Lines below a header that are looked at. */
const LONGEST = 4000;

/**
 * Returns the edit of a row of dashes that has not as many cells as its header: the row below must have as many,
 * so that the header is right.
 */
export function delimiterEdits(header: Line, delimiters: Line, row: Line | undefined): Edit[] {
  const { length } = cellsIn(header.text);
  const isRow = row !== undefined && hasCells(row, length);
  const isClear = isRow && length > 1 && isAtMargin(header) && isAtMargin(delimiters);
  return isClear ? [{ range: delimiters.range, text: delimitersBelow(header, delimiters) }] : [];
}

/** Tells whether a row has as many cells, after its code has been mended if need be. */
function hasCells({ text, range }: Line, length: number): boolean {
  return cellsIn(text).length === length || escapingEdits(range, length).length > 0;
}

/** Returns the edit of a header without a row of dashes right below it, if the row below has as many cells. */
export function headerEdits(header: Line): Edit[] {
  const { source, end } = header.range;
  const { length } = cellsIn(header.text);
  if (length < 2 || !isAtMargin(header)) return [];
  const next = /\n((?:[ \t]*\n)*)(.*)(?:\n(.*))?/y;
  next.lastIndex = end;
  const [, gap = "", line = "", row = ""] = next.exec(source.text.slice(0, end + LONGEST)) ?? [];
  const start = end + 1 + gap.length;
  const isEqual = cellsIn(line).length === length;
  if (LISTED_DELIMITERS.test(line)) {
    const given = { text: line, range: { source, start, end: start + line.length } };
    const isClear = gap === "" && (isEqual || cellsIn(row).length === length);
    return isClear ? [{ range: given.range, text: delimitersBelow(header, given) }] : [];
  }
  if (DELIMITERS.test(line))
    return isEqual && gap !== ""
      ? [{ range: { source, start: end + 1, end: start }, text: "" }]
      : [];
  if (gap !== "" || !isEqual || /^\s*>/.test(line)) return [];
  return [{ range: { source, start: end, end }, text: `\n${delimitersBelow(header)}` }];
}

/** Returns the row of dashes of a header, with the colons of another one. */
function delimitersBelow({ text }: Line, given?: Line): string {
  const written = given === undefined ? [] : cellsIn(given.text);
  // Markdown takes a dash with a space behind it for a list.
  const dash = hasSpaces(text) ? "---" : "-";
  const cells = cellsIn(text).map((_, index) => {
    const cell = written[index] ?? dash;
    return cell === "-" ? dash : cell;
  });
  return rowLike(text, cells);
}

/** Tells whether a line is neither in a quote nor in a list. */
function isAtMargin({ text, range: { source, start } }: Line): boolean {
  const begin = source.text.lastIndexOf("\n", start - 1) + 1;
  return /^ {0,3}$/.test(source.text.slice(begin, start)) && !/^\s*>/.test(text);
}
