/**
 * The values of Go's scalar types in text, as its encoding/xml reads them: an empty text is the zero value, and
 * white space may stand around any other but a time.
 */
import * as scalar from "../scalar.js";
import { refuse } from "./source.js";

/** A text without white space in it, and around it that of Go's `strings.TrimSpace`. */
const TOKEN = /^(?:[^\S\ufeff]|\x85)*([^\s\x85]+)(?:[^\S\ufeff]|\x85)*$/;

export function boolean(text: string): boolean {
  const token = tokenIn(text);
  if (/^(?:1|t|T|true|TRUE|True)$/.test(token)) return true;
  return text !== "" && !/^(?:0|f|F|false|FALSE|False)$/.test(token)
    ? refuse("boolean", text)
    : false;
}

/** `int` and `int64`: beyond ±(2^53 − 1) a number would be rounded, and is refused. */
export function int(text: string): number {
  const number = signed(text);
  return scalar.isInt(number) ? number : refuse(scalar.expectedInt(number), text);
}

export function int8(text: string): number {
  const number = signed(text);
  return scalar.isInt8(number) ? number : refuse("int8", text);
}

export function int16(text: string): number {
  const number = signed(text);
  return scalar.isInt16(number) ? number : refuse("int16", text);
}

export function int32(text: string): number {
  const number = signed(text);
  return scalar.isInt32(number) ? number : refuse("int32", text);
}

/** `uint` and `uint64`: beyond 2^53 − 1 a number would be rounded, and is refused. */
export function uint(text: string): number {
  const number = unsigned(text);
  return scalar.isUint(number) ? number : refuse("unsigned integer", text);
}

export function uint8(text: string): number {
  const number = unsigned(text);
  return scalar.isUint8(number) ? number : refuse("uint8", text);
}

export function uint16(text: string): number {
  const number = unsigned(text);
  return scalar.isUint16(number) ? number : refuse("uint16", text);
}

export function uint32(text: string): number {
  const number = unsigned(text);
  return scalar.isUint32(number) ? number : refuse("uint32", text);
}

/** A number of 32 bits: overflow is refused, further digits are kept. */
export function float32(text: string): number {
  const number = float(text);
  const overflows = Number.isFinite(number) && !scalar.isFloat32(number);
  return number === undefined || overflows ? refuse("float32", text) : number;
}

export function float64(text: string): number {
  return float(text) ?? refuse("number", text);
}

/** RFC 3339, kept as it is written. */
export function time(text: string): string {
  return scalar.isTime(text) ? text : refuse("RFC 3339 time", text);
}

/** An `int64` without the loss of a digit. */
export function bigInt64(text: string): bigint {
  const integer = long(text, /^[+-]?0*(\d{1,20})$/);
  return BigInt.asIntN(64, integer) === integer ? integer : refuse("int64", text);
}

/** A `uint64` without the loss of a digit. */
export function bigUint64(text: string): bigint {
  const integer = long(text, /^0*(\d{1,20})$/);
  return BigInt.asUintN(64, integer) === integer ? integer : refuse("uint64", text);
}

/** An `int64` as text in decimal. */
export function int64Text(text: string): string {
  return String(bigInt64(text));
}

/** A `uint64` as text in decimal. */
export function uint64Text(text: string): string {
  return String(bigUint64(text));
}

/** Refuses the text of a type that XML does not hold. */
export function unsupported(text: string): never {
  return refuse("nothing", text);
}

function signed(text: string): number {
  return number(text, /^[+-]?\d+$/);
}

/** Go's `strconv.ParseUint` takes no sign, not even `+`. */
function unsigned(text: string): number {
  return number(text, /^\d+$/);
}

function number(text: string, pattern: RegExp): number {
  const token = tokenIn(text);
  // The sum makes 0 of -0.
  return text === "" || pattern.test(token) ? Number(token) + 0 : NaN;
}

/** Returns an integer of any length that a 64-bit one may have; beyond it one that fits none. */
function long(text: string, pattern: RegExp): bigint {
  const token = tokenIn(text);
  return text === "" || pattern.test(token) ? BigInt(token) : 2n ** 64n;
}

/** Unlike in Go, a number has no underscores, and is not hexadecimal. */
function float(text: string): number | undefined {
  if (text === "") return 0;
  const token = tokenIn(text);
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(token)) {
    const number = Number(token);
    return Number.isFinite(number) ? number : undefined;
  }
  const [, sign, isInfinite] = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i.exec(token) ?? [];
  if (isInfinite) return sign === "-" ? -Infinity : Infinity;
  return sign === "" ? NaN : undefined;
}

function tokenIn(text: string): string {
  return TOKEN.exec(text)?.[1] ?? "";
}
