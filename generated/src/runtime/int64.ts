/**
 * 64-bit integers of which no digit is lost, as `bigint` or as text in decimal. A number of JSON
 * holds them only to ±(2^53 − 1): what is longer goes through the texts of `parse` and `stringify`.
 */
import { codec as codecOf, parse, type Codec } from "./codec.js";
import { decode, type Reader } from "./decode.js";
import { encode, longIntegers, withLongIntegers } from "./encode.js";
import type { Init } from "./init.js";
import type { JsonObject, JsonValue } from "./json.js";
import { fallback, integerIn as shortIntegerIn, type Key, type Parent } from "./read.js";
import { refuse } from "./run.js";
import { absent, quoted as writeText, type Writer } from "./write.js";

/** The integers of Go that a `number` is too short for. */
type Format = "int64" | "uint64";

/** The codec of a type that has such integers somewhere inside. */
export function codec<T, J extends JsonValue = JsonObject>(
  read: Reader<T>,
  write: (value: Init<T>) => J,
): Codec<T, J> {
  return {
    ...codecOf(read, write),
    parse: (text) => decode(read, parse(text, parseExactly)),
    stringify: (value) => {
      const long = { areWritten: false };
      const json = encode(write, value, long);
      return encode(long.areWritten ? stringifyExactly : JSON.stringify, json, long);
    },
    create: (init) => {
      const json = init === undefined ? init : encode(write, init, { areWritten: false });
      return decode(() => read(json, [], 0), true);
    },
  };
}

/** A model as members of a query, where an integer is a text: one that no number holds stays whole. */
export function query<T>(write: (value: Init<T>) => JsonObject, value: Init<T>): JsonObject {
  const json = encode(write, value, { areWritten: false });
  const members = Object.entries(json).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.map(([name, member]) => [name, typeof member === "bigint" ? String(member) : member]),
  );
}

export function readBigInt64(json: unknown, parent: Parent, key: Key): bigint {
  return read("int64", json, parent, key);
}

export function readBigUint64(json: unknown, parent: Parent, key: Key): bigint {
  return read("uint64", json, parent, key);
}

/** An `int64` as text in decimal. */
export function readInt64Text(json: unknown, parent: Parent, key: Key): string {
  return String(read("int64", json, parent, key));
}

/** A `uint64` as text in decimal. */
export function readUint64Text(json: unknown, parent: Parent, key: Key): string {
  return String(read("uint64", json, parent, key));
}

export function writeBigInt64(value: bigint | undefined): number {
  return typeof value === "bigint" ? write("int64", value, value) : absent("bigint", value);
}

export function writeBigUint64(value: bigint | undefined): number {
  return typeof value === "bigint" ? write("uint64", value, value) : absent("bigint", value);
}

/** An `int64` as text in decimal. */
export function writeInt64Text(value: string | undefined): number {
  return isDecimal(value) ? write("int64", BigInt(value), value) : absent("int64 as text", value);
}

/** A `uint64` as text in decimal. */
export function writeUint64Text(value: string | undefined): number {
  return isDecimal(value) ? write("uint64", BigInt(value), value) : absent("uint64 as text", value);
}

/** The integer in a string of Go's tag option `,string`, with all digits. */
export function integerIn(text: unknown): unknown {
  const integer = shortIntegerIn(text);
  const isLong = typeof integer === "number" && !Number.isSafeInteger(integer);
  return isLong ? BigInt(text as string) : integer;
}

/** Go's tag option `,string`: in a string every digit has its place. */
export function writeQuoted<T>(value: T | undefined, write: Writer<T>): string {
  return withLongIntegers(() => writeText(value, write));
}

function read(format: Format, json: unknown, parent: Parent, key: Key): bigint {
  const integer = Number.isSafeInteger(json) ? BigInt(json as number) : json;
  // Go's `strconv.ParseUint` takes no sign, not even that of `-0`.
  const isSigned = format === "uint64" && Object.is(json, -0);
  if (typeof integer === "bigint" && isIn(format, integer) && !isSigned) return integer;
  // A number that is not safe may have been another one in the text.
  return fallback(0n, Number.isInteger(integer) ? "safe integer" : format, json, parent, key);
}

function write(format: Format, integer: bigint, value: unknown): number {
  if (!isIn(format, integer)) return refuse(format, value);
  const number = Number(integer);
  if (Number.isSafeInteger(number)) return number;
  if (longIntegers === undefined) return refuse("safe integer", value);
  longIntegers.areWritten = true;
  return integer as never;
}

function isIn(format: Format, integer: bigint): boolean {
  const bits = format === "int64" ? BigInt.asIntN(64, integer) : BigInt.asUintN(64, integer);
  return bits === integer;
}

function isDecimal(text: unknown): text is string {
  return typeof text === "string" && /^(?:0|-?[1-9]\d*)$/.test(text);
}

/** An integer of as many digits outside of strings: ids in strings mostly look otherwise. */
const LONG = /(?:^|[\s:,[])-?[1-9]\d{15}/;

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
function stringifyExactly(json: unknown): string {
  if (typeof json === "bigint") return String(json);
  if (typeof json !== "object" || json === null) return JSON.stringify(json);
  if (Array.isArray(json)) return `[${json.map(stringifyExactly).join()}]`;
  const members = Object.entries(json)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${JSON.stringify(name)}:${stringifyExactly(member)}`);
  return `{${members.join()}}`;
}
