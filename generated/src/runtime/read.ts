/**
 * Readers: functions from a JSON value to a value of the SDK, by the rules of Go's encoding/json.
 * What is absent or `null` becomes the zero value; what is wrong is refused, and the zero value
 * stands in for it.
 *
 * @module
 */
import { ABSENT, fallback, type Reader } from "./trace.js";

/** The members of a JSON object by their names on the wire. */
export type Wire = { readonly [name: string]: unknown };

const EMPTY: Wire = {};

export function object(json: unknown): Wire {
  return typeof json === "object" && json !== null && !Array.isArray(json)
    ? (json as Wire)
    : fallback("object", json, EMPTY);
}

/** A member whose name every object inherits something under, such as `constructor`. */
export function own(wire: Wire, name: string): unknown {
  return Object.hasOwn(wire, name) ? wire[name] : undefined;
}

export function string(json: unknown): string {
  return typeof json === "string" ? json : fallback("string", json, "");
}

export function boolean(json: unknown): boolean {
  return typeof json === "boolean" ? json : fallback("boolean", json, false);
}

/** An integer of 64 bits, as far as a number holds it exactly: ±(2^53−1). */
export function int(json: unknown): number {
  return Number.isSafeInteger(json) ? (json as number) : fallback("integer", json, 0);
}

/** An unsigned integer of 64 bits, as far as a number holds it exactly: below 2^53. */
export function uint(json: unknown): number {
  return integer(json, 0, Number.MAX_SAFE_INTEGER, "unsigned integer");
}

export function int8(json: unknown): number {
  return integer(json, -0x80, 0x7f, "int8");
}

export function int16(json: unknown): number {
  return integer(json, -0x8000, 0x7fff, "int16");
}

export function int32(json: unknown): number {
  return integer(json, -0x8000_0000, 0x7fff_ffff, "int32");
}

export function uint8(json: unknown): number {
  return integer(json, 0, 0xff, "uint8");
}

export function uint16(json: unknown): number {
  return integer(json, 0, 0xffff, "uint16");
}

export function uint32(json: unknown): number {
  return integer(json, 0, 0xffff_ffff, "uint32");
}

export function float32(json: unknown): number {
  return Number.isFinite(json) && Number.isFinite(Math.fround(json as number))
    ? (json as number)
    : fallback("float32", json, 0);
}

export function float64(json: unknown): number {
  return Number.isFinite(json) ? (json as number) : fallback("number", json, 0);
}

/** Any JSON value, as it is. */
export function any(json: unknown): unknown {
  return json === undefined || json === ABSENT ? null : json;
}

/** A time of RFC 3339 (section 5.6), kept as it is written. */
export function time(json: unknown): string {
  return isTime(json) ? json : fallback("RFC 3339 time", json, "0001-01-01T00:00:00Z");
}

/** Base64 text with padding (RFC 4648, section 4), kept as it is written. */
export function bytes(json: unknown): string {
  return isBase64(json) ? json : fallback("base64 text", json, "");
}

/** A value that may be absent, and then stays so. */
export function optional<T>(json: unknown, read: Reader<T>): T | undefined {
  return json === undefined || json === null ? undefined : read(json);
}

export function list<T>(json: unknown, read: Reader<T>): T[] {
  if (!Array.isArray(json)) return fallback("array", json, []);
  const items: T[] = [];
  for (let index = 0; index < json.length; index++) items.push(read(json[index]));
  return items;
}

/** A Go array: further elements are left out, missing ones have the zero value. */
export function array<T>(json: unknown, length: number, read: Reader<T>): T[] {
  const source: readonly unknown[] = Array.isArray(json) ? json : fallback("array", json, []);
  return Array.from({ length }, (_, index) => read(index < source.length ? source[index] : undefined));
}

/** A Go map. Keys of an integer type are text on the wire; `readKey` checks them. */
export function map<T>(
  json: unknown,
  read: Reader<T>,
  readKey?: Reader<number>,
): Record<string, T> {
  const wire = object(json);
  const entries = Object.keys(wire).map((name): [string, T] => {
    const value = read(wire[name]);
    if (readKey === undefined) return [name, value];
    const isInteger = /^[-+]?\d+$/.test(name);
    return [String(isInteger ? readKey(Number(name)) : fallback("integer key", name, 0)), value];
  });
  // Unlike assignment, this makes a member of `__proto__` as well.
  return Object.fromEntries(entries);
}

/** A scalar that travels as JSON text inside a JSON string: the tag option `string`. */
export function quoted<T>(json: unknown, read: Reader<T>): T {
  const zero = read(undefined);
  if (typeof json !== "string") return fallback("JSON text in a string", json, zero);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return fallback("JSON text in a string", json, zero);
  }
  return read(value);
}

/** Whether a value is a JSON integer within bounds. */
function integer(json: unknown, least: number, most: number, expected: string): number {
  return Number.isInteger(json) && (json as number) >= least && (json as number) <= most
    ? (json as number)
    : fallback(expected, json, 0);
}

export function isTime(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const [, year, month, day] = TIME.exec(value) ?? [];
  // The calendar repeats after 400 years, and Date takes years below 100 for others.
  const lastDay = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= lastDay;
}

const TIME =
  /^(\d{4})-(0[1-9]|1[0-2])-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[-+](?:[01]\d|2[0-3]):[0-5]\d)$/;

export function isBase64(value: unknown): value is string {
  if (typeof value !== "string") return false;
  // Go skips line ends.
  const text = value.replaceAll(/[\r\n]/g, "");
  return text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
}
