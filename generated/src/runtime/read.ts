/**
 * Readers: JSON in, the value of a type out. As in Go's encoding/json, what is absent or `null` is
 * the zero value of the type. A reader never throws: it refuses a wrong value and goes on. It gets
 * the value, what the value is a member of, and the key there.
 */
import type { Reader } from "./decode.js";
import { integerKey } from "./key.js";
import { attempt, pathTo, places, refuse, report, type Key, type Parent } from "./run.js";
import * as scalar from "./scalar.js";

export type { Reader } from "./decode.js";
export type { Key, Parent } from "./run.js";

/** The members of a JSON object, none of them checked. */
export interface Wire {
  readonly [name: string]: unknown;
}

/** A value that may be an object with a constructor. */
export type Data = { readonly constructor?: unknown } | null | undefined;

/**
 * The object that a model reads; the rest of Go's types follow by their names.
 *
 * @param ofClass the class of the JSON: who asks for it in place knows what objects come there, and V8
 *   has it for nothing
 */
export function object(json: unknown, parent: Parent, key: Key, ofClass?: unknown): Wire {
  return placed(
    ofClass === Object || scalar.isObject(json)
      ? (json as Wire)
      : fallback({}, "object", json, parent, key),
    parent,
    key,
  );
}

/** Takes note of where an object or a list stands, where that is asked for. */
function placed<T extends Parent>(json: T, parent: Parent, key: Key): T {
  places?.set(json, [places.get(parent), key]);
  return json;
}

/** Reads a member whose name every object inherits something by: `constructor`, `__proto__`. */
export function own<T>(wire: Wire, name: string, read: Reader<T>): T {
  return read(Object.hasOwn(wire, name) ? wire[name] : undefined, wire, name);
}

export function string(json: unknown, parent: Parent, key: Key): string {
  return typeof json === "string" ? json : fallback("", "string", json, parent, key);
}

/** Returns the zero value for a member that is not a string. */
export function noString(wire: Wire, name: string): string {
  return fallback("", "string", wire[name], wire, name);
}

export function boolean(json: unknown, parent: Parent, key: Key): boolean {
  return typeof json === "boolean" ? json : fallback(false, "boolean", json, parent, key);
}

/** `int` and `int64`: beyond ±(2^53 − 1) a number may have been rounded, and is refused. */
export function int(json: unknown, parent: Parent, key: Key): number {
  // The sum makes 0 of -0.
  return scalar.isInt(json) ? json + 0 : noInt(json, parent, key);
}

/** Apart, for V8 inlines what is short, and this is seldom run. */
function noInt(json: unknown, parent: Parent, key: Key): number {
  return fallback(0, scalar.expectedInt(json), json, parent, key);
}

export function int8(json: unknown, parent: Parent, key: Key): number {
  return scalar.isInt8(json) ? json + 0 : fallback(0, "int8", json, parent, key);
}

export function int16(json: unknown, parent: Parent, key: Key): number {
  return scalar.isInt16(json) ? json + 0 : fallback(0, "int16", json, parent, key);
}

export function int32(json: unknown, parent: Parent, key: Key): number {
  return scalar.isInt32(json) ? json + 0 : fallback(0, "int32", json, parent, key);
}

/** `uint` and `uint64`: beyond 2^53 − 1 a number may have been rounded, and is refused. */
export function uint(json: unknown, parent: Parent, key: Key): number {
  return scalar.isUint(json) && hasNoSign(json)
    ? json
    : fallback(0, "unsigned integer", json, parent, key);
}

export function uint8(json: unknown, parent: Parent, key: Key): number {
  return scalar.isUint8(json) && hasNoSign(json) ? json : fallback(0, "uint8", json, parent, key);
}

export function uint16(json: unknown, parent: Parent, key: Key): number {
  return scalar.isUint16(json) && hasNoSign(json) ? json : fallback(0, "uint16", json, parent, key);
}

export function uint32(json: unknown, parent: Parent, key: Key): number {
  return scalar.isUint32(json) && hasNoSign(json) ? json : fallback(0, "uint32", json, parent, key);
}

export function float32(json: unknown, parent: Parent, key: Key): number {
  const number = floatOf(json);
  return scalar.isFloat32(number) ? number : fallback(0, "float32", json, parent, key);
}

export function float64(json: unknown, parent: Parent, key: Key): number {
  const number = floatOf(json);
  return scalar.isFloat64(number) ? number : fallback(0, "number", json, parent, key);
}

/** In a text with 64-bit integers, those that no number holds are `bigint`, wherever they stand. */
function floatOf(json: unknown): unknown {
  return typeof json === "bigint" ? Number(json) : json;
}

