import type { TableRow } from "mdast";
import type { ParseContext } from "./context.js";
import { go, type TableSchema } from "../dialect/go.js";
import { code } from "../source/code.js";
import { closest } from "../source/suggest.js";
import { readCell, type CellContent } from "./cell.js";
import { rangeOf } from "./source.js";

/** The columns of a table in their order; nothing for one that is unknown. */
export type Columns<Column extends string> = readonly (Column | undefined)[];

const COLUMNS = [...go.fields.columns, ...go.calls.columns];

/** The column that a title names, in our words or in those that authors use instead. */
export function columnNamed(title: string): string | undefined {
  const word = title.toLowerCase();
  return COLUMNS.find((name) => name.toLowerCase() === word) ?? go.synonyms.get(word);
}

/** Returns the column that a title names or misspells. */
export function columnMeantBy(title: string): string | undefined {
  return meantBy(title, COLUMNS);
}

/**
 * The column of each cell of a header. What is no column is reported, and taken for the one that is
 * surely meant, so that the rows can be read all the same.
 *
 * @returns nothing where a required column is missing, which is reported
 */
export function headerColumns<Column extends string>(
  header: TableRow,
  schema: TableSchema<Column>,
  context: ParseContext,
): Columns<Column> | undefined {
  const columns: (Column | undefined)[] = [];
  for (const cell of header.children) {
    const content = readCell(cell, context);
    const title = content.text;
    const known = schema.columns.find((name) => name.toLowerCase() === title.toLowerCase());
    const column = known ?? meantBy(title, schema.columns);
    if (known === undefined) reportUnknown(content, column, schema, context);
    const isRepeated = column !== undefined && columns.includes(column);
    if (isRepeated && known !== undefined) {
      context.report("duplicate-column", content.range, { title: known });
    }
    columns.push(isRepeated ? undefined : column);
  }
  const missing = schema.required.filter((title) => !columns.includes(title));
  // An unknown title may well be the missing column.
  if (!columns.includes(undefined)) {
    for (const title of missing)
      context.report("missing-column", rangeOf(header, context), { title });
  }
  return missing.length === 0 ? columns : undefined;
}

/** The column that a title means: a synonym, the beginning of one, or one that is misspelt. */
function meantBy<Column extends string>(
  title: string,
  columns: readonly Column[],
): Column | undefined {
  const word = title.toLowerCase();
  const meant =
    go.synonyms.get(word) ??
    columns.find((name) => word.length > 2 && name.toLowerCase().startsWith(word)) ??
    closest(title, columns);
  return columns.find((name) => name === meant);
}

function reportUnknown(
  content: CellContent,
  meant: string | undefined,
  { columns }: TableSchema<string>,
  context: ParseContext,
): void {
  const hint = meant === undefined ? undefined : `did you mean ${code(meant)}?`;
  context.report("unknown-column", content.range, { title: content.text, columns }, { hint });
}
