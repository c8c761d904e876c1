/** What the code by hand checks, apart from what stands inline. */
import { fail } from "./fail.js";

export function isObject<T>(value: T): value is T & object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

export function isUint32(value: unknown): value is number {
  return typeof value === "number" && value >>> 0 === value;
}

export function string(value: unknown): string {
  return typeof value === "string" ? value : fail("string");
}

export function boolean(value: unknown): boolean {
  return typeof value === "boolean" ? value : fail("boolean");
}

/** The sum makes 0 of -0. */
export function integer(value: unknown): number {
  return isInteger(value) ? value + 0 : fail("integer");
}

export function uint32(value: unknown): number {
  return isUint32(value) ? value + 0 : fail("uint32");
}
