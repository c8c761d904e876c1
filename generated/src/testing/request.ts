import { DecodeError } from "../runtime/errors.js";
import type { Lists } from "../client/parameters.js";
import { entriesOf } from "./entries.js";
import { fileIn } from "./file-transfer.js";
import type { ReceivedFile } from "./file.js";
import type { Match } from "./match.js";
import { jsonOfTexts, missingIn, wordsOf } from "./members.js";
import type { ViolationKind } from "./refusal.js";
import type { Route, Shape } from "./route.js";

/** The request of a call as the server reads it. */
export interface ReadRequest {
  readonly value: unknown;
  /** The members of the request in JSON. */
  readonly json: unknown;
  readonly file: ReceivedFile | undefined;
}

/** A reason why a request cannot be read. */
export class Unreadable {
  readonly kind: ViolationKind;
  readonly message: string;

  constructor(kind: ViolationKind, message: string) {
    this.kind = kind;
    this.message = message;
  }
}

/** Reads a request: puts its parts together, and checks them against the specification. */
export async function readRequest(
  { route, path }: Match,
  request: Request,
  url: URL,
  lists: Lists | undefined,
): Promise<ReadRequest | Unreadable> {
  const { shape, parameters = {} } = route;
  const hasBody = route.body === undefined ? /P/.test(route.method) : route.body !== "upload";
  const carriesQuery = !hasBody;
  const named = namedInQuery(route.path);
  const texts: (readonly [string, string])[] = [
    ...path,
    ...fieldsInQuery(named, url, carriesQuery),
    ...fieldsInHeaders(route.headers, request),
  ];
  const body = await bodyOf(route.body, carriesQuery, request);
  if (body instanceof Unreadable) return body;
  texts.push(...body.fields);
  const text = joined(jsonOfTexts(texts, parameters, lists), body.text);
  const written = body.text === undefined ? undefined : [...named.values()];
  return checked(text, route.request, withoutLists(shape, parameters.lists, written), body.file);
}

interface Body {
  readonly fields: readonly (readonly [string, string])[];
  /** JSON of the other members. */
  readonly text: string | undefined;
  readonly file: ReceivedFile | undefined;
}

async function bodyOf(
  form: Route["body"],
  carriesQuery: boolean,
  request: Request,
): Promise<Body | Unreadable> {
  const type = request.headers.get("content-type") ?? "";
  const unexpected = (expected: string) =>
    new Unreadable("body", `expected ${expected}, got ${type === "" ? "no content type" : type}`);
  if (form === "upload") {
    if (!type.startsWith("multipart/form-data")) return unexpected("a form with a file");
    const file = await fileIn(request).catch(() => undefined);
    if (file === undefined) return new Unreadable("body", "expected a form with a file");
    return { fields: [], text: undefined, file };
  }
  if (form === "form") {
    if (!type.startsWith("application/x-www-form-urlencoded")) return unexpected("a form");
    return {
      fields: entriesOf(new URLSearchParams(await request.text())),
      text: undefined,
      file: undefined,
    };
  }
  if (carriesQuery) return { fields: [], text: undefined, file: undefined };
  if (!type.startsWith("application/json")) return unexpected("JSON");
  return { fields: [], text: await request.text(), file: undefined };
}

/** Returns the fields that a pattern has in its query, by their names there. */
function namedInQuery(pattern: string): ReadonlyMap<string, string> {
  const [, query = ""] = pattern.split("?");
  const fields = query.matchAll(/([^?&=]+)=\{([^{}]+)\}/g);
  return new Map(Array.from(fields, ([, name = "", field = ""]) => [name, field]));
}

/**
 * Returns a shape that does not demand lists in a query or a form, which have nothing of an empty list.
 *
 * @param written the fields in the query of a request whose body has the others
 */
function withoutLists(
  shape: Shape | undefined,
  lists: readonly string[] = [],
  written: readonly string[] = lists,
): Shape | undefined {
  const isDemanded = (name: string) => !lists.includes(name) || !written.includes(name);
  return shape && { ...shape, required: (shape.required ?? []).filter(isDemanded) };
}

/** Returns the fields in a query: those that have names of their own there, and for some calls the others. */
function fieldsInQuery(
  fields: ReadonlyMap<string, string>,
  { searchParams }: URL,
  carriesOthers: boolean,
): [string, string][] {
  return entriesOf(searchParams).flatMap(([name, text]): [string, string][] => {
    const field = fields.get(name) ?? (carriesOthers ? name : undefined);
    return field === undefined ? [] : [[field, text]];
  });
}

function fieldsInHeaders(names: readonly string[] = [], { headers }: Request): [string, string][] {
  return names.flatMap((name): [string, string][] => {
    const text = headers.get(name);
    return text === null ? [] : [[name, text]];
  });
}

/** Adds the members of one object in JSON to those of another; a body that is no object stays alone. */
function joined(members: string, body: string | undefined): string {
  if (body === undefined) return members;
  const text = body.trim();
  if (members === "{}" || !text.startsWith("{")) return text;
  return text.replace(/^\{\s*(\}?)/, (_, end: string) => members.slice(0, -1) + (end || ","));
}

function checked(
  text: string,
  codec: { readonly parse: (text: string) => unknown } | undefined,
  shape: Shape | undefined,
  file: ReceivedFile | undefined,
): ReadRequest | Unreadable {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return new Unreadable("body", "expected JSON");
  }
  const missing = missingIn(json, shape);
  if (missing.length > 0) return new Unreadable("member", missing.map(wordsOf).join("; "));
  try {
    return { value: codec === undefined ? json : codec.parse(text), json, file };
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    return new Unreadable("member", error.issues.map(wordsOf).join("; "));
  }
}

/** Tells by the name: this module may have a class of its own. */
function isDecodeError(error: unknown): error is DecodeError {
  return error instanceof DecodeError || (error as Error).name === "DecodeError";
}
