import type { IntegerFormat, ScalarType, Type } from "../model/api.js";

const INTEGERS = "int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64".split(
  " ",
) as IntegerFormat[];

/** The scalar types of Go, by their names. */
export const scalars: ReadonlyMap<string, ScalarType> = new Map<string, ScalarType>([
  ["string", { kind: "string" }],
  ["bool", { kind: "boolean" }],
  ...INTEGERS.map((format) => [format, { kind: "integer", format }] as const),
  ["byte", { kind: "integer", format: "uint8" }],
  ["rune", { kind: "integer", format: "int32" }],
  ["float32", { kind: "float", bits: 32 }],
  ["float64", { kind: "float", bits: 64 }],
]);

/** The types that every document knows, by their names. */
export const builtins: ReadonlyMap<string, Type> = new Map<string, Type>([
  ...scalars,
  ["json.RawMessage", { kind: "any" }],
  ["time.Time", { kind: "time" }],
]);

/** The inclusive range of an integer format (Go spec, Numeric types). */
export function integerRangeOf(format: IntegerFormat): readonly [least: bigint, most: bigint] {
  const bits = BigInt(/\d+$/.exec(format)?.[0] ?? 64);
  if (format.startsWith("u")) return [0n, (1n << bits) - 1n];
  return [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n];
}
