import type { JsonKind, Type } from "../plan/plan.js";
import { textOf, ts, type Code, type Name } from "./code.js";
import { globals, runtime } from "./library.js";
import { externalType, typeName } from "./reference.js";

/** A type as TypeScript writes it, as text. */
export function typeText(type: Type): string {
  return textOf(typeCode(type));
}

/** A type as TypeScript writes it. */
export function typeCode(type: Type): Code {
  switch (type.kind) {
    case "boolean":
      return ts`boolean`;
    case "integer":
    case "float":
      return ts`number`;
    case "long":
      return type.representation === "bigint" ? ts`bigint` : ts`string`;
    case "string":
    case "time":
    case "bytes":
      return ts`string`;
    case "any":
      return ts`unknown`;
    case "reference":
      return ts`${typeName(type)}`;
    case "external":
      return ts`${externalType(type)}`;
    case "list":
    case "array":
      return ts`${typeCode(type.element)}[]`;
    case "map":
      return ts`${globals.Record}<string, ${typeCode(type.value)}>`;
  }
}

/** What the values of a type are in JSON. */
export function jsonKindOf(type: Type): JsonKind {
  switch (type.kind) {
    case "boolean":
    case "string":
    case "any":
      return type.kind;
    case "external":
      return "any";
    case "integer":
    case "long":
    case "float":
      return "number";
    case "time":
    case "bytes":
      return "string";
    case "reference":
      return type.json;
    case "list":
    case "array":
      return "array";
    case "map":
      return "object";
  }
}

/** A kind of JSON values as TypeScript writes it; the runtime's types serve for what nests. */
export function jsonTypeCode(kind: JsonKind): Code {
  switch (kind) {
    case "string":
      return ts`string`;
    case "number":
      return ts`number`;
    case "boolean":
      return ts`boolean`;
    case "array":
      return ts`${runtime.JsonValue}[]`;
    case "object":
      return ts`${runtime.JsonObject}`;
    case "any":
      return ts`${runtime.JsonValue}`;
  }
}

/** The possible definitions of a type. */
export function initCode(type: Code | Name): Code {
  return ts`${runtime.Init}<${type}>`;
}
