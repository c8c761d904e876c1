/**
 * Writers: functions from a value of the SDK to JSON. They check what they are given, because not
 * every caller is checked by a compiler; what is wrong is refused.
 *
 * @module
 */
import type { Init } from "./init.js";
import { describe, MOST_ISSUES, type Issue } from "./issue.js";
import type { JsonObject, JsonValue } from "./json.js";
import { isBase64, isTime } from "./read.js";

/** A function that makes JSON of a value. */
export type Writer<T, Json> = (value: Init<T>) => Json;

/** Stands in the JSON where a value was refused, so that its place tells the path. */
class Refusal {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** How many values were refused so far: a run that does not raise it went well. */
let refusals = 0;

/** Refuses a value; what is returned goes where its JSON would have gone. */
export function refuse(expected: string, actual: unknown): never {
  refusals++;
  return new Refusal(describe(expected, actual)) as never;
}

/**
 * Writes a value.
 *
 * @param report throws the error that is made of the issues
 */
export function attempt<T, Json>(
  write: Writer<T, Json>,
  value: Init<T>,
  report: (issues: readonly Issue[]) => never,
): Json {
  const before = refusals;
  let json: Json;
  try {
    json = write(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return report([{ path: [], message: "nested too deeply" }]);
  }
  return refusals === before ? json : report(issuesIn(json));
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function string(value: string): string {
  return typeof value === "string" ? value : refuse("string", value);
}

export function boolean(value: boolean): boolean {
  return typeof value === "boolean" ? value : refuse("boolean", value);
}

/** An integer of 64 bits, as far as a number holds it exactly: ±(2^53−1). */
export function int(value: number): number {
  return Number.isSafeInteger(value) ? value : refuse("integer", value);
}

/** An unsigned integer of 64 bits, as far as a number holds it exactly: below 2^53. */
export function uint(value: number): number {
  return integer(value, 0, Number.MAX_SAFE_INTEGER, "unsigned integer");
}

export function int8(value: number): number {
  return integer(value, -0x80, 0x7f, "int8");
}

export function int16(value: number): number {
  return integer(value, -0x8000, 0x7fff, "int16");
}

export function int32(value: number): number {
  return integer(value, -0x8000_0000, 0x7fff_ffff, "int32");
}

export function uint8(value: number): number {
  return integer(value, 0, 0xff, "uint8");
}

export function uint16(value: number): number {
  return integer(value, 0, 0xffff, "uint16");
}

export function uint32(value: number): number {
  return integer(value, 0, 0xffff_ffff, "uint32");
}

export function float32(value: number): number {
  return Number.isFinite(value) && Number.isFinite(Math.fround(value))
    ? value
    : refuse("float32", value);
}

export function float64(value: number): number {
  return Number.isFinite(value) ? value : refuse("number", value);
}

export function time(value: string): string {
  return isTime(value) ? value : refuse("RFC 3339 time", value);
}

export function bytes(value: string): string {
  return isBase64(value) ? value : refuse("base64 text", value);
}

/** Any JSON value: a copy, so that what is no JSON is found, at any depth. */
export function any(value: unknown): JsonValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return float64(value);
  if (Array.isArray(value)) return value.map(any);
  if (!isPlainObject(value)) return refuse("JSON value", value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, any(member)]));
}

export function list<T, Json>(values: readonly T[], write: (value: T) => Json): Json[] {
  // A hole is no value either: unlike `map`, this does not skip it.
  return Array.isArray(values) ? Array.from(values, (value: T) => write(value)) : refuse("array", values);
}

/** A Go array: it has exactly so many elements. */
export function array<T, Json>(
  values: readonly T[],
  length: number,
  write: (value: T) => Json,
): Json[] {
  const json = list(values, write);
  return !Array.isArray(json) || json.length === length
    ? json
    : refuse(`array of ${length}`, values);
}

/** A Go map. Keys of an integer type are text on the wire; `writeKey` checks them. */
export function map<T, Json>(
  values: { readonly [name: string]: T | undefined },
  write: (value: T) => Json,
  writeKey?: (key: number) => number,
): Record<string, Json> {
  if (!isObject(values)) return refuse("object", values);
  const entries = Object.entries(values).flatMap(([name, value]): [string, Json][] => {
    if (value === undefined) return [];
    if (writeKey === undefined) return [[name, write(value)]];
    const isInteger = /^-?\d+$/.test(name) && typeof writeKey(Number(name)) === "number";
    return [[name, isInteger ? write(value) : refuse("integer key", name)]];
  });
  return Object.fromEntries(entries);
}

/** A scalar that travels as JSON text inside a JSON string: the tag option `string`. */
export function quoted<T>(value: T, write: (value: T) => unknown): string {
  const json = write(value);
  return json instanceof Refusal ? (json as never) : JSON.stringify(json);
}

/** A property whose name every object inherits something under, such as `constructor`. */
export function own<T extends object, Name extends keyof T>(value: T, name: Name): T[Name] | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Makes a member of the name `__proto__`, which assignment does not. */
export function set(wire: JsonObject, name: string, value: JsonValue): void {
  Object.defineProperty(wire, name, { value, configurable: true, enumerable: true, writable: true });
}

/** Whether a list or a map is what `omitempty` leaves out. */
export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

function integer(value: number, least: number, most: number, expected: string): number {
  return Number.isInteger(value) && value >= least && value <= most
    ? value
    : refuse(expected, value);
}

function isPlainObject(value: unknown): value is object {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** The issues that stand in the JSON, by the names and indexes that lead to them. */
function issuesIn(json: unknown, path: readonly (string | number)[] = []): Issue[] {
  if (json instanceof Refusal) return [{ path, message: json.message }];
  if (typeof json !== "object" || json === null) return [];
  const members = Array.isArray(json) ? [...json.entries()] : Object.entries(json);
  const issues: Issue[] = [];
  for (const [name, member] of members) {
    issues.push(...issuesIn(member, [...path, name]));
    if (issues.length >= MOST_ISSUES) return issues.slice(0, MOST_ISSUES);
  }
  return issues;
}
