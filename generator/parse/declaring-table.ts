import type { Table } from "mdast";
import type { ParseContext } from "./context.js";
import { go } from "../dialect/go.js";
import { columnMeantBy, columnNamed } from "./columns.js";
import { fieldTextOf } from "./field-text.js";
import { linesOf } from "./lines.js";
import { readCell } from "./cell.js";
import { rangeOf } from "./source.js";

const FIELD_COLUMNS: ReadonlySet<string> = new Set(go.fields.columns);

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
  const columns = titles.map((title) => (isNamed ? columnMeantBy(title) : columnNamed(title)));
  const known = columns.filter((column) => column !== undefined && column !== "Doc");
  if (known.length > 1 || known.some((column = "") => FIELD_COLUMNS.has(column))) return true;
  const [, , ...rows] = linesOf(rangeOf(table, context));
  return rows.some(({ text }) => CODE_ROW.test(text) || fieldTextOf(text)?.score === Infinity);
}