/** RFC 3339, kept as it is written. */
export function time(json: unknown, parent: Parent, key: Key): string {
  return scalar.isTime(json)
    ? json
    : fallback("0001-01-01T00:00:00Z", "RFC 3339 time", json, parent, key);
}

/** Base64, kept as it is written. */
export function bytes(json: unknown, parent: Parent, key: Key): string {
  return scalar.isBase64(json) ? json : fallback("", "base64", json, parent, key);
}

/** Whether the text of the current run may hold numbers that `JSON.parse` makes `Infinity`. */
let mayOverflow = false;

/** Anything, as it is. */
export function any(json: unknown, parent: Parent, key: Key): unknown {
  return (mayOverflow ? finite(json, parent, key) : json) ?? null;
}

/** Runs a reader of a text with numbers that no `number` holds: any of them is refused. */
export function withoutOverflow<T>(run: () => T): T {
  const outer = mayOverflow;
  mayOverflow = true;
  try {
    return run();
  } finally {
    mayOverflow = outer;
  }
}

function finite(json: unknown, parent: Parent, key: Key): unknown {
  if (typeof json === "number") {
    return Number.isFinite(json) ? json : fallback(0, "finite number", json, parent, key);
  }
  if (typeof json !== "object" || json === null) return json;
  placed(json, parent, key);
  for (const [name, member] of Object.entries(json)) {
    finite(member, json, scalar.isArray(json) ? Number(name) : name);
  }
  return json;
}

/** The elements of a list, none of them checked. */
export function items(json: unknown, parent: Parent, key: Key): readonly unknown[] {
  return placed(
    scalar.isArray(json) ? json : fallback([], "array", json, parent, key),
    parent,
    key,
  );
}

/** Go's `[]T`; an element of `null` is zero, as every `null` is. */
export function list<T>(json: unknown, parent: Parent, key: Key, read: Reader<T>): T[] {
  const elements = items(json, parent, key);
  // Of its length from the start: a list that grows costs half as much again.
  // oxlint-disable-next-line unicorn/no-new-array
  const values = new Array<T>(elements.length);
  for (let index = 0; index < values.length; index++) {
    values[index] = read(elements[index], elements, index);
  }
  return values;
}

/** Go's `[length]T`: what is beyond the length is not looked at, what is missing is zero. */
export function array<T>(
  json: unknown,
  parent: Parent,
  key: Key,
  length: number,
  read: Reader<T>,
): T[] {
  const elements = items(json, parent, key);
  return Array.from({ length }, (_, index) => read(elements[index], elements, index));
}

/** A map; integer keys come with the reader of their type, and as canonical text. */
export function map<T>(
  json: unknown,
  parent: Parent,
  key: Key,
  read: Reader<T>,
  readKey?: Reader<number | bigint | string>,
): Record<string, T> {
  const wire = object(json, parent, key, (json as Data)?.constructor);
  // `Object.fromEntries` makes own members, of `__proto__` too.
  return Object.fromEntries(
    Object.keys(wire).map((name) => {
      const text = readKey === undefined ? name : integerKey(name, readKey);
      if (text === undefined) refuse("integer key", name, pathTo(wire, name));
      return [text, read(wire[name], wire, name)];
    }),
  );
}

/** Go's tag option `,string`: a string that holds the JSON text of a scalar, and nothing else. */
export function quoted<T>(
  json: unknown,
  parent: Parent,
  key: Key,
  read: Reader<T>,
  parse: (text: unknown) => unknown = parsed,
): T {
  if (json == null) return read(json, parent, key);
  const value = parse(json);
  if (value === undefined) return refuse("JSON in a string", json, pathTo(parent, key));
  const result = attempt(read, value);
  if (result.ok) return result.value;
  // Issues of the text in the string are issues of the string.
  for (const { message } of result.issues) report(message, pathTo(parent, key));
  return undefined as never;
}

/** The integer in a string: Go's `strconv.ParseInt` takes leading zeros, and no exponents. */
export function integerIn(text: unknown): unknown {
  if (typeof text === "string" && /^-?\d+$/.test(text)) return Number(text);
  const json = parsed(text);
  return typeof json === "number" ? text : json;
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === "string" && text.trim() === text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Go's `strconv.ParseUint` takes no sign, not even that of `-0`. */
function hasNoSign(json: number): boolean {
  return !Object.is(json, -0);
}

/** The zero value: in place of what is absent, and of what is refused. */
export function fallback<T>(zero: T, expected: string, json: unknown, parent: Parent, key: Key): T {
  if (json != null) refuse(expected, json, pathTo(parent, key));
  return zero;
}
