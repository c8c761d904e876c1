/** The values of Go's scalar types, as its encoding/json reads them. */
import { kindOf } from "./issue.js";

// Variables of their own, for V8 inlines what is short, and a member of `Number` is longer.
export const isInt = Number.isSafeInteger as (value: unknown) => value is number;
export const isArray: (value: unknown) => value is readonly unknown[] = Array.isArray;

/** Returns the expectation for an `int`: an integer, and one that no other number rounds to. */
export function expectedInt(value: unknown): string {
  return Number.isInteger(value) ? "safe integer" : "integer";
}

export function isInt8(value: unknown): value is number {
  return isIntegerFrom(-0x80, 0x7f, value);
}

export function isInt16(value: unknown): value is number {
  return isIntegerFrom(-0x8000, 0x7fff, value);
}

export function isInt32(value: unknown): value is number {
  return isIntegerFrom(-0x8000_0000, 0x7fff_ffff, value);
}

/** `uint` and `uint64`: beyond 2^53 − 1 a number may have been rounded. */
export function isUint(value: unknown): value is number {
  return isIntegerFrom(0, Number.MAX_SAFE_INTEGER, value);
}

export function isUint8(value: unknown): value is number {
  return isIntegerFrom(0, 0xff, value);
}

export function isUint16(value: unknown): value is number {
  return isIntegerFrom(0, 0xffff, value);
}

export function isUint32(value: unknown): value is number {
  // Shifting makes a `uint32` of any number, and changes none that is one.
  return typeof value === "number" && value >>> 0 === value;
}

/** Whether a number fits a `float32`: overflow is refused, further digits are kept. */
export function isFloat32(value: unknown): value is number {
  return isFloat64(value) && Number.isFinite(Math.fround(value));
}

export function isFloat64(value: unknown): value is number {
  return Number.isFinite(value);
}

/**
 * RFC 3339 as the `UnmarshalJSON` of Go's `time.Time` takes it, which lets pass an hour of one
 * digit, a comma before the fraction, and offsets up to 24:60.
 */
export function isTime(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const [, year, month, day] =
    /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]?\d|2[0-3]):[0-5]\d:[0-5]\d([.,]\d+)?(Z|[+-]([01]\d|2[0-4]):([0-5]\d|60))$/.exec(
      value,
    ) ?? [];
  // The calendar repeats after 400 years, and `Date.UTC` takes years below 100 for others.
  const lastDay = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  return Number(day) <= lastDay;
}

/** Base64 with padding, as Go's `[]byte` takes it: line breaks may stand anywhere. */
export function isBase64(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const digits = value.replace(/[\r\n]+/g, "");
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits);
}

/** Whether a value is an object whose members are all of it. */
export function isObject(value: unknown): value is object {
  return kindOf(value as object) === "object";
}

function isIntegerFrom(min: number, max: number, value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;
}
