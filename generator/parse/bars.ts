import type { Edit } from "../source/diagnostic.js";
import { applyEdits } from "../source/edits.js";
import type { SourceRange } from "../source/source.js";
import { sourceOf } from "../source/text.js";
import { codeSpansOf } from "./inline.js";

/** Returns the cells of a row: bars at its ends count for none. */
export function cellsIn(row: string, bar: RegExp = /(?<!\\)\|/): string[] {
  return row
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(bar)
    .map((cell) => cell.trim());
}

/** Returns cells as a row in the style of another one: with its indentation, its bars at the ends, and spaces. */
export function rowLike(row: string, cells: readonly string[]): string {
  const [indent = ""] = /^\s*/.exec(row) ?? [];
  const text = row.trim();
  const space = hasSpaces(row) ? " " : "";
  const opening = text.startsWith("|") ? `|${space}` : "";
  // A bar at the end closes the cell before it: a blank cell needs its own.
  const closing = /(?<!\\)\|$/.test(text) || cells.at(-1) === "" ? `${space}|` : "";
  return indent + opening + cells.join(`${space}|${space}`) + closing;
}

/** Tells whether a row has spaces beside its bars. */
export function hasSpaces(row: string): boolean {
  return / \||\| /.test(row.trim());
}

/** Returns the edits that escape the bars in the code spans of a row, if it has the expected number of cells then. */
export function escapingEdits(range: SourceRange, columns: number): Edit[] {
  const text = sourceOf(range);
  const bars = codeSpansOf(text).flatMap(({ start, end }) =>
    Array.from(
      text.slice(start, end).matchAll(/(?<!\\)\|/g),
      ({ index }) => range.start + start + index,
    ),
  );
  const edits = bars.map((start) => ({ range: { ...range, start, end: start }, text: "\\" }));
  const escaped = applyEdits(
    text,
    edits.map((edit) => {
      const start = edit.range.start - range.start;
      return { ...edit, range: { ...range, start, end: start } };
    }),
  );
  const cells = cellsIn(escaped);
  // Back-ticks that belong to several cells are no code spans.
  const isClear = cells.every((cell) => (cell.match(/`+/g) ?? []).length % 2 === 0);
  return cells.length === columns && isClear ? edits : [];
}
