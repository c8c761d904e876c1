import type { Table } from "mdast";
import type { GoType } from "../../go/ast.js";
import type { SourceText } from "../../source/source.js";
import { sourceOf } from "../../source/text.js";
import { readCell } from "../cell.js";
import { roleNamed } from "../columns.js";
import type { ParseContext } from "../context.js";
import { cellDocumentation } from "../documentation.js";
import { contentRangeOf } from "../source.js";
import { plainText } from "./plain.js";
import { typeOfWords } from "./types.js";

/** An answer that a row of a table describes. */
export interface StatusRow {
  readonly status: SourceText;
  /** The model of the body, if a column has it. */
  readonly type?: GoType;
  readonly documentation: string;
}

const STATUS_TITLE =
  /^(?:http\s*)?(?:状态码?|状态代码|响应码|返回码|错误码|status(?:[\s_]?code)?|code)$/i;

/** Titles of columns that name the model of an answer. */
const BODY_TITLE =
  /^(?:响应|返回|响应体|返回体|响应模型|数据模型|模型|body|schema|model|response(?: (?:body|type))?)$/i;

/** The statuses of HTTP that answers have (RFC 9110 and its registry), and classes of them. */
const STATUS =
  /^(?:20[0-8]|226|30[0-8]|4(?:0\d|1[0-8]|2[1-689]|31|51)|50[0-8]|51[01]|[2-5]xx|default)$/i;

/** The beginning of a heading that names a status: `404 Not Found`, `HTTP 404`. */
const STATUS_HEADING = /^(?:HTTP\s*)?([2-5](?:\d\d|XX))(?=$|[\s（(:：—-])/i;

/** The status at the end of a heading: `失败响应（404）`, `Response 201`. */
const STATUS_BEHIND = /[\s（(]([2-5](?:\d\d|XX))[）)]?$/i;

/** Returns the status of HTTP that a heading names: `404`, or `4XX` for its class. */
export function statusIn(title: string): string | undefined {
  const [, status] = STATUS_HEADING.exec(title) ?? STATUS_BEHIND.exec(title) ?? [];
  return status !== undefined && STATUS.test(status) ? status.toUpperCase() : undefined;
}

/** Returns the column of a table whose cells are statuses of HTTP. */
export function statusColumn(titles: readonly string[], rows: readonly (readonly string[])[]) {
  return titles.findIndex(
    (title, column) =>
      STATUS_TITLE.test(title) &&
      rows.length > 0 &&
      rows.every((row) => STATUS.test(row[column] ?? "")),
  );
}

/** Reads a table of answers by their status. */
export function statusRowsOf(table: Table, context: ParseContext): StatusRow[] {
  const { dialect } = context;
  context.readTables.add(table);
  const [titles = [], ...rows] = table.children.map((row) =>
    row.children.map((cell) => {
      const { range, kind } = readCell(cell, context);
      // The range of an empty cell is its bar.
      const text = kind === "blank" ? "" : plainText(sourceOf(range));
      return { text, range: contentRangeOf(cell, context) ?? range };
    }),
  );
  const texts = titles.map(({ text }) => text);
  const status = statusColumn(
    texts,
    rows.map((row) => row.map(({ text }) => text)),
  );
  const body = texts.findIndex(
    (title) => BODY_TITLE.test(title) || roleNamed(title, dialect.columns.fields) === "type",
  );
  return rows.flatMap((row): StatusRow[] => {
    const { [status]: place, [body]: type } = row;
    if (place === undefined) return [];
    const isTyped = type !== undefined && /^(?!(?:inline|none|无|-|\/)?$)/i.test(type.text);
    const others = row.filter((_, column) => column !== status && column !== body);
    return [
      {
        status: { ...place, text: normalStatus(place.text) },
        ...(isTyped && {
          type: typeOfWords({ text: sourceOf(type.range), range: type.range }, dialect),
        }),
        documentation: others
          .map(({ range }) => cellDocumentation(range))
          .filter((text) => text !== "")
          .join("\n"),
      },
    ];
  });
}

function normalStatus(text: string): string {
  return /^default$/i.test(text) ? "default" : text.toUpperCase();
}
