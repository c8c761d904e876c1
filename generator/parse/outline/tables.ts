import type { Table } from "mdast";
import type { ParseContext } from "../context.js";
import { readCell } from "../cell.js";
import { roleNamed } from "../columns.js";
import { plainText } from "./plain.js";

/** The kind of things that the rows of a table are. */
export type TableKind = "fields" | "values" | "other";

/** Tells what the rows of a table are by its titles, and by its first cells where the titles don't tell. */
export function kindOf(table: Table, { dialect, ...context }: ParseContext): TableKind {
  const [header, ...rows] = table.children;
  const titles =
    header?.children.map((cell) => plainText(readCell(cell, { dialect, ...context }).text)) ?? [];
  const { fields, values } = dialect.columns;
  const fieldRoles = new Set(titles.map((title) => roleNamed(title, fields)));
  const valueRoles = new Set(titles.map((title) => roleNamed(title, values)));
  if (fieldRoles.has("type")) return "fields";
  if (valueRoles.has("value") && (valueRoles.has("name") || valueRoles.has("doc"))) return "values";
  const first = rows.map(({ children: [cell] }) =>
    cell === undefined ? "" : plainText(readCell(cell, { dialect, ...context }).text),
  );
  const isNamed = fieldRoles.has("name") && fieldRoles.has("doc");
  return isNamed && first.length > 0 && first.every((text) => NAME.test(text)) ? "fields" : "other";
}

/** The name of a field in another language than that of the reader. */
const NAME = /^[A-Za-z_][\w.-]*(?:\[\])?\??$/;
