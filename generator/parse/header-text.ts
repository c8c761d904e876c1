import type { Dialect } from "../dialect/dialect.js";
import { titles } from "../dialect/titles.js";
import { columnNamed } from "./columns.js";
import { SURE } from "./type-text.js";

/** Titles of columns in any dialect. */
const TITLES: ReadonlySet<string> = new Set([
  ...Object.values(titles).flat(),
  "json",
  "xml",
  "doc",
  "request type",
  "response type",
  "access token",
  "url",
]);

/** Whether cells are the titles of a table of fields or calls: two of them at least, and most of them. */
export function isHeader(cells: readonly string[]): boolean {
  const known = cells.filter((cell) => TITLES.has(columnTitle(cell)));
  const isRow = cells.some((cell) => SURE.test(columnTitle(cell)));
  return known.length > 1 && known.length * 2 > cells.length && !isRow;
}

/** Titles as the dialect spells them, joined to a header. */
export function headerRowOf(cells: readonly string[], dialect: Dialect): string {
  return cells.map((cell) => columnNamed(columnTitle(cell), dialect) ?? cell).join("|");
}

function columnTitle(cell: string): string {
  return cell.replaceAll(/^[\s*_`]+|[\s*_`:：]+$/g, "").toLowerCase();
}
