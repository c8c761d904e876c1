/**
 * Readers: JSON in, the value of a type out. As in Go's encoding/json, what is absent or `null` is
 * the zero value of the type. A reader never throws: it refuses a wrong value and goes on.
 */
import { integerKey } from "./key.js";
import { refuse } from "./run.js";
import * as scalar from "./scalar.js";

/** Reads a value of a type. */
export type Reader<T> = (json: unknown) => T;

/** The members of a JSON object, none of them checked. */
export interface Wire {
  readonly [name: string]: unknown;
}

/** The object that is not there: a model of it has the zero value in every member. */
const EMPTY: Wire = {};

export function object(json: unknown): Wire {
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return json as Wire;
  if (json != null) refuse("object", json);
  return EMPTY;
}

/** A member whose name every object inherits something by: `constructor`, `__proto__`. */
export function own(wire: Wire, name: string): unknown {
  return Object.hasOwn(wire, name) ? wire[name] : undefined;
}

export function string(json: unknown): string {
  return scalar.string((json ?? "") as string);
}

export function boolean(json: unknown): boolean {
  return scalar.boolean((json ?? false) as boolean);
}

export function int(json: unknown): number {
  return scalar.int((json ?? 0) as number);
}

export function int8(json: unknown): number {
  return scalar.int8((json ?? 0) as number);
}

export function int16(json: unknown): number {
  return scalar.int16((json ?? 0) as number);
}

export function int32(json: unknown): number {
  return scalar.int32((json ?? 0) as number);
}

export function uint(json: unknown): number {
  return unsigned(json, scalar.uint);
}

export function uint8(json: unknown): number {
  return unsigned(json, scalar.uint8);
}

export function uint16(json: unknown): number {
  return unsigned(json, scalar.uint16);
}

export function uint32(json: unknown): number {
  return unsigned(json, scalar.uint32);
}

export function float32(json: unknown): number {
  return scalar.float32((json ?? 0) as number);
}

export function float64(json: unknown): number {
  return scalar.float64((json ?? 0) as number);
}

export function time(json: unknown): string {
  return scalar.time((json ?? "0001-01-01T00:00:00Z") as string);
}

export function bytes(json: unknown): string {
  return scalar.bytes((json ?? "") as string);
}

/** Anything, as it is. */
export function any(json: unknown): unknown {
  return json ?? null;
}

export function optional<T>(json: unknown, read: Reader<T>): T | undefined {
  return json == null ? undefined : read(json);
}

export function list<T>(json: unknown, read: Reader<T>): T[] {
  const values: T[] = [];
  if (Array.isArray(json)) {
    for (let index = 0; index < json.length; index++) values.push(read(json[index]));
  } else if (json != null) refuse("array", json);
  return values;
}

/** Go's `[length]T`: what is beyond the length is not looked at, what is missing is zero. */
export function array<T>(json: unknown, length: number, read: Reader<T>): T[] {
  const values: T[] = [];
  const elements: readonly unknown[] = Array.isArray(json) ? json : [];
  if (json != null && elements !== json) refuse("array", json);
  for (let index = 0; index < length; index++) values.push(read(elements[index]));
  return values;
}

/** A map; integer keys come with the reader of their type, and as canonical text. */
export function map<T>(
  json: unknown,
  read: Reader<T>,
  readKey?: Reader<number>,
): Record<string, T> {
  const wire = object(json);
  // `Object.fromEntries` makes own members, of `__proto__` too.
  return Object.fromEntries(
    Object.keys(wire).map((name) => {
      // Reading the member first: a key is refused at the place of its member.
      const member = wire[name];
      return [readKey === undefined ? name : integerKey(name, readKey), read(member)];
    }),
  );
}

/** Go's tag option `,string`: a string that holds the JSON text of a scalar, and nothing else. */
export function quoted<T>(json: unknown, read: Reader<T>): T {
  if (json == null) return read(json);
  const scalar = parsed(json);
  return scalar === undefined ? refuse("JSON in a string", json) : read(scalar);
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === "string" && text.trim() === text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Go's `strconv.ParseUint` takes no sign, not even that of `-0`. */
function unsigned(json: unknown, check: (value: number) => number): number {
  return Object.is(json, -0) ? refuse("unsigned integer", json) : check((json ?? 0) as number);
}
