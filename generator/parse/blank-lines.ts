import { cellsIn } from "./bars.js";
import type { ParseContext } from "./context.js";
import { DELIMITERS } from "./lost.js";

/** A mark in the place of a blank line or of the mark of a list, which Markdown takes for the end of a table. */
const FILLED = "·";

/**
 * Fills blank lines in the documentation of a row, below which the rows of its table go on: Markdown would take
 * them for a text. All places stay the same, so that only lines of white space can be filled. Lines that begin as
 * lists and indented code do end a table as well, and lose their marks; their text is read from the source.
 */
export function withFilledLines(text: string, { dialect }: ParseContext): string {
  if (!dialect.continuedRows || !DELIMITER_LINE.test(text)) return text;
  const lines = text.split("\n");
  let columns = 0;
  // The next row below lines of lists: to look for it from each of them takes quadratic time.
  let next = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "" || isDelimiters(line)) next = 0;
    if (isDelimiters(line)) columns = cellsIn(line).length;
    else if (line.trim() === "" && columns > 0) {
      if (line !== "" && rowBelow(lines, index, columns) < Infinity)
        lines[index] = FILLED + line.slice(FILLED.length);
      else columns = 0;
    } else if (columns > 0 && BLOCK.test(line)) {
      if (next <= index) next = rowBelow(lines, index, columns, isRowOfAny);
      if (next < Infinity) lines[index] = line.replace(BLOCK, (mark) => FILLED.repeat(mark.length));
    }
  }
  return lines.join("\n");
}

const DELIMITER_LINE = /^[ \t|:]*-+[-|: \t]*$/m;

function isDelimiters(line: string): boolean {
  return line.includes("|") && DELIMITERS.test(line);
}

/** Returns the index of the first row in the lines up to the next blank one or another table; infinite without one. */
function rowBelow(
  lines: readonly string[],
  above: number,
  columns: number,
  isRowOf = isNamedRowOf,
): number {
  for (let index = above + 1; (lines[index] ?? "").trim() !== ""; index++) {
    const line = lines[index] ?? "";
    if (isDelimiters(lines[index + 1] ?? "") || /^ {0,3}(?:#{1,6}\s|```|~~~)/.test(line))
      return Infinity;
    if (isRowOf(line, columns)) return index;
  }
  return Infinity;
}

function isNamedRowOf(line: string, columns: number): boolean {
  return ROW.test(line) && cellsIn(line).length === columns;
}

/** Tells whether a line is a row with a name or with as many cells as the table has columns. */
function isRowOfAny(line: string, columns: number): boolean {
  return ROW.test(line) || (line.includes("|") && cellsIn(line).length === columns);
}

/** The beginning of an item of a list, or the indentation of code. */
const BLOCK = /^(?: {0,3}(?:[-+*]|\d{1,9}[.)])(?=[ \t])|(?: {4}|\t)[ \t]*(?=\S))/;

/** A line that begins with the name of a field. */
const ROW = /^\|?[ \t]*[A-Za-z_][\w.[\]-]*[ \t]*\|/;
