import type { Table, TableCell, TableRow } from "mdast";
import type { Documentation } from "../go/draft.js";
import { sourceOf } from "../source/text.js";
import { readCell } from "./cell.js";
import type { ParseContext } from "./context.js";
import { cellDocumentation } from "./documentation.js";
import { plainText } from "./outline/plain.js";
import { contentRangeOf, rangeOf } from "./source.js";

/** Returns the header of a table, without a last title that is blank as all cells below it are. */
export function headerOf(
  { children: [header, ...rows] }: Table,
  context: ParseContext,
): TableRow | undefined {
  const last = (header?.children.length ?? 0) - 1;
  const isBlank = (cell: TableCell | undefined) =>
    cell === undefined || readCell(cell, context).kind === "blank";
  const isUsed = [header, ...rows].some((row) => !isBlank(row?.children[last]));
  if (header === undefined || isUsed || !context.dialect.continuedRows) return header;
  return { ...header, children: header.children.slice(0, last) };
}

type ContinuedRow = readonly [row: TableRow, ...lines: TableRow[]];

/** Puts lines without a bar, and rows that have documentation alone, to the row above, whose documentation they go on with, if the dialect has them so. */
export function continuedRows(rows: readonly TableRow[], context: ParseContext): ContinuedRow[] {
  const continued: [TableRow, ...TableRow[]][] = [];
  for (const row of rows) {
    const last = continued.at(-1);
    if (last !== undefined && isContinuation(row, context)) last.push(row);
    else continued.push([row]);
  }
  return continued;
}

/** A bar in quotes, such as `‘|’`. */
const QUOTED_BAR = /(["'`])\|\1|[‘“「『（(]\|[’”」』）)]/g;

/** Tells whether a row goes on with the documentation of the row above: a line without a bar, or its last cell alone. */
export function isContinuation(row: TableRow, context: ParseContext): boolean {
  if (!context.dialect.continuedRows) return false;
  const isLine = !sourceOf(rangeOf(row, context)).replaceAll(QUOTED_BAR, "").includes("|");
  return isLine || isLastCellAlone(row, context);
}

/** Tells whether all cells of a row but the last one are blank. */
function isLastCellAlone({ children }: TableRow, context: ParseContext): boolean {
  const texts = children.map((cell) => plainText(readCell(cell, context).text));
  return texts.length > 1 && texts.findIndex((text) => text !== "") === texts.length - 1;
}

/** Returns a row whose last cell holds the bars behind it, which its documentation has. */
export function withOpenEnd(row: TableRow, columns: number): TableRow {
  const [last, ...others] = row.children.slice(columns - 1);
  const end = others.at(-1);
  if (last?.position === undefined || end?.position === undefined) return row;
  const position = { start: last.position.start, end: end.position.end };
  const children = [last, ...others].flatMap((cell) => cell.children);
  return {
    ...row,
    children: [...row.children.slice(0, columns - 1), { ...last, children, position }],
  };
}

/** Adds the lines below a row to its documentation. */
export function withLines(
  documentation: Documentation,
  lines: readonly TableRow[],
  context: ParseContext,
): Documentation {
  if (lines.length === 0) return documentation;
  const texts = lines.map((line) => {
    const last = isLastCellAlone(line, context) ? line.children.at(-1) : undefined;
    const range = last && contentRangeOf(last, context);
    return cellDocumentation(range ?? rangeOf(line, context));
  });
  return {
    ...documentation,
    documentation: [documentation.documentation, ...texts].join("\n").trimEnd(),
  };
}
