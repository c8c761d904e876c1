import type { RootContent, Table } from "mdast";
import type { VFile } from "vfile";
import { report } from "../diagnostics/report.js";
import { suggest } from "../diagnostics/suggest.js";
import { parseGoType } from "../go/type.js";
import type { CallDraft, EndpointDraft } from "../ir/draft.js";
import type { SourceText } from "../ir/source.js";
import { isGoIdentifier } from "../names.js";
import { hasCodeSpans, isTodo, requiredText, sourceTextOf } from "./row.js";
import { rowsOf, type Row } from "./table.js";

const SCHEMA = {
  columns: ["Name", "Request Type", "Response Type", "Access Token", "URL", "Doc"],
  required: ["Name", "Request Type", "Response Type", "Access Token", "URL"],
} as const;

type CallRow = Row<(typeof SCHEMA.columns)[number]>;

/** The marks of the column Access Token. */
const ACCESS_TOKEN: Readonly<Record<string, boolean>> = {
  "+": true,
  y: true,
  yes: true,
  "-": false,
  n: false,
  no: false,
};

/** Reads the tables of a section of API calls. */
export function parseCalls(content: readonly RootContent[], file: VFile): CallDraft[] {
  return content
    .filter((node): node is Table => node.type === "table")
    .flatMap((table) => rowsOf(table, SCHEMA, file))
    .flatMap((row) => callOf(row) ?? []);
}

function callOf(row: CallRow): CallDraft | undefined {
  if (isTodo(row) || !hasCodeSpans(row, isMark)) return undefined;
  const { cells, documentation } = row;
  const name = requiredText(cells.Name, "Name");
  const request = requiredText(cells["Request Type"], "Request Type");
  const response = requiredText(cells["Response Type"], "Response Type");
  const url = requiredText(cells.URL, "URL");
  // A bad mark or URL is an error already; the row goes on, so that its types are checked as well.
  const endpoint = (url && endpointOf(url)) ?? { kind: "get", path: "" };
  const accessToken = accessTokenOf(sourceTextOf(cells["Access Token"])) ?? false;
  const requestType = request && parseGoType(request);
  const responseType = response && parseGoType(response);
  if (name === undefined || requestType === undefined || responseType === undefined) {
    return undefined;
  }
  if (isGoIdentifier(name.text)) {
    return { name, requestType, responseType, accessToken, endpoint, documentation };
  }
  report("invalid-identifier", name.range, { name: name.text });
  return undefined;
}

/** Marks of the access token need no back-ticks. */
function isMark(_text: string, column: string): boolean {
  return column === "Access Token";
}

function accessTokenOf(mark: SourceText): boolean | undefined {
  const known = ACCESS_TOKEN[mark.text.toLowerCase()];
  if (known === undefined) report("invalid-access-token", mark.range, { text: mark.text });
  return known;
}

/** Reads `GET /path`, `POST /path` or `POST(media) /path`; anything else is reported at its word. */
function endpointOf({ text, range }: SourceText): EndpointDraft | undefined {
  const [method = "", ...rest] = text.split(/\s+/);
  const path = rest.join(" ");
  const kind = ENDPOINTS[method];
  if (kind === undefined) {
    const place = { ...range, end: range.start + method.length };
    const expected = "`GET`, `POST` or `POST(media)` and a path";
    const hint = suggest(method, Object.keys(ENDPOINTS));
    report("invalid-url", place, { text: method, expected }, { hint });
    return undefined;
  }
  if (/^\/[^\s?#]*$/.test(path)) return { kind, path };
  const expected = "a path that begins with `/`, without spaces and a query";
  report("invalid-url", { ...range, start: range.end - path.length }, { text: path, expected });
  return undefined;
}

const ENDPOINTS: Readonly<Record<string, EndpointDraft["kind"]>> = {
  GET: "get",
  POST: "post",
  "POST(media)": "upload",
};
