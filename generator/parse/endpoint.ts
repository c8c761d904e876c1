import { meaningOf, type Transfer } from "../dialect/dialect.js";
import { code, oneOf } from "../source/code.js";
import { characterHint } from "../source/hints.js";
import type { SourceText } from "../source/source.js";
import { suggest } from "../source/suggest.js";
import type { ParseContext } from "./context.js";
import type { EndpointDraft, PathPartDraft } from "./draft.js";

/** The endpoint of a call whose URL is invalid: no field of the request can be wrong in it. */
export const UNKNOWN_ENDPOINT: EndpointDraft = {
  transfer: { carrier: "body", method: "POST" },
  path: [],
};

/** The part of a context that endpoints are read with. */
type EndpointContext = Pick<ParseContext, "dialect" | "report">;

/** Reads `GET /users/{id}`, `POST(media) /path` or `GET(binary) /path`; anything else is reported at its word. */
export function endpointOf(
  { text, range }: SourceText,
  context: EndpointContext,
): EndpointDraft | undefined {
  const [method = "", ...rest] = text.split(/\s+/);
  const path = rest.join(" ");
  const { methods } = context.dialect;
  // A file may have a name in its form: `POST(media:photo)`.
  const [, form, file] = /^(\w+\(\w+):([\w.-]+)\)$/.exec(method) ?? [];
  const known = meaningOf(methods, form === undefined ? method : `${form})`);
  const transfer = withFile(known, file);
  if (transfer === undefined) {
    const place = { ...range, end: range.start + method.length };
    const expected = `${oneOf(Object.keys(methods))} and a path`;
    const hint = suggest(method, Object.keys(methods)) ?? characterHint(method);
    context.report("invalid-url", place, { what: "method", text: method, expected }, { hint });
    return undefined;
  }
  const place = { ...range, start: range.end - path.length };
  const isWithQuery = transfer.carrier === "body" && QUERY.test(path);
  if (/^\/[^\s?#]*$/.test(path) || isWithQuery) {
    const parts = pathPartsOf({ text: path, range: place }, context);
    return parts && { transfer, path: parts };
  }
  const expected = "a path that begins with `/`, without spaces and a query";
  const parameters = { what: "path", text: path, expected };
  context.report("invalid-url", place, parameters, { hint: characterHint(path) });
  return undefined;
}

/** Returns a transfer with the name of its file; nothing for a transfer without a file. */
export function withFile(
  transfer: Transfer | undefined,
  file: string | undefined,
): Transfer | undefined {
  if (file === undefined || transfer === undefined) return transfer;
  return transfer.carrier === "upload" ? { ...transfer, file } : undefined;
}

/** A path whose query has fields of the request, beside those in the body: `/jobs?kind={kind}&id={id}`. */
const QUERY = /^\/[^\s?#]*\?[\w.-]+=\{[^{}/]+\}(?:&[\w.-]+=\{[^{}/]+\})*$/;

/** A parameter, or a text without braces. */
const PART = /\{(?<name>[^{}/]+)\}|[^{}]+/g;

/** The notations of parameters that are not ours: `:id`, `<id>`, `${id}`, or a brace without a second one. */
const OTHER_NOTATION = /(?<=\/):[^/]+|\$#+|[{}<>[\]｛｝][^/]*/;

/** Segments that a URL cannot have: it leads to another path. */
const DOTS = /(?<=\/)\.{1,2}(?=\/|$)/;

/** Characters that no URL has: they end the path, or are a mistake. */
const STRANGE = /["`|\\^]/;

/** Divides a path into texts and parameters; reports what would be sent as text but is surely meant as a parameter. */
export function pathPartsOf(
  { text, range }: SourceText,
  { report }: EndpointContext,
): readonly PathPartDraft[] | undefined {
  const reportPart = (
    start: number,
    part: string,
    what: string,
    expected: string,
    hint?: string,
  ) => {
    const from = range.start + start;
    const place = { ...range, start: from, end: from + part.length };
    report("invalid-url", place, { what, text: part, expected }, { hint });
  };
  const plain = text.replaceAll(/\{[^{}/]+\}/g, (found) => "#".repeat(found.length));
  const other = OTHER_NOTATION.exec(plain);
  if (other !== null) {
    const part = text.slice(other.index, other.index + other[0].length);
    const [word] = /[\w.-]+/.exec(part) ?? [];
    const hint = word === undefined ? undefined : `write ${code(`{${word}}`)}`;
    const expected = "`{name}` with the JSON name of a field of the request";
    reportPart(other.index, part, "parameter", expected, characterHint(part) ?? hint);
    return undefined;
  }
  const strange = STRANGE.exec(plain);
  if (strange !== null) {
    reportPart(
      strange.index,
      strange[0],
      "character",
      "a path of letters, digits and marks of URLs",
    );
    return undefined;
  }
  const dots = DOTS.exec(plain);
  if (dots !== null) {
    reportPart(dots.index, dots[0], "segment", "a path without the segments `.` and `..`");
    return undefined;
  }
  const seen = new Set<string>();
  return Array.from(text.matchAll(PART), ({ index, 0: part, groups }): PathPartDraft => {
    const { name } = groups ?? {};
    if (name === undefined) return part;
    if (seen.has(name)) reportPart(index, part, "second parameter", "one place for each field");
    seen.add(name);
    const start = range.start + index + 1;
    return { text: name, range: { ...range, start, end: start + name.length } };
  });
}
