import type { Table } from "mdast";
import type { ParseContext } from "./context.js";
import { meaningOf, type CallRole } from "../dialect/dialect.js";
import { code } from "../source/code.js";
import { characterHint } from "../source/hints.js";
import { parseGoType } from "../go/type.js";
import type { CallDraft } from "./draft.js";
import type { CellContent } from "./cell.js";
import { endpointOf, UNKNOWN_ENDPOINT } from "./endpoint.js";
import { isBlank, isTodo, isValidName, reportBareText, requiredCode } from "./row.js";
import { rowsOf, type Row } from "./table.js";

type CallRow = Row<CallRole>;

/** Reads the tables of a section of API calls. */
export function parseCalls(tables: readonly Table[], context: ParseContext): CallDraft[] {
  return tables
    .flatMap((table) => rowsOf(table, context.dialect.columns.calls, context))
    .flatMap((row) => callOf(row, context) ?? []);
}

function callOf(row: CallRow, context: ParseContext): CallDraft | undefined {
  if (isTodo(row, context)) return undefined;
  reportBareText(row, isMark, context);
  const { cells, documentation } = row;
  const name = requiredCode(cells.name, "Name", context);
  const request = requiredCode(cells.request, "Request Type", context);
  const response = requiredCode(cells.response, "Response Type", context);
  const url = requiredCode(cells.url, "URL", context);
  // A bad mark or URL is an error already; the row goes on, so that its types are checked as well.
  const endpoint = (url && endpointOf(url, context)) ?? UNKNOWN_ENDPOINT;
  const accessToken = accessTokenOf(cells.token, context) ?? false;
  if (name === undefined || request === undefined || response === undefined) return undefined;
  const requestType = parseGoType(request, context.report);
  const responseType = parseGoType(response, context.report);
  if (!isValidName(name, context)) return undefined;
  return { name, requestType, responseType, accessToken, endpoint, ...documentation };
}

/** Whether a cell needs no back-ticks: marks of the access token, and a dash for an empty cell. */
function isMark(text: string, role: CallRole): boolean {
  return role === "token" || text === "-";
}

function accessTokenOf(cell: CellContent, context: ParseContext): boolean | undefined {
  const text = cell.text;
  const known = meaningOf(context.dialect.flags, text.toLowerCase());
  if (known !== undefined) return known;
  const meant = text === "是" ? "+" : text === "否" ? "-" : undefined;
  const hint = meant === undefined ? characterHint(text) : `write ${code(meant)}`;
  if (isBlank(cell))
    context.report("missing-cell", cell.range, { column: "Access Token", text: "" });
  else context.report("invalid-access-token", cell.range, { text }, { hint });
  return undefined;
}
