import type { ParseContext } from "./context.js";
import { characterHint } from "../source/hints.js";
import type { SourceText } from "../source/source.js";
import { placeOf, textOf, type CellContent } from "./cell.js";
import type { Row } from "./table.js";

/** The columns whose cells hold code. */
type Code<Column extends string> = Exclude<Column, "Doc">;

/** Whether a row is put off by a `TODO` in a cell that holds code; that is reported. */
export function isTodo<Column extends string>(
  { cells }: Row<Column>,
  context: ParseContext,
): boolean {
  for (const [column, cell] of codeCellsOf(cells)) {
    if (textOf(cell) !== "TODO") continue;
    context.report("skipped-todo", placeOf(cell), { column });
    return true;
  }
  return false;
}

/** Reports the cells that hold code and are not in back-ticks. */
export function reportBareText<Column extends string>(
  { cells }: Row<Column>,
  isBare: (text: string, column: Code<Column>) => boolean,
  context: ParseContext,
): void {
  for (const [column, cell] of codeCellsOf(cells)) {
    if (cell.kind !== "text" || isBare(cell.source.text, column)) continue;
    const { text, range } = cell.source;
    const isUnbalanced = (text.match(/`+/g) ?? []).length % 2 === 1;
    const hint = /^(?:todo|tbd|待定|待补充)(?![a-z])/i.test(text)
      ? "write `TODO`"
      : characterHint(text);
    const rule = isUnbalanced ? "unbalanced-backtick" : "missing-code-span";
    context.report(rule, range, { column, text }, { hint });
  }
}

/** Whether a cell is blank, or an empty code span. */
export function isBlank(cell: CellContent): boolean {
  return textOf(cell) === "";
}

/** Whether a cell holds nothing, or the dash that stands for it. */
export function isAbsent(cell: CellContent): boolean {
  return isBlank(cell) || textOf(cell) === "-";
}

/** The code of a cell that must have some; a blank one, or a dash, is reported. */
export function requiredCode(
  cell: CellContent,
  column: string,
  context: ParseContext,
): SourceText | undefined {
  if (cell.kind === "code" && cell.source.text !== "" && cell.source.text !== "-")
    return cell.source;
  // Text without back-ticks is reported as such.
  if (cell.kind === "text" && textOf(cell) !== "-") return undefined;
  context.report("missing-cell", placeOf(cell), { column, text: textOf(cell) });
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
