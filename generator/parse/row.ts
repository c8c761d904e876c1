import { report } from "../diagnostics/report.js";
import type { SourceText } from "../ir/source.js";
import { placeOf, textOf, type CellContent } from "./cell.js";
import type { Row } from "./table.js";

/** The columns whose cells hold code. */
type Code<Column extends string> = Exclude<Column, "Doc">;

/** Whether a row is put off by a `TODO` in a cell that holds code; that is reported. */
export function isTodo<Column extends string>({ cells }: Row<Column>): boolean {
  for (const [column, cell] of codeCellsOf(cells)) {
    if (textOf(cell) !== "TODO") continue;
    report("skipped-todo", placeOf(cell), { column });
    return true;
  }
  return false;
}

/** Whether the cells that hold code are in back-ticks; those that are not are reported. */
export function hasCodeSpans<Column extends string>(
  { cells }: Row<Column>,
  isBare: (text: string, column: Code<Column>) => boolean,
): boolean {
  let valid = true;
  for (const [column, cell] of codeCellsOf(cells)) {
    if (cell.kind !== "text" || isBare(cell.source.text, column)) continue;
    const { text, range } = cell.source;
    const isUnbalanced = (text.match(/`+/g) ?? []).length % 2 === 1;
    report(isUnbalanced ? "unbalanced-backtick" : "missing-code-span", range, { column, text });
    valid = false;
  }
  return valid;
}

/** Whether a cell is blank, or an empty code span. */
export function isBlank(cell: CellContent): boolean {
  return textOf(cell) === "";
}

/** Whether a cell holds nothing, or the dash that stands for it. */
export function isAbsent(cell: CellContent): boolean {
  return isBlank(cell) || textOf(cell) === "-";
}

/** The text of a cell that must have some; a blank one, or a dash, is reported. */
export function requiredText(cell: CellContent, column: string): SourceText | undefined {
  if (!isAbsent(cell)) return sourceTextOf(cell);
  report("missing-cell", placeOf(cell), { column });
  return undefined;
}

/** The text of a cell, and its place. */
export function sourceTextOf(cell: CellContent): SourceText {
  return { text: textOf(cell), range: placeOf(cell) };
}

function codeCellsOf<Column extends string>(cells: Readonly<Record<Column, CellContent>>) {
  const entries = Object.entries(cells) as [Column, CellContent][];
  return entries.filter((entry): entry is [Code<Column>, CellContent] => entry[0] !== "Doc");
}
