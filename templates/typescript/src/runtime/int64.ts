/**
 * 64-bit integers of which no digit is lost, as `bigint` or as text in decimal. A number of JSON
 * holds them only to ±(2^53 − 1): what is longer goes through the texts of `parse` and `stringify`.
 */
import { takesLongInteger, withLongIntegers } from "./exact.js";
import { fallback, integerIn as shortIntegerIn, type Key, type Parent } from "./read.js";
import { refuse } from "./run.js";
import { absent, quoted as writeText, type Writer } from "./write.js";

/** The integers of Go that a `number` is too short for. */
type Format = "int64" | "uint64";

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
  return takesLongInteger() ? (integer as never) : refuse("safe integer", value);
}

function isIn(format: Format, integer: bigint): boolean {
  const bits = format === "int64" ? BigInt.asIntN(64, integer) : BigInt.asUintN(64, integer);
  return bits === integer;
}

function isDecimal(text: unknown): text is string {
  return typeof text === "string" && /^(?:0|-?[1-9]\d*)$/.test(text);
}
