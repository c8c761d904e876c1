import type { ParseContext } from "./context.js";
import { isGoIdentifier } from "../names.js";
import { characterHint } from "../source/hints.js";
import type { SourceText } from "../source/source.js";
import { TEXT_ROLES, type MeaningRole } from "../dialect/dialect.js";
import type { CellContent } from "./cell.js";
import { titleOf } from "./columns.js";
import type { Row } from "./table.js";

/** The columns whose cells hold code. */
type Code<Role extends string> = Exclude<Role, "doc" | "note" | "ignore" | MeaningRole>;

/** Whether a row is put off by a `TODO` in a cell that holds code; that is reported. */
export function isTodo<Role extends string>(
  { cells, columns }: Row<Role>,
  context: ParseContext,
): boolean {
  for (const [role, cell] of codeCellsOf(cells)) {
    if (cell.text !== "TODO") continue;
    context.report("skipped-todo", cell.range, { column: titleOf(role, columns) });
    return true;
  }
  return false;
}

/** Reports the cells that hold code and are not in back-ticks. */
export function reportBareText<Role extends string>(
  { cells, columns }: Row<Role>,
  isBare: (text: string, role: Code<Role>) => boolean,
  context: ParseContext,
): void {
  for (const [role, cell] of codeCellsOf(cells)) {
    if (cell.kind !== "text" || isBare(cell.text, role)) continue;
    const { text, range } = cell;
    const isUnbalanced = (text.match(/`+/g) ?? []).length % 2 === 1;
    const hint = /^(?:todo|tbd|待定|待补充)(?![a-z])/i.test(text)
      ? "write `TODO`"
      : characterHint(text);
    const rule = isUnbalanced ? "unbalanced-backtick" : "missing-code-span";
    const word = text.replaceAll(/^`|`$/g, "");
    const edits = hint === undefined && isPlainCode(word) ? [{ range, text: `\`${word}\`` }] : [];
    context.report(rule, range, { column: titleOf(role, columns), text }, { hint, edits });
  }
}

/** Whether a text means the same in a code span: it has neither white space nor marks of Markdown. */
export function isPlainCode(text: string): boolean {
  return /^[\p{L}\p{N}_.[\]*/:{}-]+$/u.test(text) && !/^([*_]).*\1$/.test(text);
}

/** Whether a cell is blank, or an empty code span. */
export function isBlank(cell: CellContent): boolean {
  return cell.text === "";
}

/** Whether a cell holds nothing, or the dash that stands for it. */
export function isAbsent(cell: CellContent): boolean {
  return isBlank(cell) || cell.text === "-";
}

/** The code of a cell that must have some; a blank one, or a dash, is reported. */
export function requiredCode(
  cell: CellContent,
  column: string,
  context: ParseContext,
): SourceText | undefined {
  if (cell.kind === "code" && cell.text !== "" && cell.text !== "-") return cell;
  // Text without back-ticks is reported as such.
  if (cell.kind === "text" && cell.text !== "-") return undefined;
  context.report("missing-cell", cell.range, { column, text: cell.text });
  return undefined;
}

/** Whether a name is an identifier; any other is reported. */
export function isValidName({ text: name, range }: SourceText, context: ParseContext): boolean {
  if (isGoIdentifier(name)) return true;
  context.report("invalid-identifier", range, { name }, { hint: characterHint(name) });
  return false;
}

/** Returns the cells for code that are not blank, with their roles. */
function codeCellsOf<Role extends string>(cells: Readonly<Record<Role, CellContent>>) {
  const found: [Code<Role>, CellContent][] = [];
  for (const role of Object.keys(cells) as Role[]) {
    if (cells[role].kind !== "blank" && !TEXT_ROLES.has(role)) {
      found.push([role as Code<Role>, cells[role]]);
    }
  }
  return found;
}
