/**
 * Types that may have integers beyond ±(2^53 − 1) inside: 64-bit integers that are no `number`, and any
 * integer in an `unknown`. `parse` and `stringify` keep their digits, as `bigint` where the type does
 * not say otherwise; JSON as an object has no place for them.
 */
import { codec as codecOf, parse as parseText, type Codec } from "./codec.js";
import { decode, type Reader } from "./decode.js";
import { encode as encodePlain } from "./encode.js";
import type { Init } from "./init.js";
import type { JsonObject, JsonValue } from "./json.js";
import { withoutOverflow } from "./read.js";

/** Integers that no `number` holds. */
interface LongIntegers {
  /** Whether there are any. */
  areWritten: boolean;
}

/** The long integers that the current run has written, where it may write them. */
let longIntegers: LongIntegers | undefined;

/** The codec of such a type. */
export function codec<T, J extends JsonValue = JsonObject>(
  read: Reader<T>,
  write: (value: Init<T>) => J,
): Codec<T, J> {
  return {
    ...codecOf(read, write),
    parse: (text) => parse(read, text),
    encode: (value) => encode(write, value),
    stringify: (value) => stringify(write, value),
    create: (init) => {
      const json = init === undefined ? init : withLongIntegers(() => encodeRaw(write, init));
      return decode(() => read(json, [], 0), true);
    },
  };
}

/** Decodes JSON text; throws a `DecodeError` that lists every issue. */
export function parse<T>(read: Reader<T>, text: string): T {
  const json = parseText(text, parseExactly);
  return OVERFLOW.test(text) ? withoutOverflow(() => decode(read, json)) : decode(read, json);
}

/** Encodes a value as an object, which has no place for long integers: they are an issue. */
export function encode<T, J>(write: (value: T) => J, value: T): J {
  return within(undefined, () => encodePlain(write, value));
}

/** Encodes a value as JSON text; throws an `EncodeError` that lists every issue. */
export function stringify<T>(write: (value: T) => JsonValue, value: T): string {
  return withLongIntegers(() =>
    encodePlain(write, value, (json) =>
      longIntegers?.areWritten ? stringifyExactly(json) : JSON.stringify(json),
    ),
  );
}

/** Encodes a model as members of a query, where an integer is a text of all its digits. */
export function query<T>(write: (value: T) => JsonValue, value: T): JsonObject {
  const json = Object.entries(members(write, value)).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    json.map(([name, member]) => [name, typeof member === "bigint" ? String(member) : member]),
  );
}

/** Encodes a model as members, among which there may be `bigint` and `undefined`. */
export function members<T>(write: (value: T) => JsonValue, value: T): JsonObject {
  return withLongIntegers(() => encodeRaw(write, value)) as JsonObject;
}

/** Writes an integer that no `number` holds; reports whether the current run takes it. */
export function takesLongInteger(): boolean {
  if (longIntegers === undefined) return false;
  longIntegers.areWritten = true;
  return true;
}

/** Runs what may write long integers. */
export function withLongIntegers<Result>(run: () => Result): Result {
  return within({ areWritten: false }, run);
}

function within<Result>(inner: LongIntegers | undefined, run: () => Result): Result {
  const outer = longIntegers;
  longIntegers = inner;
  try {
    return run();
  } finally {
    longIntegers = outer;
  }
}

/** JSON with `bigint` in it, and with members that are `undefined`. */
function encodeRaw<T, J>(write: (value: T) => J, value: T): J {
  return encodePlain(write, value, (json) => json);
}

/** An integer of at least 16 digits outside of strings: ids in strings mostly look otherwise. */
const LONG = /(?:^|[\s:,[])-?[1-9]\d{15}/;

/** Numbers that may be beyond the range of `number`; `JSON.parse` makes them `Infinity`. */
const OVERFLOW = /[eE]\+?\d{3}|\d{309}/;

/** A string, the rest of one that does not end, or what begins like a number; names have a colon. */
const TOKEN = /(?:"[^"\\]*(?:\\[^][^"\\]*)*(?:"|$)|-?\d[\d.eE+-]*)(?:\s*:)?/g;

/** `JSON.parse`, but integers beyond ±(2^53 − 1) become `bigint`. */
function parseExactly(text: string): unknown {
  if (!LONG.test(text)) return JSON.parse(text);
  // Such an integer becomes a string, and a letter in front tells it from what was one before.
  const marked = text.replace(TOKEN, (token) => {
    if (token.startsWith('"')) return token.endsWith(":") ? token : `"s${token.slice(1)}`;
    const isLong = /^-?[1-9]\d+$/.test(token) && !Number.isSafeInteger(Number(token));
    return isLong ? `"i${token}"` : token;
  });
  return JSON.parse(marked, (_name, json: unknown) => {
    if (typeof json !== "string") return json;
    return json.startsWith("i") ? BigInt(json.slice(1)) : json.slice(1);
  });
}

/** `JSON.stringify` of JSON with `bigint` in it. */
export function stringifyExactly(json: unknown): string {
  if (typeof json === "bigint") return String(json);
  if (typeof json !== "object" || json === null) return JSON.stringify(json);
  if (Array.isArray(json)) return `[${json.map(stringifyExactly).join()}]`;
  const members = Object.entries(json)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${JSON.stringify(name)}:${stringifyExactly(member)}`);
  return `{${members.join()}}`;
}
