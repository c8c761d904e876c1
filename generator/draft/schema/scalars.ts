import type { IntegerFormat, ScalarType } from "../../model/api.js";
import { numberOf, textOf, type ValueObject } from "./value.js";

/** The integers with bounds of their own. */
const FORMATS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"] as const;

/** Returns the type of integers that a schema is about: by its format, or else by its bounds. */
export function integerIn(schema: ValueObject): IntegerFormat {
  const format = FORMATS.find((one) => one === schema["format"]);
  return format ?? FORMATS.find((one) => isBoundedLike(schema, one)) ?? "int";
}

/** Returns a schema of integers without the bounds that its type has anyway. */
export function withoutBounds(schema: ValueObject, format: IntegerFormat): ValueObject {
  if (!isBoundedLike(schema, format)) return schema;
  const { minimum: _minimum, maximum: _maximum, ...rest } = schema;
  return rest;
}

function isBoundedLike({ minimum, maximum }: ValueObject, format: IntegerFormat): boolean {
  const bits = BigInt(/\d+$/.exec(format)?.[0] ?? "64");
  const isSigned = format.startsWith("i");
  const most = isSigned ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
  const least = isSigned ? -(1n << (bits - 1n)) : 0n;
  return exact(minimum as never) === least && exact(maximum as never) === most;
}

function exact(value: ValueObject[string]): bigint | undefined {
  const number = numberOf(value);
  return number !== undefined && Number.isInteger(Number(number)) ? BigInt(number) : undefined;
}

/** Returns the bits of the floats of a schema; those of a `float32` may be its bounds. */
export function floatIn(schema: ValueObject): ScalarType {
  const isSingle = schema["format"] === "float" || schema["maximum"] === MOST_FLOAT;
  return { kind: "float", bits: isSingle ? 32 : 64 };
}

const MOST_FLOAT = (2 - 2 ** -23) * 2 ** 127;

/** Returns the type of the texts of a schema. */
export function textTypeIn(schema: ValueObject): ScalarType | { readonly kind: "time" | "bytes" } {
  const format = textOf(schema["format"]);
  if (format === "date-time") return { kind: "time" };
  const isBytes = schema["contentEncoding"] === "base64" || format === "byte";
  return isBytes ? { kind: "bytes" } : { kind: "string" };
}
