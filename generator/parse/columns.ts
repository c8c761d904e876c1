import type { TableRow } from "mdast";
import type { ParseContext } from "./context.js";
import { code } from "../source/code.js";
import { closest } from "../source/suggest.js";
import { contentOf, placeOf, textOf, type CellContent } from "./cell.js";
import { rangeOf } from "./source.js";

/** The columns that a kind of table can have, by the titles that documents give them. */
export interface TableSchema<Column extends string> {
  readonly columns: readonly Column[];
  readonly required: readonly Column[];
}

/** The columns of a field table. */
export const FIELD_SCHEMA = {
  columns: ["Name", "JSON", "XML", "Type", "Doc"],
  required: ["Name", "Type"],
} as const satisfies TableSchema<string>;

/** The columns of a table of API calls. */
export const CALL_SCHEMA = {
  columns: ["Name", "Request Type", "Response Type", "Access Token", "URL", "Doc"],
  required: ["Name", "Request Type", "Response Type", "Access Token", "URL"],
} as const satisfies TableSchema<string>;

/** The columns of a table in their order; nothing for one that is unknown. */
export type Columns<Column extends string> = readonly (Column | undefined)[];

/** Titles that authors give to columns instead of ours. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["名称", "Name"],
  ["名字", "Name"],
  ["字段", "Name"],
  ["字段名", "Name"],
  ["参数", "Name"],
  ["参数名", "Name"],
  ["field", "Name"],
  ["类型", "Type"],
  ["说明", "Doc"],
  ["描述", "Doc"],
  ["备注", "Doc"],
  ["注释", "Doc"],
  ["comment", "Doc"],
  ["desc", "Doc"],
  ["description", "Doc"],
  ["remark", "Doc"],
  ["请求", "Request Type"],
  ["请求类型", "Request Type"],
  ["响应", "Response Type"],
  ["响应类型", "Response Type"],
  ["返回", "Response Type"],
  ["地址", "URL"],
  ["接口", "URL"],
]);

/** The column that a title names, in our words or in those that authors use instead. */
export function columnNamed(title: string): string | undefined {
  const word = title.toLowerCase();
  const names = [...FIELD_SCHEMA.columns, ...CALL_SCHEMA.columns];
  return names.find((name) => name.toLowerCase() === word) ?? SYNONYMS.get(word);
}

/**
 * The column of each cell of a header. What is no column is reported, and taken for the one that is
 * surely meant, so that the rows can be read all the same.
 *
 * @returns nothing where a required column is missing, which is reported
 */
export function columnsOf<Column extends string>(
  header: TableRow,
  schema: TableSchema<Column>,
  context: ParseContext,
): Columns<Column> | undefined {
  const columns: (Column | undefined)[] = [];
  for (const cell of header.children) {
    const content = contentOf(cell, context);
    const title = textOf(content);
    const known = schema.columns.find((name) => name.toLowerCase() === title.toLowerCase());
    const column = known ?? meantBy(title, schema.columns);
    if (known === undefined) reportUnknown(content, column, schema, context);
    const isRepeated = column !== undefined && columns.includes(column);
    if (isRepeated && known !== undefined) {
      context.report("duplicate-column", placeOf(content), { title: known });
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
    SYNONYMS.get(word) ??
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
  context.report("unknown-column", placeOf(content), { title: textOf(content), columns }, { hint });
}
