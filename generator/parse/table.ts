import type { RootContent, Table, TableRow } from "mdast";
import type { VFile } from "vfile";
import { code } from "../diagnostics/code.js";
import { report } from "../diagnostics/report.js";
import { suggest } from "../diagnostics/suggest.js";
import { contentOf, placeOf, textOf, type CellContent } from "./cell.js";
import { documentationOf } from "./documentation.js";
import { sourceOf } from "../text.js";
import { firstLineOf, rangeOf } from "./source.js";

/** The columns that a kind of table can have, by the titles that documents give them. */
export interface TableSchema<Column extends string> {
  readonly columns: readonly Column[];
  readonly required: readonly Column[];
}

/** One row of a table. */
export interface Row<Column extends string> {
  /** The cell of each column; blank where the table has no such column. */
  readonly cells: Readonly<Record<Column, CellContent>>;
  /** The text of the column `Doc`. */
  readonly documentation: string;
}

/** Reads the rows of a table, and reports a header or a row that is none. */
export function rowsOf<Column extends string>(
  table: Table,
  schema: TableSchema<Column>,
  file: VFile,
): Row<Column>[] {
  const [header, ...rows] = table.children;
  if (header === undefined) return [];
  const columns = columnsOf(header, schema, file);
  if (columns === undefined) return [];
  return rows
    .filter((row) => isComplete(row, columns, file))
    .map((row) => rowOf(row, columns, schema, file));
}

/** The column of each header cell, in the order of the table. */
function columnsOf<Column extends string>(
  header: TableRow,
  schema: TableSchema<Column>,
  file: VFile,
): Column[] | undefined {
  const columns: Column[] = [];
  let valid = true;
  for (const cell of header.children) {
    const content = contentOf(cell, file);
    const title = textOf(content);
    const column = schema.columns.find((name) => name.toLowerCase() === title.toLowerCase());
    if (column === undefined) reportUnknown(title, content, schema);
    else if (columns.includes(column)) {
      report("duplicate-column", placeOf(content), { title: column });
    } else {
      columns.push(column);
      continue;
    }
    valid = false;
  }
  // A misspelt title is not also a missing column.
  if (!valid) return undefined;
  for (const title of schema.required) {
    if (columns.includes(title)) continue;
    report("missing-column", rangeOf(header, file), { title });
    valid = false;
  }
  return valid ? columns : undefined;
}

function reportUnknown(
  title: string,
  content: CellContent,
  { columns }: TableSchema<string>,
): void {
  const hint = suggest(title, columns);
  report("unknown-column", placeOf(content), { title, columns }, { hint });
}

/** GFM drops cells beyond the header and pads short rows in silence; here both are errors. */
function isComplete(row: TableRow, columns: readonly string[], file: VFile): boolean {
  const cells = row.children.length;
  if (cells === columns.length) return true;
  const range = rangeOf(row, file);
  const hint = raggedHint(cells, columns, sourceOf(range).includes("|"));
  report("ragged-row", range, { cells, columns: columns.length }, { hint });
  return false;
}

function raggedHint(cells: number, columns: readonly string[], hasBar: boolean): string {
  if (cells > columns.length) return "write `\\|` for a bar inside a cell";
  if (!hasBar) return "leave an empty line between a table and a text";
  const absent = columns.slice(cells).map((column) => code(column));
  return `add the ${absent.length === 1 ? "cell" : "cells"} ${absent.join(", ")}`;
}

/**
 * Content without what ends a table and no empty line is between, which is reported: a row that
 * begins with white space, or as a list or a rule does, is none to Markdown.
 */
export function withoutInterruptions(content: readonly RootContent[], file: VFile): RootContent[] {
  return content.filter((node, index) => {
    const table = content[index - 1];
    const what = BLOCKS[node.type];
    if (table?.type !== "table" || what === undefined || !isGlued(table, node)) return true;
    const range = firstLineOf(node, file);
    if (/^(<!--|```|~~~)/.test(sourceOf(range))) return true;
    const hint = "begin the row with a bar, or leave an empty line above";
    report("interrupted-table", range, { content: what }, { hint });
    return false;
  });
}

function isGlued(table: Table, node: RootContent): boolean {
  return table.position?.end.line === (node.position?.start.line ?? 0) - 1;
}

/** What may end a table by the look of its first characters; a heading is meant as one. */
const BLOCKS: Readonly<Record<string, string>> = {
  list: "list",
  code: "indented code",
  html: "HTML",
  thematicBreak: "rule",
};

function rowOf<Column extends string>(
  row: TableRow,
  columns: readonly Column[],
  schema: TableSchema<Column>,
  file: VFile,
): Row<Column> {
  const cellOf = (column: string) => row.children[columns.findIndex((name) => name === column)];
  const contents = schema.columns.map((column): [Column, CellContent] => {
    const cell = cellOf(column);
    const blank = { kind: "blank", range: rangeOf(row, file) } as const;
    return [column, cell === undefined ? blank : contentOf(cell, file)];
  });
  return {
    cells: Object.fromEntries(contents) as Record<Column, CellContent>,
    documentation: documentationOf(cellOf("Doc")?.children ?? [], file),
  };
}
