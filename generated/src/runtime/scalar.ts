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
  return integer(value, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
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
  return Number.isFinite(Math.fround(float64(value))) ? value : refuse("float32", value);
}

export function float64(value: number): number {
  return Number.isFinite(value) ? value : refuse("number", value);
}
