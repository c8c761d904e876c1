/**
 * Writers: the value of a type in, JSON out. As in Go's encoding/json, what cannot be said in the
 * type is refused, never changed. What is `undefined` is left out in the end.
 */
import type { Reader } from "./decode.js";
import { absent } from "./encode.js";
import { takesLongInteger } from "./exact.js";
import type { JsonObject, JsonValue } from "./json.js";
import { integerKey } from "./key.js";
import { refuse } from "./run.js";
import * as scalar from "./scalar.js";
import { isArray, isObject } from "./scalar.js";

export { absent } from "./encode.js";
export { refuse } from "./run.js";
export { isArray, isObject } from "./scalar.js";

/** Writes a value of a type. */
export type Writer<T> = (value: T) => JsonValue;

/** A map; members that are `undefined` are not there. */
export interface Members<T> {
  readonly [name: string]: T | undefined;
}

/** Whether `omitempty` leaves a list or a map out; what is neither is left for the writer. */
export function isEmpty(value: unknown): boolean {
  if (isArray(value)) return value.length === 0;
  return isPlain(value) && Object.values(value).every((member) => member === undefined);
}

/** Sets a member whose name every object inherits something by: `constructor`, `__proto__`. */
export function set(wire: JsonObject, name: string, json: JsonValue): void {
  Object.defineProperty(wire, name, {
    value: json,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

export function string(value: string | undefined): string {
  return typeof value === "string" ? value : absent("string", value);
}

export function boolean(value: boolean | undefined): boolean {
  return typeof value === "boolean" ? value : absent("boolean", value);
}

/** `int` and `int64`: beyond ±(2^53 − 1) a number may have been rounded, and is refused. */
export function int(value: number | undefined): number {
  // The sum makes 0 of -0.
  return scalar.isInt(value) ? value + 0 : noInt(value);
}

/** Apart, for V8 inlines what is short, and this is seldom run. */
function noInt(value: unknown): never {
  return absent(scalar.expectedInt(value), value);
}

export function int8(value: number | undefined): number {
  return scalar.isInt8(value) ? value + 0 : absent("int8", value);
}

export function int16(value: number | undefined): number {
  return scalar.isInt16(value) ? value + 0 : absent("int16", value);
}

export function int32(value: number | undefined): number {
  return scalar.isInt32(value) ? value + 0 : absent("int32", value);
}

/** `uint` and `uint64`: beyond 2^53 − 1 a number may have been rounded, and is refused. */
export function uint(value: number | undefined): number {
  return scalar.isUint(value) ? value + 0 : absent("unsigned integer", value);
}

export function uint8(value: number | undefined): number {
  return scalar.isUint8(value) ? value + 0 : absent("uint8", value);
}

export function uint16(value: number | undefined): number {
  return scalar.isUint16(value) ? value + 0 : absent("uint16", value);
}

export function uint32(value: number | undefined): number {
  return scalar.isUint32(value) ? value + 0 : absent("uint32", value);
}

export function float32(value: number | undefined): number {
  return scalar.isFloat32(value) ? value : absent("float32", value);
}

export function float64(value: number | undefined): number {
  return scalar.isFloat64(value) ? value : absent("number", value);
}

/** RFC 3339, kept as it is written. */
export function time(value: string | undefined): string {
  return scalar.isTime(value) ? value : absent("RFC 3339 time", value);
}

/** Base64, kept as it is written. */
export function bytes(value: string | undefined): string {
  return scalar.isBase64(value) ? value : absent("base64", value);
}

/** Any value that is JSON, as a copy: members that are `undefined` are left out. */
export function any(value: unknown): JsonValue {
  if (value === undefined) return absent("JSON", value);
  if (isArray(value)) return list(value, any);
  if (isPlain(value)) return map(value, any);
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (scalar.isFloat64(value)) return value;
  if (typeof value === "bigint" && takesLongInteger()) return value as never;
  return refuse(isObject(value) ? "plain object" : "JSON", value);
}

/** Go's `[]T`. */
export function list<T>(values: readonly T[] | undefined, write: Writer<T>): JsonValue[] {
  if (!isArray(values)) return absent("array", values);
  // oxlint-disable-next-line unicorn/no-new-array
  const json = new Array<JsonValue>(values.length);
  for (let index = 0; index < json.length; index++) json[index] = element(values[index], write);
  return json;
}

function element<T>(value: T | undefined, write: Writer<T>): JsonValue {
  return value === undefined ? refuse("a value", value) : write(value);
}

/** Go's `[length]T`, which has neither more elements nor fewer. */
export function array<T>(
  values: readonly T[] | undefined,
  length: number,
  write: Writer<T>,
): JsonValue[] {
  if (isArray(values) && values.length !== length) {
    return refuse(`array length ${length}`, values.length);
  }
  return list(values, write);
}

/** A map; integer keys come with the reader of their type, and become canonical text. */
export function map<T>(
  values: Members<T> | undefined,
  write: Writer<T>,
  checkKey?: Reader<number | bigint | string>,
): JsonObject {
  // The members of a `Map` are no properties, and would be lost.
  if (!isPlain(values)) return absent(isObject(values) ? "plain object" : "object", values);
  const members: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const key = checkKey === undefined ? name : integerKey(name, checkKey);
    const isTwice = key !== name && key !== undefined && hasKey(key, values, members);
    // A key that is refused stands where its member would.
    if (key === undefined) members.push([name, refuse("integer key", name)]);
    else if (isTwice) members.push([name, refuse(`integer key other than ${key}`, name)]);
    else members.push([key, write(value)]);
  }
  // `Object.fromEntries` makes own members, of `__proto__` too.
  return Object.fromEntries(members);
}

/** Whether another spelling of an integer key stands for a member, which would be lost. */
function hasKey(
  key: string,
  values: Members<unknown>,
  members: readonly (readonly [string, JsonValue])[],
): boolean {
  return values[key] !== undefined || members.some(([written]) => written === key);
}

/** Go's tag option `,string`: the JSON text of a scalar, in a string. */
export function quoted<T>(value: T | undefined, write: Writer<T>): string {
  if (value === undefined) return absent("a value", value);
  const json = write(value);
  // No scalar is an object, but a refusal is one.
  if (typeof json === "object") return json as never;
  return typeof json === "string"
    ? JSON.stringify(json).replace(/[<>&\u2028\u2029]/g, escaped)
    : String(json);
}

/** The escape of a character that Go's encoding/json does not leave to HTML. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function isPlain(value: unknown): value is Members<unknown> {
  if (!isObject(value)) return false;
  // Objects of other realms have another `Object.prototype`, which is a root all the same.
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
