import type { Block } from "./blocks.js";
import type { Table } from "mdast";
import { meaningOf, type Dialect, type FieldRole, type ValueRole } from "../../dialect/dialect.js";
import type { ParseContext } from "../context.js";
import { readCell } from "../cell.js";
import { roleNamed, type Roles } from "../columns.js";
import { isContinuation } from "../continued-rows.js";
import { plainText } from "./plain.js";
import { isRowName } from "./row-name.js";
import { expressionOf } from "./sections.js";
import { statusColumn } from "./statuses.js";

/** The kind of things that the rows of a table are. */
export type TableKind = "fields" | "headers" | "statuses" | "values" | "endpoint" | "other";

/** Tells what the rows of a table are by its titles, and by its first cells where the titles don't tell. */
export function kindOf(table: Table, context: ParseContext): TableKind {
  const [titles = [], ...rows] = textsOf(table, context);
  const { dialect } = context;
  if (titles.some((title) => HEADERS.test(title)) && hasNames(table, context)) return "headers";
  if (statusColumn(titles, rows) >= 0) return "statuses";
  if (valueRoles(titles, rows, dialect) !== undefined) return "values";
  const roles = new Set(titles.map((title) => roleNamed(title, dialect.columns.fields)));
  if (roles.has("type")) return "fields";
  const headings = new Set(titles.map((title) => headingRole(title, dialect)));
  if (headings.has("url") && headings.has("method") && rows.length === 1) return "endpoint";
  const first = new Set(rows.map(([title = ""]) => headingRole(title, dialect)));
  if (first.has("url") && first.has("method") && titles.length === 2) return "endpoint";
  const isNamed = roles.has("name") && roles.has("doc");
  const names = rows.map(([first = ""]) => first.replace(INDENT, ""));
  const areNames = rows.length > 0 && areNamesOf(names, roles, dialect);
  return isNamed && areNames ? "fields" : "other";
}

/** Tells whether the first cells of rows are names of fields; a few others count where each of them is reported. */
function areNamesOf(
  names: readonly string[],
  roles: ReadonlySet<FieldRole | undefined>,
  { continuedRows }: Dialect,
): boolean {
  if (!continuedRows) return names.every((name) => NAME.test(name));
  const known = names.filter(isRowName).length;
  const isSure = roles.has("required") || roles.has("optional");
  return known > 0 && (isSure || known * 2 >= names.length);
}

/** Tells whether one of the blocks below a heading is a table of a kind. */
export function hasTable(
  kind: ReturnType<typeof kindOf>,
  blocks: readonly Block[],
  context: ParseContext,
): boolean {
  return blocks.some((block) => block.kind === "table" && kindOf(block.node, context) === kind);
}

/** Tells whether the rows of a table are codes of errors, which are no values of a field. */
export function isOfErrors(table: Table, context: ParseContext): boolean {
  const [[first = ""] = []] = textsOf(table, context);
  return /^(?:全局)?(?:错误|返回)码$|^error ?code$/i.test(first);
}

/** Titles of columns that have the names of headers. */
const HEADERS = /^(?:(?:http|request) )?headers?(?: name)?$|^(?:请求头|头部)(?:名称?|字段|参数)?$/i;

/** Tells whether a table has a column of names. */
export function hasNames(table: Table, context: ParseContext): boolean {
  const [titles = []] = textsOf(table, context);
  return titles.some((title) => roleNamed(title, context.dialect.columns.fields) === "name");
}

/** Returns the roles of the columns of a table of values. */
export function rolesOfValues(table: Table, context: ParseContext): Roles<ValueRole> {
  const [titles = [], ...rows] = textsOf(table, context);
  return valueRoles(titles, rows, context.dialect) ?? titles.map(() => undefined);
}

/**
 * Returns the roles of columns whose titles stand one column too far to the left: words of types below the title of
 * documentation, and documentation below a blank title.
 */
