import type { Table } from "mdast";
import type { ParseContext } from "./context.js";
import type { CallbackRole, Columns } from "../dialect/dialect.js";
import { integerOf, stringOf } from "../go/literal.js";
import { parseGoType } from "../go/type.js";
import { isGoIdentifier } from "../names.js";
import type { SourceText } from "../source/source.js";
import { readCell, type CellContent } from "./cell.js";
import { headerRoles, roleNamed, titleOf } from "./columns.js";
import type { CallbackDraft, ConditionDraft, ConditionValueDraft } from "./draft.js";
import { isAbsent, isTodo, isValidName, reportBareText, requiredCode } from "./row.js";
import { rowsOf, type Row } from "./table.js";

/** A role of a column, or the title of one that is a field of the envelope. */
type Role = CallbackRole | `field ${string}`;

/** Tells whether a table is about callbacks. */
export function isCallbackTable(table: Table, context: ParseContext): boolean {
  const { callbacks } = context.dialect.columns;
  const roles = titlesIn(table, context).map(({ text }) => roleNamed(text, callbacks));
  return roles.some((role) => role === "envelope" || role === "message" || role === "reply");
}

/** Reads the tables of a section of callbacks. */
export function parseCallbacks(tables: readonly Table[], context: ParseContext): CallbackDraft[] {
  return tables.flatMap((table) => tableCallbacks(table, context));
}

function tableCallbacks(table: Table, context: ParseContext): CallbackDraft[] {
  const titles = titlesIn(table, context);
  const { callbacks } = context.dialect.columns;
  const replies = titles.find(({ text }) => roleNamed(text, callbacks) === "reply");
  const role = replies === undefined ? "message" : "reply";
  const both = titles.find(({ text }) => roleNamed(text, callbacks) === "message");
  if (replies !== undefined && both !== undefined) {
    const parameters = { content: "column of replies", expected: "a table of its own for them" };
    context.report("misplaced-content", replies.range, parameters);
  }
  const columns = columnsOf(titles, role, callbacks);
  const [header] = table.children;
  const roles = header && headerRoles<Role>(header, columns, context);
  if (roles === undefined) context.readTables.add(table);
  const fields = titles.filter(({ text }) => isField(text, callbacks));
  return (roles === undefined ? [] : rowsOf(table, columns, context, roles)).flatMap(
    (row) => callbackOf(row, role, fields, context) ?? [],
  );
}

function titlesIn({ children: [header] }: Table, context: ParseContext): CellContent[] {
  return header?.children.map((cell) => readCell(cell, context)) ?? [];
}

function isField(title: string, columns: Columns<CallbackRole>): boolean {
  return title !== "" && roleNamed(title, columns) === undefined;
}

/** Returns the columns of a table: those of all tables, and one for each field of the envelope. */
function columnsOf(
  titles: readonly CellContent[],
  role: CallbackDraft["role"],
  columns: Columns<CallbackRole>,
): Columns<Role> {
  const fields = titles.filter(({ text }) => isField(text, columns));
  const own = Object.fromEntries(fields.map(({ text }) => [`field ${text}`, [text]]));
  return {
    titles: { ...columns.titles, ...own } as Columns<Role>["titles"],
    required: [...columns.required, role],
  };
}

function callbackOf(
  row: Row<Role>,
  role: CallbackDraft["role"],
  fields: readonly SourceText[],
  context: ParseContext,
): CallbackDraft | undefined {
  if (isTodo(row, context)) return undefined;
  reportBareText(row, (text) => text === "-", context);
  const { cells, columns, documentation } = row;
  const name = requiredCode(cells.name, "Name", context);
  const envelope = requiredCode(cells.envelope, "Envelope", context);
  const message = isAbsent(cells[role])
    ? undefined
    : requiredCode(cells[role], titleOf(role, columns), context);
  const conditions = fields.map((field) =>
    conditionOf(field, cells[`field ${field.text}`], context),
  );
  if (name === undefined || envelope === undefined || !isValidName(name, context)) return undefined;
  return {
    role,
    name,
    envelope: parseGoType(envelope, context.report),
    ...(message !== undefined && { message: parseGoType(message, context.report) }),
    conditions,
    ...documentation,
  };
}

function conditionOf(
  { text, range }: SourceText,
  cell: CellContent | undefined,
  context: ParseContext,
): ConditionDraft {
  const field = { text, range };
  if (cell === undefined || isAbsent(cell)) return { field };
  const value = cell.kind === "code" ? valueOf(cell) : undefined;
  // Text without back-ticks is reported as such.
  if (value === undefined && cell.kind === "code")
    context.report("invalid-callback-value", cell.range, { text: cell.text });
  return { field, value: value ?? { kind: "invalid", range: cell.range } };
}

function valueOf({ text, range }: SourceText): ConditionValueDraft | undefined {
  if (text === "true" || text === "false")
    return { kind: "literal", value: text === "true", range };
  if (isGoIdentifier(text)) return { kind: "constant", name: text, range };
  const [, sign, digits = ""] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  const integer = integerOf(digits);
  const value = integer === undefined ? quotedText(text) : sign === "-" ? -integer : integer;
  return value === undefined ? undefined : { kind: "literal", value, range };
}

/** Returns the text in quotation marks; back-ticks are those of Markdown. */
function quotedText(literal: string): string | undefined {
  return literal.startsWith('"') ? stringOf(literal) : undefined;
}
