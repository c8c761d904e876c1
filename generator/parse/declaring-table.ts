import type { Table } from "mdast";
import type { ParseContext } from "./context.js";
import { TEXT_ROLES, type Columns } from "../dialect/dialect.js";
import { roleMeantBy, roleNamed } from "./columns.js";
import { fieldTextOf } from "./field-text.js";
import { linesOf } from "./lines.js";
import { readCell } from "./cell.js";
import { rangeOf } from "./source.js";

/** A name and another cell in code at the beginning of a row. */
const CODE_ROW = /^[\s|]*`[A-Za-z_]\w*`\s*\|\s*`[^`]+`/;

/**
 * Tells whether a table declares fields or calls; any other one is documentation, such as a list of
 * error codes. It has a column of fields besides Doc, two of calls, or rows that read like fields.
 */
export function isDeclaring(table: Table, context: ParseContext): boolean {
  const [header, first] = table.children;
  const titles = header?.children.map((cell) => readCell(cell, context).text) ?? [];
  const cell = first?.children[0];
  const isNamed = cell !== undefined && readCell(cell, context).kind === "code";
  const { fields, calls } = context.dialect.columns;
  const rolesIn = <Role extends string>(columns: Columns<Role>) =>
    titles
      .map(
        (title) => roleNamed(title, columns) ?? (isNamed ? roleMeantBy(title, columns) : undefined),
      )
      .filter((role) => role !== undefined && !TEXT_ROLES.has(role));
  if (rolesIn(fields).length > 0 || rolesIn(calls).length > 1) return true;
  const [, , ...rows] = linesOf(rangeOf(table, context));
  return rows.some(({ text }) => CODE_ROW.test(text) || fieldTextOf(text)?.score === Infinity);
}
