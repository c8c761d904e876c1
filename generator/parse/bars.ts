import type { Edit } from "../source/diagnostic.js";
import type { Line } from "./lines.js";
import { DELIMITERS } from "./lost.js";

/** Returns the cells of a row: bars at its ends count for none. */
export function cellsIn(row: string, bar: RegExp = /(?<!\\)\|/): string[] {
  return row
    .trim()
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split(bar)
    .map((cell) => cell.trim());
}

/**
 * Returns the edit of a row of dashes that has not as many cells as its header: the row below must have as many,
 * so that the header is right.
 */
export function delimiterEdits(header: Line, delimiters: Line, row: Line | undefined): Edit[] {
  const { length } = cellsIn(header.text);
  if (row === undefined || cellsIn(row.text).length !== length) return [];
  const given = cellsIn(delimiters.text);
  const cells = Array.from({ length }, (_, index) => given[index] ?? "-");
  const indent = /^\s*/.exec(delimiters.text)?.[0] ?? "";
  return [{ range: delimiters.range, text: `${indent}| ${cells.join(" | ")} |` }];
}

/** Returns the edit of a header without a row of dashes right above a row with as many cells. */
export function headerEdits({ text, range }: Line): Edit[] {
  const { source, end } = range;
  const [next = ""] = /^.*/.exec(source.text.slice(end + 1, end + 2000)) ?? [];
  const { length } = cellsIn(text);
  const isRow = length > 1 && /^\s*\|/.test(next) && !DELIMITERS.test(next);
  if (!isRow || !/^\s*\|/.test(text) || cellsIn(next).length !== length) return [];
  return [{ range: { source, start: end, end }, text: `\n|${" - |".repeat(length)}` }];
}
