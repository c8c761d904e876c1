import type { RootContent, Table, TableCell, TableRow } from "mdast";
import type { ParseContext } from "./context.js";
import { code } from "../source/code.js";
import { characterHint } from "../source/hints.js";
import { readCell, type CellContent } from "./cell.js";
import type { TableSchema } from "../dialect/go.js";
import { headerColumns, type Columns } from "./columns.js";
import type { Documentation } from "../go/draft.js";
import { cellDocumentation } from "./documentation.js";
import { DELIMITERS } from "./lost.js";
import { sourceOf } from "../source/text.js";
import { contentRangeOf, firstLineOf, rangeOf } from "./source.js";

/** One row of a table. */
export interface Row<Column extends string> {
  /** The cell of each column; blank where the table has no such column. */
  readonly cells: Readonly<Record<Column, CellContent>>;
  /** The text of the column `Doc`. */
  readonly documentation: Documentation;
}

/** Reads the rows of a table, and reports invalid headers and rows. */
export function rowsOf<Column extends string>(
  table: Table,
  schema: TableSchema<Column>,
  context: ParseContext,
): Row<Column>[] {
  const [header] = table.children;
  if (header === undefined) return [];
  const columns = headerColumns(header, schema, context);
  if (columns === undefined) return [];
  return dataRowsOf(table, context)
    .filter((row) => !isTag(row, context) && isComplete(row, columns, context))
    .map((row) => rowOf(row, columns, schema, context));
}

/** Whether a row is HTML right below the table, such as `</details>`: it holds no data. */
function isTag(row: TableRow, context: ParseContext): boolean {
  return /^(?:<\/?\w[^<>|]*>\s*)+$/.test(sourceOf(rangeOf(row, context)));
}

/** Returns the rows of a table, without headers that are repeated, which are reported, and the dashes below them. */
function dataRowsOf({ children }: Table, context: ParseContext): TableRow[] {
  const [header, ...rows] = children;
  const title = firstTextOf(header);
  const isRepeated = (row: TableRow | undefined) =>
    row !== undefined &&
    firstTextOf(row) === title &&
    titlesOf(row, context) === titlesOf(header ?? row, context);
  return rows.filter((row, index) => {
    if (isRepeated(row)) {
      const parameters = { content: "second header", expected: "a row" };
      context.report("misplaced-content", rangeOf(row, context), parameters);
      return false;
    }
    const isBelow = /^:?-/.test(firstTextOf(row)) && isRepeated(rows[index - 1]);
    return !(isBelow && DELIMITERS.test(sourceOf(rangeOf(row, context))));
  });
}

function firstTextOf(row: TableRow | undefined): string {
  const [text] = row?.children[0]?.children ?? [];
  return text?.type === "text" ? text.value.toLowerCase() : "";
}

function titlesOf(row: TableRow, context: ParseContext): string {
  return sourceOf(rangeOf(row, context))
    .replaceAll(/[\s|]+/g, " ")
    .trim()
    .toLowerCase();
}

/** GFM drops cells beyond the header and pads short rows in silence; here both are errors. */
function isComplete(row: TableRow, columns: Columns<string>, context: ParseContext): boolean {
  const cells = row.children.length;
  if (cells === columns.length) return true;
  const range = rangeOf(row, context);
  const hint = raggedHint(row, columns, context);
  context.report("ragged-row", range, { cells, columns: columns.length }, { hint });
  return false;
}

function raggedHint(
  row: TableRow,
  columns: Columns<string>,
  context: ParseContext,
): string | undefined {
  const text = sourceOf(rangeOf(row, context));
  const cells = row.children.length;
  if (cells > columns.length) return "write `\\|` for a bar inside a cell";
  const hint = characterHint(text);
  if (hint !== undefined && text.includes("｜")) return hint;
  if (!text.includes("|")) return "leave an empty line between a table and a text";
  const { candidates, count } = absentOf(row, columns, context);
  const titles = candidates.flatMap((column) => (column === undefined ? [] : code(column)));
  if (titles.length < count) return undefined;
  if (titles.length === count)
    return `add the ${count === 1 ? "cell" : "cells"} ${titles.join(", ")}`;
  return `add ${count === 1 ? "the cell" : `${count} cells of`} ${titles.join(" or ")}`;
}

/**
 * The columns that a short row may lack: the last ones, unless its last cell is a text and so can
 * only be documentation.
 */
function absentOf(row: TableRow, columns: Columns<string>, context: ParseContext) {
  const cells = row.children.length;
  const last = row.children.at(-1);
  const isText = last !== undefined && readCell(last, context).kind === "text";
  const hasDoc = columns.at(-1) === "Doc" && isText && cells > 1;
  const count = columns.length - cells;
  return { count, candidates: hasDoc ? columns.slice(1, -1) : columns.slice(cells) };
}

function documentationIn(cell: TableCell | undefined, context: ParseContext): Documentation {
  const documentationRange = cell && contentRangeOf(cell, context);
  if (documentationRange === undefined) return { documentation: "" };
  return { documentation: cellDocumentation(documentationRange), documentationRange };
}

/**
 * Content without what ends a table and no empty line is between, which is reported: a row that
 * begins with white space, or as a list or a rule does, is not a row in Markdown.
 */
export function withoutInterruptions(
  content: readonly RootContent[],
  context: ParseContext,
): RootContent[] {
  return content.filter((node, index) => {
    const table = content[index - 1];
    const what = BLOCKS[node.type];
    if (table?.type !== "table" || what === undefined || !isGlued(table, node)) return true;
    const range = firstLineOf(node, context);
    if (/^(<!--|```|~~~)/.test(sourceOf(range))) return true;
    const hint = "begin the row with a bar, or leave an empty line above";
    context.report("interrupted-table", range, { content: what }, { hint });
    return false;
  });
}

function isGlued(table: Table, node: RootContent): boolean {
  return table.position?.end.line === (node.position?.start.line ?? 0) - 1;
}

/** Blocks that may end a table because of their first characters, by their nodes. */
const BLOCKS: Readonly<Record<string, string>> = {
  list: "list",
  code: "indented code",
  html: "HTML",
  thematicBreak: "rule",
};

function rowOf<Column extends string>(
  row: TableRow,
  columns: Columns<Column>,
  schema: TableSchema<Column>,
  context: ParseContext,
): Row<Column> {
  const cellOf = (column: string) => row.children[columns.findIndex((name) => name === column)];
  const contents = schema.columns.map((column): [Column, CellContent] => {
    const cell = cellOf(column);
    const blank = { kind: "blank", text: "", range: rangeOf(row, context) } as const;
    return [column, cell === undefined ? blank : readCell(cell, context)];
  });
  return {
    cells: Object.fromEntries(contents) as Record<Column, CellContent>,
    documentation: documentationIn(cellOf("Doc"), context),
  };
}