export function shiftedRoles(table: Table, context: ParseContext): Roles<FieldRole> | undefined {
  const [[first = "", second = "", ...titles] = [], ...rows] = textsOf(table, context);
  const { columns, types } = context.dialect;
  const isShifted =
    titles.length === 1 &&
    titles[0] === "" &&
    roleNamed(first, columns.fields) === "name" &&
    roleNamed(second, columns.fields) === "doc" &&
    rows.every(([, type = ""]) => meaningOf(types, type.toLowerCase()) !== undefined);
  return isShifted ? ["name", "type", "doc"] : undefined;
}

/** Titles of values, whatever is beside them. */
const STRONG = /^(?:values?|integer|值|取值|枚举值|可选值)$/i;

/** A value as it is on the wire: a number, or a word in capitals. */
const LITERAL = /^(?:-?\d+|0x[\da-f]+|\d+ << \d+|[A-Z][A-Z\d_]*|"[^"]*")$/i;

/** Marks of a row that belongs to the one above. */
const INDENT = /^[\s»›└├│─↳→∟▸•◦]+/;

/** The name of a constant, which no field has. */
const CONSTANT = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;

/** The name of a field in another language than that of the reader. */
const NAME = /^[A-Za-z_][\w.-]*(?:\[\])?\??$/;

/**
 * Returns the roles of columns if they are those of values: a column of values, and a name or documentation
 * beside it. Columns of other titles are kept as documentation.
 */
function valueRoles(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  dialect: Dialect,
): Roles<ValueRole> | undefined {
  const roles = titles.map((title) => roleNamed(title, dialect.columns.values));
  const isTyped = titles.some((title) => roleNamed(title, dialect.columns.fields) === "type");
  const strong = titles.findIndex((title) => STRONG.test(title));
  const areLiterals = (column: number) =>
    rows.length > 0 &&
    rows.every(
      (row) => /^(?:\.{3,}|…+|)$/.test(row[column] ?? "") || LITERAL.test(row[column] ?? ""),
    );
  const isValue = isTyped
    ? areLiterals(strong) && !titles.some((title) => FIELD.test(title))
    : strong >= 0;
  const weak =
    isTyped && !(titles[0] !== undefined && areLiterals(0) && /^-?\d/.test(rows[0]?.[0] ?? ""))
      ? -1
      : isTyped
        ? 0
        : roles.includes("value") || !rows.every(([first = ""]) => CONSTANT.test(first))
          ? roles.indexOf("value")
          : 0;
  const value = strong >= 0 && isValue ? strong : weak;
  if (value < 0) return undefined;
  const first = titles.findIndex((_, index) => index !== value && roles[index] === "name");
  const other = titles.findIndex(
    (_, index) => index !== value && roles[index] !== "doc" && roles[index] !== "ignore",
  );
  const name = first >= 0 ? first : other;
  const known = titles.map((_, index): ValueRole => {
    if (index === value) return "value";
    if (index === name) return "name";
    return roles[index] === "ignore" ? "ignore" : "doc";
  });
  return known.length > 1 ? known : undefined;
}

/** Titles that fields have and values don't. */
const FIELD = /^(?:field|parameter|字段|参数)/i;

/** Tells whether a title is that of the address or of the method of a call. */
export function isEndpointTitle(title: string, dialect: Dialect): boolean {
  return /^(?:url|method)$/.test(headingRole(title, dialect) ?? "");
}

function headingRole(title: string, { headings }: Dialect): string | undefined {
  const word = title.toLowerCase();
  const known = Object.entries(headings.titles).find(([, titles]) => titles.includes(word))?.[0];
  if (known !== undefined) return known;
  const patterns = headings.patterns.filter(({ role }) => role === "url" || role === "method");
  return patterns.find((pattern) => expressionOf(pattern).test(title))?.role;
}

function textsOf({ children }: Table, context: ParseContext): string[][] {
  const rows = children.filter((row) => !isContinuation(row, context));
  return rows.map((row) => row.children.map((cell) => plainText(readCell(cell, context).text)));
}
