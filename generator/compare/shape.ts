import type { Type } from "../model/api.js";
import type { OwnedType, Version } from "./version.js";

/** Returns the Go type that a type stands for. Names inside stay as they are: a type may contain itself. */
export function shapeOf(owned: OwnedType, version: Version): string {
  return goTypeText(version.resolved(owned).type, version);
}

function goTypeText(type: Type, version: Version): string {
  switch (type.kind) {
    case "list":
      return `[]${goTypeText(type.element, version)}`;
    case "array":
      return `[${type.length}]${goTypeText(type.element, version)}`;
    case "map":
      return `map[${goTypeText(version.keyOf(type), version)}]${goTypeText(type.value, version)}`;
    case "reference":
    case "external":
      return type.name;
    case "integer":
      return type.format;
    case "float":
      return `float${type.bits}`;
    default:
      return NAMES[type.kind];
  }
}

const NAMES = {
  any: "unknown",
  boolean: "bool",
  bytes: "[]byte",
  string: "string",
  time: "time.Time",
} as const;
