import type { IntegerFormat, MapKey, ScalarType } from "../model/api.js";
import { members, type JsonObject } from "./json.js";
import type { SchemaStyle } from "./style.js";

/** Returns the schema of a scalar. */
export function scalarSchema(type: ScalarType, style: Pick<SchemaStyle, "isOpenApi">): JsonObject {
  switch (type.kind) {
    case "string":
    case "boolean":
      return { type: type.kind };
    case "integer":
      return integerSchema(type.format, style);
    case "float":
      return floatSchema(type.bits, style);
  }
}

/** Readers of OpenAPI know the bounds of signed integers of 32 and 64 bits by their formats. */
function integerSchema(
  format: IntegerFormat,
  { isOpenApi }: Pick<SchemaStyle, "isOpenApi">,
): JsonObject {
  const { name, bits, isSigned } = sizeOf(format);
  const half = 1n << BigInt(bits - 1);
  const isKnown = isOpenApi && isSigned && bits >= 32;
  return members({
    type: "integer",
    format: isOpenApi ? name : undefined,
    minimum: isKnown ? undefined : isSigned ? -half : 0,
    maximum: isKnown ? undefined : isSigned ? half - 1n : 2n * half - 1n,
  });
}

function floatSchema(bits: 32 | 64, { isOpenApi }: Pick<SchemaStyle, "isOpenApi">): JsonObject {
  if (isOpenApi) return { type: "number", format: bits === 32 ? "float" : "double" };
  return bits === 64
    ? { type: "number" }
    : { type: "number", minimum: -MOST_FLOAT, maximum: MOST_FLOAT };
}

/** The greatest number that a `float32` holds. */
const MOST_FLOAT = (2 - 2 ** -23) * 2 ** 127;

function sizeOf(format: IntegerFormat) {
  const bits = /\d+$/.exec(format)?.[0] ?? "64";
  const isSigned = format.startsWith("i");
  return { name: `${isSigned ? "int" : "uint"}${bits}`, bits: Number(bits), isSigned };
}

/** Returns the pattern of the keys of a map; any text is a key of a map of texts. */
export function keyPattern(key: MapKey): string | undefined {
  if (key.kind !== "integer") return undefined;
  return key.format.startsWith("i") ? "^[+-]?[0-9]+$" : "^[0-9]+$";
}

/** Returns the pattern of the texts that hold a scalar as JSON; decoders take `null` in them, too. */
export function quotedPattern(type: ScalarType, { nulls }: Pick<SchemaStyle, "nulls">): string {
  const pattern = valuePattern(type);
  return nulls === "all" ? `^(?:${pattern}|null)$` : `^(?:${pattern})$`;
}

function valuePattern(type: ScalarType): string {
  switch (type.kind) {
    case "string":
      return '".*"';
    case "boolean":
      return "true|false";
    case "integer":
      return type.format.startsWith("i") ? "-?[0-9]+" : "[0-9]+";
    case "float":
      return "-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?";
  }
}
