import type { Type } from "../model/api.js";

/** Returns a type as Go writes it. */
export function goType(type: Type): string {
  switch (type.kind) {
    case "string":
      return "string";
    case "boolean":
      return "bool";
    case "integer":
      return type.format;
    case "float":
      return `float${type.bits}`;
    case "any":
      return "any";
    case "reference":
    case "external":
      return type.name;
    case "time":
      return "time.Time";
    case "bytes":
      return "[]byte";
    case "list":
      return `[]${goType(type.element)}`;
    case "array":
      return `[${type.length}]${goType(type.element)}`;
    case "map":
      return `map[${goType(type.key)}]${goType(type.value)}`;
  }
}
