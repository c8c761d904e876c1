/**
 * Readers: JSON in, the value of a type out. As in Go's encoding/json, what is absent or `null` is
 * the zero value of the type. A reader never throws: it refuses a wrong value and goes on.
 */
import { open } from "./decode.js";
import { integerKey } from "./key.js";
import { attempt, refuse, report } from "./run.js";
import * as scalar from "./scalar.js";

/** Reads a value of a type. */
export type Reader<T> = (json: unknown) => T;

/** The members of a JSON object, none of them checked. */
export interface Wire {
  readonly [name: string]: unknown;
}

/** The object that is not there: a model of it has the zero value in every member. */
const EMPTY: Wire = {};

/** The object that a model reads; the rest of Go's types follow by their names. */
export function object(json: unknown): Wire {
  return typeof json === "object" && json !== null && !Array.isArray(json)
    ? (json as Wire)
    : fallback(object, "object", json, EMPTY);
}

/** A member whose name every object inherits something by: `constructor`, `__proto__`. */
export function own(wire: Wire, name: string): unknown {
  return Object.hasOwn(wire, name) ? wire[name] : undefined;
}

export function string(json: unknown): string {
  return typeof json === "string" ? json : fallback(string, "string", json, "");
}

export function boolean(json: unknown): boolean {
  return typeof json === "boolean" ? json : fallback(boolean, "boolean", json, false);
}

/** `int` and `int64`: beyond ±(2^53 − 1) a number may have been rounded, and is refused. */
export function int(json: unknown): number {
  // The sum makes 0 of -0.
  return Number.isSafeInteger(json) ? (json as number) + 0 : noInt(json);
}

/** Apart, for what is never run should not keep `int` from being inlined. */
function noInt(json: unknown): number {
  return fallback(int, scalar.expectedInt(json), json, 0);
}

export function int8(json: unknown): number {
  return scalar.isInt8(json) ? json + 0 : fallback(int8, "int8", json, 0);
}

export function int16(json: unknown): number {
  return scalar.isInt16(json) ? json + 0 : fallback(int16, "int16", json, 0);
}

export function int32(json: unknown): number {
  return scalar.isInt32(json) ? json + 0 : fallback(int32, "int32", json, 0);
}

/** `uint` and `uint64`: beyond 2^53 − 1 a number may have been rounded, and is refused. */
export function uint(json: unknown): number {
  return scalar.isUint(json) && hasNoSign(json)
    ? json
    : fallback(uint, "unsigned integer", json, 0);
}

export function uint8(json: unknown): number {
  return scalar.isUint8(json) && hasNoSign(json) ? json : fallback(uint8, "uint8", json, 0);
}

export function uint16(json: unknown): number {
  return scalar.isUint16(json) && hasNoSign(json) ? json : fallback(uint16, "uint16", json, 0);
}

export function uint32(json: unknown): number {
  return scalar.isUint32(json) && hasNoSign(json) ? json : fallback(uint32, "uint32", json, 0);
}

export function float32(json: unknown): number {
  const number = floatOf(json);
  return scalar.isFloat32(number) ? number : fallback(float32, "float32", json, 0);
}

export function float64(json: unknown): number {
  const number = floatOf(json);
  return scalar.isFloat64(number) ? number : fallback(float64, "number", json, 0);
}

/** In a text with 64-bit integers, those that no number holds are `bigint`, wherever they stand. */
function floatOf(json: unknown): unknown {
  return typeof json === "bigint" ? Number(json) : json;
}

/** RFC 3339, kept as it is written. */
export function time(json: unknown): string {
  return scalar.isTime(json) ? json : fallback(time, "RFC 3339 time", json, "0001-01-01T00:00:00Z");
}

/** Base64, kept as it is written. */
export function bytes(json: unknown): string {
  return scalar.isBase64(json) ? json : fallback(bytes, "base64", json, "");
}

/** Anything, as it is. */
export function any(json: unknown): unknown {
  return json ?? null;
}

/** What may stay away: a pointer, a model, a field with `omitempty`. */
export function optional<T>(json: unknown, read: Reader<T>): T | undefined {
  return json == null ? undefined : read(json);
}

/** The elements of a list, none of them checked. */
export function items(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : fallback(items, "array", json, []);
}

/** Go's `[]T`; an element of `null` is zero, as every `null` is. */
export function list<T>(json: unknown, read: Reader<T>): T[] {
  const elements = items(json);
  // Of its length from the start: a list that grows costs half as much again.
  // oxlint-disable-next-line unicorn/no-new-array
  const values = new Array<T>(elements.length);
  for (let index = 0; index < values.length; index++) values[index] = read(elements[index]);
  return values;
}

/** Go's `[length]T`: what is beyond the length is not looked at, what is missing is zero. */
export function array<T>(json: unknown, length: number, read: Reader<T>): T[] {
  const elements = items(json);
  return Array.from({ length }, (_, index) => read(elements[index]));
}

/** A map; integer keys come with the reader of their type, and as canonical text. */
export function map<T>(
  json: unknown,
  read: Reader<T>,
  readKey?: Reader<number | bigint | string>,
): Record<string, T> {
  const wire = object(json);
  // `Object.fromEntries` makes own members, of `__proto__` too.
  return Object.fromEntries(
    Object.keys(wire).map((name) => {
      const member = wire[name];
      if (readKey === undefined) return [name, read(member)];
      // A key that is refused stands where its member does.
      open(member);
      return [integerKey(name, readKey, member), read(member)];
    }),
  );
}

/** Go's tag option `,string`: a string that holds the JSON text of a scalar, and nothing else. */
export function quoted<T>(json: unknown, read: Reader<T>, parse: Reader<unknown> = parsed): T {
  const text = open(json);
  if (text == null) return read(text);
  const value = parse(text);
  if (value === undefined) return refuse("JSON in a string", text);
  const result = attempt(() => read(value));
  if (result.ok) return result.value;
  // What is wrong with the text in the string is wrong with the string.
  for (const { message } of result.issues) report(message, text);
  return read(undefined);
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
function fallback<T>(read: Reader<T>, expected: string, json: unknown, zero: T): T {
  const value = open(json);
  // What is a function all the same is no JSON.
  if (typeof json === "function" && typeof value !== "function") return read(value);
  if (value != null) refuse(expected, value);
  return zero;
}
