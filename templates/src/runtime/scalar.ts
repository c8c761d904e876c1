/**
 * The checks of scalar values, the same for reading and writing: each gives the value back, or
 * refuses it. The rules are those of Go's encoding/json for the Go type of the name.
 */
import { refuse } from "./run.js";

export function string(value: string): string {
  return typeof value === "string" ? value : refuse("string", value);
}

export function boolean(value: boolean): boolean {
  return typeof value === "boolean" ? value : refuse("boolean", value);
}

/** `int` and `int64`: beyond ±(2^53 − 1) a number may have been rounded, and is refused. */
export function int(value: number): number {
  return Number.isSafeInteger(value) ? value + 0 : refuse("integer", value);
}

export function int8(value: number): number {
  return integer(value, -0x80, 0x7f);
}

export function int16(value: number): number {
  return integer(value, -0x8000, 0x7fff);
}

export function int32(value: number): number {
  return integer(value, -0x8000_0000, 0x7fff_ffff);
}

/** `uint` and `uint64`: beyond 2^53 − 1 a number may have been rounded, and is refused. */
export function uint(value: number): number {
  return integer(value, 0, Number.MAX_SAFE_INTEGER);
}

export function uint8(value: number): number {
  return integer(value, 0, 0xff);
}

export function uint16(value: number): number {
  return integer(value, 0, 0xffff);
}

export function uint32(value: number): number {
  return integer(value, 0, 0xffff_ffff);
}

/** Refuses what would overflow, and keeps the digits that a `float32` would lose. */
export function float32(value: number): number {
  if (!Number.isFinite(value)) return refuse("number", value);
  return Number.isFinite(Math.fround(value)) ? value : refuse("float32", value);
}

export function float64(value: number): number {
  return Number.isFinite(value) ? value : refuse("number", value);
}

/** RFC 3339 as the `UnmarshalJSON` of Go's `time.Time` takes it; kept as it is written. */
export function time(value: string): string {
  return typeof value === "string" && isTime(value) ? value : refuse("RFC 3339 time", value);
}

/** Base64 with padding, as Go's `[]byte` takes it, line breaks included; kept as it is written. */
export function bytes(value: string): string {
  return typeof value === "string" && isBase64(value) ? value : refuse("base64", value);
}

function integer(value: number, min: number, max: number): number {
  // The sum makes 0 of -0.
  if (Number.isInteger(value) && value >= min && value <= max) return value + 0;
  return refuse(Number.isInteger(value) ? `integer from ${min} to ${max}` : "integer", value);
}

/** Go's layout takes an hour of one digit, a comma before the fraction, and offsets to 24:60. */
function isTime(text: string): boolean {
  const [, year, month, day] =
    /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,]\d+)?(?:Z|[+-](?:[01]\d|2[0-4]):(?:[0-5]\d|60))$/.exec(
      text,
    ) ?? [];
  // The calendar repeats after 400 years, and `Date.UTC` takes years below 100 for others.
  const lastDay = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  return Number(day) <= lastDay;
}

function isBase64(text: string): boolean {
  const digits = text.replace(/[\r\n]+/g, "");
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits);
}
