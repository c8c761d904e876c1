import type { JsonKind, Type } from "../ir/api.js";

/** A type as TypeScript writes it. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case "boolean":
      return "boolean";
    case "integer":
    case "float":
      return "number";
    case "long":
      return type.representation;
    case "string":
    case "time":
    case "bytes":
      return "string";
    case "any":
      return "unknown";
    case "reference":
      return type.names.type;
    case "external":
      return type.type;
    case "list":
    case "array":
      return `${typeText(type.element)}[]`;
    case "map":
      return `Record<string, ${typeText(type.value)}>`;
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
export function jsonTypeText(kind: JsonKind): string {
  const texts: Readonly<Record<JsonKind, string>> = {
    string: "string",
    number: "number",
    boolean: "boolean",
    array: "JsonValue[]",
    object: "JsonObject",
    any: "JsonValue",
  };
  return texts[kind];
}
