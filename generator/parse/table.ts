import type { Table, TableRow } from "mdast";
import type { VFile } from "vfile";
import { code } from "../diagnostics/code.js";
import { report } from "../diagnostics/report.js";
import { suggest } from "../diagnostics/suggest.js";
import { contentOf, placeOf, textOf, type CellContent } from "./cell.js";
import { documentationOf } from "./documentation.js";
import { rangeOf } from "./source.js";

const COLUMNS = ["Name", "JSON", "XML", "Type", "Doc"] as const;
const REQUIRED = ["Name", "Type"] as const;

type Column = (typeof COLUMNS)[number];

/** One row of a field table; JSON and XML are blank where the table has no such column. */
export interface FieldRow {
  readonly name: CellContent;
  readonly json: CellContent;
  readonly xml: CellContent;
  readonly type: CellContent;
  readonly documentation: string;
}

/** Reads the rows of a field table, and reports a header or a row that is none. */
export function fieldRowsOf(table: Table, file: VFile): FieldRow[] {
  const [header, ...rows] = table.children;
  if (header === undefined) return [];
  const columns = columnsOf(header, file);
  if (columns === undefined) return [];
  return rows
    .filter((row) => isComplete(row, columns, file))
    .map((row) => rowOf(row, columns, file));
}

/** The column of each header cell, in the order of the table. */
function columnsOf(header: TableRow, file: VFile): Column[] | undefined {
  const columns: Column[] = [];
  let valid = true;
  for (const cell of header.children) {
    const content = contentOf(cell, file);
    const title = textOf(content);
    const column = COLUMNS.find((name) => name.toLowerCase() === title.toLowerCase());
    if (column === undefined) {
      report("unknown-column", placeOf(content), { title }, { hint: suggest(title, COLUMNS) });
    } else if (columns.includes(column)) {
      report("duplicate-column", placeOf(content), { title: column });
    } else {
      columns.push(column);
      continue;
    }
    valid = false;
  }
  // A misspelt title is not also a missing column.
  if (!valid) return undefined;
  for (const title of REQUIRED) {
    if (columns.includes(title)) continue;
    report("missing-column", rangeOf(header, file), { title });
    valid = false;
  }
  return valid ? columns : undefined;
}

/** GFM drops cells beyond the header and pads short rows in silence; here both are errors. */
function isComplete(row: TableRow, columns: readonly Column[], file: VFile): boolean {
  const cells = row.children.length;
  if (cells === columns.length) return true;
  const absent = columns.slice(cells).map((column) => code(column));
  const hint =
    cells > columns.length
      ? "write `\\|` for a bar inside a cell"
      : `add the ${absent.length === 1 ? "cell" : "cells"} ${absent.join(", ")}`;
  report("ragged-row", rangeOf(row, file), { cells, columns: columns.length }, { hint });
  return false;
}

function rowOf(row: TableRow, columns: readonly Column[], file: VFile): FieldRow {
  const cellOf = (column: Column) => row.children[columns.indexOf(column)];
  const content = (column: Column): CellContent => {
    const cell = cellOf(column);
    return cell === undefined
      ? { kind: "blank", range: rangeOf(row, file) }
      : contentOf(cell, file);
  };
  return {
    name: content("Name"),
    json: content("JSON"),
    xml: content("XML"),
    type: content("Type"),
    documentation: documentationOf(cellOf("Doc")?.children ?? [], file),
  };
}
