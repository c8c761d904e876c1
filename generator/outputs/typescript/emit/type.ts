import type { JsonKind, Type } from "../plan/plan.js";
import { JSON_KINDS } from "../plan/types.js";
import { raw, renderedText, ts, type Code, type Name } from "./code.js";
import { globals, runtime } from "./library.js";
import { externalTypeName, typeName } from "./reference.js";

/** A type as TypeScript writes it, as text. */
export function typeText(type: Type): string {
  return renderedText(typeCode(type));
}

/** The types of TypeScript that need no names, by the kinds of types. */
export const PLAIN_TYPES = {
  any: "unknown",
  boolean: "boolean",
  bytes: "string",
  float: "number",
  integer: "number",
  string: "string",
  time: "string",
} as const;

/** A type as TypeScript writes it. */
export function typeCode(type: Type): Code {
  switch (type.kind) {
    case "long":
      return raw(type.representation);
    case "reference":
      return ts`${typeName(type)}`;
    case "external":
      return ts`${externalTypeName(type)}`;
    case "list":
    case "array":
      return ts`${typeCode(type.element)}[]`;
    case "map":
      return ts`${globals.Record}<string, ${typeCode(type.value)}>`;
    default:
      return raw(PLAIN_TYPES[type.kind]);
  }
}

/** Returns the kind of JSON values that a type has. */
export function jsonKindOf(type: Type): JsonKind {
  return type.kind === "reference" ? type.json : JSON_KINDS[type.kind];
}

/** The kinds of JSON values as TypeScript writes them; the runtime's types serve for what nests. */
export const jsonTypes: Readonly<Record<JsonKind, Code>> = {
  string: ts`string`,
  number: ts`number`,
  boolean: ts`boolean`,
  array: ts`${runtime.JsonValue}[]`,
  object: ts`${runtime.JsonObject}`,
  any: ts`${runtime.JsonValue}`,
};

/** The possible definitions of a type. */
export function initCode(type: Code | Name): Code {
  return ts`${runtime.Init}<${type}>`;
}
