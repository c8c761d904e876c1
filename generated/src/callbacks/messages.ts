/** The content of messages, before anything is known of their kind. */
import { EncodeError } from "../runtime/errors.js";
import { parse } from "../runtime/exact.js";
import type { JsonObject, JsonValue } from "../runtime/json.js";
import { any } from "../runtime/read.js";
import { parseXml } from "../runtime/xml/decode.js";
import { content } from "../runtime/xml/read.js";

/** The form of a message: XML for applications and suites, JSON for smart bots. */
export type CallbackFormat = "xml" | "json";

/** A message of a kind that the specification does not describe. */
export interface UnknownCallback {
  readonly kind: "unknown";
  readonly format: CallbackFormat;
  /** The members of the JSON, or the texts of the elements by their names; elements of one name are a list. */
  readonly members: JsonObject;
  /** The whole message. */
  readonly text: string;
}

/** Reads the members of a message; throws a `DecodeError` if it is neither XML nor an object of JSON. */
export function unknown(text: string): UnknownCallback {
  const format = formatOf(text);
  // A byte order mark is white space to the expression, and none to JSON.
  const json = text.replace(/^\ufeff/, "");
  const members = (format === "json" ? parse(any, json) : parseXml(element, text)) as JsonObject;
  // An element without others inside is a text.
  const isObject = typeof members === "object";
  return { kind: "unknown", format, members: isObject ? members : {}, text };
}

/** Returns the form of a message by its first character. */
export function formatOf(text: string): CallbackFormat {
  return /^\s*\{/.test(text) ? "json" : "xml";
}

/** Reads the open element: its text, or its children by their names. */
function element(): JsonValue {
  const members = new Map<string, JsonValue>();
  const text = content((name) => {
    const known = members.get(name);
    const value = element();
    if (Array.isArray(known)) known.push(value);
    else members.set(name, known === undefined ? value : [known, value]);
  });
  return members.size === 0 ? text : Object.fromEntries(members);
}

/**
 * Tells whether a message has a value at a path. A member that is absent has the value that it is read as: an
 * empty text, zero, or `false`.
 */
export function has(
  { members, format }: UnknownCallback,
  path: readonly string[],
  value: string | number | bigint | boolean,
): boolean {
  let found: JsonValue | undefined = members;
  for (const name of path) found = memberOf(found, name);
  // Of elements of one name the last one counts.
  if (Array.isArray(found)) found = found.at(-1);
  const text = found === undefined || found === null ? "" : textOf(found);
  if (typeof value === "string") return text === value;
  const token = text.trim();
  if (typeof value !== "boolean") {
    return (token.replace(/^\+?0*(?=\d)/, "") || "0") === String(value);
  }
  if (token === "") return !value;
  // XML has the words of Go's `strconv.ParseBool`.
  const words = value ? /^(?:1|t|T|TRUE|true|True)$/ : /^(?:0|f|F|FALSE|false|False)$/;
  return format === "xml" ? words.test(token) : token === String(value);
}

function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  const parent = Array.isArray(value) ? value.at(-1) : value;
  const isObject = typeof parent === "object" && parent !== null && !Array.isArray(parent);
  return isObject && Object.hasOwn(parent, name) ? parent[name] : undefined;
}

function textOf(value: JsonValue): string {
  return typeof value === "object" ? "" : String(value);
}

/** One type of a union, without the members that only other types of it have. */
export type OneOf<
  Type,
  Names extends PropertyKey = Type extends unknown ? keyof Type : never,
> = Type extends unknown
  ? Type & { readonly [Name in Exclude<Names, keyof Type>]?: undefined }
  : never;

/** The receiver, the sender and the time of a reply to a message. */
export interface Parties {
  readonly to: string;
  readonly from: string;
  /** The current time in seconds since 1970. */
  readonly time: number;
}

/** Returns the parties of the reply to a message: its sender becomes the receiver. */
export function partiesOf(message: string): Parties {
  const { members } = unknown(message);
  const { FromUserName: to, ToUserName: from } = members;
  const time = Math.floor(Date.now() / 1000);
  return { to: textOf(to ?? ""), from: textOf(from ?? ""), time };
}

/** Refuses a reply that the specification does not describe. */
export function refused(_reply: unknown): never {
  throw new EncodeError([{ path: [], message: "expected a documented reply" }]);
}
