import type { Table } from "mdast";
import type { ParseContext } from "./context.js";
import type { GoType } from "../go/ast.js";
import type { ModelDraft } from "../go/draft.js";
import type { SourceText } from "../source/source.js";
import { meaningOf, type CallRole, type RequestPart } from "../dialect/dialect.js";
import { code } from "../source/code.js";
import { characterHint } from "../source/hints.js";
import { parseGoType } from "../go/type.js";
import type { CallDraft, EndpointDraft } from "./draft.js";
import { answersOf, errorsOf } from "./call-errors.js";
import type { CellContent } from "./cell.js";
import { titleOf } from "./columns.js";
import { endpointOf, UNKNOWN_ENDPOINT } from "./endpoint.js";
import { isAbsent, isBlank, isTodo, isValidName, reportBareText, requiredCode } from "./row.js";
import { rowsOf, type Row } from "./table.js";

type CallRow = Row<CallRole>;

/** A call, and the model of its request if its row names the models of several parts. */
interface ParsedCall {
  readonly call: CallDraft;
  readonly request?: ModelDraft;
}

/** Reads the tables of a section of API calls. */
export function parseCalls(tables: readonly Table[], context: ParseContext): ParsedCall[] {
  return tables
    .flatMap((table) => rowsOf(table, context.dialect.columns.calls, context))
    .flatMap((row) => callOf(row, context) ?? []);
}

function callOf(row: CallRow, context: ParseContext): ParsedCall | undefined {
  if (isTodo(row, context)) return undefined;
  reportBareText(row, isMark, context);
  const { cells, documentation } = row;
  const name = requiredCode(cells.name, "Name", context);
  const headers = namedHeaders(row, context);
  const parts = partsOf(row, headers.length > 0, context);
  const isDivided = Object.keys(parts).length > 0;
  const request =
    isDivided && isAbsent(cells.request)
      ? undefined
      : requiredCode(cells.request, "Request Type", context);
  const url = requiredCode(cells.url, "URL", context);
  // A bad mark or URL is an error already; the row goes on, so that its types are checked as well.
  const endpoint = (url && endpointOf(url, context)) ?? UNKNOWN_ENDPOINT;
  const response = responseOf(row, endpoint, context);
  const accessToken = accessTokenOf(cells.token, context) ?? false;
  const errors = errorsOf(cells.errors, context);
  if (name === undefined || response === "invalid") return undefined;
  if (request === undefined && !isDivided) return undefined;
  const own = request && parseGoType(request, context.report);
  const answers = response && answersOf(response, context);
  const first = answers?.find(({ type }) => type !== undefined)?.type;
  const responseType = answers ? first : response && parseGoType(response, context.report);
  if (!isValidName(name, context)) return undefined;
  const call = {
    name,
    responseType,
    ...(answers !== undefined && answers.length > 0 && { answers }),
    accessToken,
    endpoint,
    errors,
    headers,
    ...documentation,
  };
  if (own !== undefined && !isDivided) return { call: { ...call, requestType: own } };
  const [only, ...others] = Object.values(parts);
  if (own === undefined && only !== undefined && others.length === 0)
    return { call: { ...call, requestType: only, parts } };
  const model = dividedRequest(name, [
    ...(own === undefined ? [] : [own]),
    ...Object.values(parts),
  ]);
  const requestType: GoType = { kind: "name", name: model.name.text, range: name.range };
  return { call: { ...call, requestType, parts }, request: model };
}

/** Returns the response that a row names: nothing if the answer is a file or empty. */
function responseOf(
  { cells: { response, url } }: CallRow,
  { transfer, path }: EndpointDraft,
  context: ParseContext,
): SourceText | "invalid" | undefined {
  if (transfer.isBinary !== true) {
    const isOfMedia = MEDIA.test(path.filter((part) => typeof part === "string").join(""));
    if (isOfMedia && transfer.method === "GET")
      context.report("media-answer", url.range, { path: url.text.replace(/^\S+\s+/, "") });
    if (response.text === "-") return undefined;
    return requiredCode(response, "Response Type", context) ?? "invalid";
  }
  if (isAbsent(response)) return undefined;
  const method = `${transfer.method}(binary)`;
  context.report("invalid-binary-response", response.range, { name: response.text, method });
  return "invalid";
}

/** The paths whose answers are files as a rule. */
const MEDIA = /\/media\/get(?:\/|$)|\/download$/;

/** Returns the types of the parts of a request that a row names. */
function partsOf(
  { cells, columns }: CallRow,
  areHeadersNamed: boolean,
  context: ParseContext,
): Partial<Record<RequestPart, GoType>> {
  const parts = REQUEST_PARTS.flatMap((part) => {
    const cell = cells[part];
    if (isAbsent(cell) || (part === "headers" && areHeadersNamed)) return [];
    const text = requiredCode(cell, titleOf(part, columns), context);
    return text === undefined ? [] : [[part, parseGoType(text, context.report)] as const];
  });
  return Object.fromEntries(parts);
}

/** Returns the fields of the request that a cell puts into headers: `{X-Version}, {If-Match}`. */
function namedHeaders({ cells: { headers } }: CallRow, context: ParseContext): SourceText[] {
  if (!/^[`\s]*\{/.test(headers.text)) return [];
  const text = requiredCode(headers, "Headers", context);
  if (text === undefined) return [];
  return Array.from(
    text.text.matchAll(/\{\s*([^{}]+?)\s*\}/g),
    ({ 0: whole, 1: name = "", index }) => {
      const start = text.range.start + index + whole.indexOf(name);
      return { text: name, range: { ...text.range, start, end: start + name.length } };
    },
  );
}

const REQUEST_PARTS = ["query", "body", "headers"] as const satisfies readonly RequestPart[];

/** Returns the model of a request whose fields are those of the models of its parts. */
function dividedRequest({ text, range }: SourceText, parts: readonly GoType[]): ModelDraft {
  const words = text.replace(/^exec(?=\p{Lu})/u, "");
  const name = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}Request`;
  const members = parts.map((type) => ({ kind: "embedding", type, documentation: "" }) as const);
  return { kind: "model", name: { text: name, range }, documentation: "", members };
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
