import { cellsIn } from "./bars.js";
import type { ParseContext } from "./context.js";
import { DELIMITERS } from "./lost.js";

/** A line in the place of a blank one, which Markdown takes for the end of a table. */
const FILLED = "·";

/**
 * Fills blank lines in the documentation of a row, below which the rows of its table go on: Markdown would take
 * them for a text. All places stay the same, so that only lines of white space can be filled.
 */
export function withFilledLines(text: string, { dialect }: ParseContext): string {
  if (!dialect.continuedRows || !DELIMITER_LINE.test(text)) return text;
  const lines = text.split("\n");
  let columns = 0;
  for (const [index, line] of lines.entries()) {
    if (isDelimiters(line)) columns = cellsIn(line).length;
    else if (line.trim() === "" && columns > 0) {
      if (line !== "" && hasRow(lines, index + 1, columns))
        lines[index] = FILLED + line.slice(FILLED.length);
      else columns = 0;
    }
  }
  return lines.join("\n");
}

const DELIMITER_LINE = /^[ \t|:]*-+[-|: \t]*$/m;

function isDelimiters(line: string): boolean {
  return line.includes("|") && DELIMITERS.test(line);
}

/** Tells whether a row of a table is in the lines up to the next blank one, and no table of its own. */
function hasRow(lines: readonly string[], start: number, columns: number): boolean {
  for (let index = start; (lines[index] ?? "").trim() !== ""; index++) {
    const line = lines[index] ?? "";
    const isRow = ROW.test(line) && cellsIn(line).length === columns;
    if (isDelimiters(lines[index + 1] ?? "")) return false;
    if (isRow) return true;
  }
  return false;
}

/** A line that begins with the name of a field. */
const ROW = /^\|?[ \t]*[A-Za-z_][\w.[\]-]*[ \t]*\|/;
