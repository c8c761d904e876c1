import type { Type } from "../model/api.js";
import type { Sides } from "./sentence.js";
import type { Version } from "./version.js";

/** A type in one version, and its text in the specification. */
export interface WrittenType {
  readonly type: Type;
  readonly text: string;
  readonly version: Version;
}

/** Returns the types as they are written; if both are written alike, what they consist of. */
export function typeTexts(old: WrittenType, now: WrittenType): Sides {
  if (old.text !== now.text && old.text !== "" && now.text !== "") {
    return { old: old.text, new: now.text };
  }
  const shape = ({ type, version }: WrittenType) => shapeOf(version.resolved(type), version);
  return { old: shape(old), new: shape(now) };
}

/** Returns a Go type; `unknown` for any value. Names inside stay as they are: a type may contain itself. */
function shapeOf(target: Type, version: Version): string {
  switch (target.kind) {
    case "list":
      return `[]${shapeOf(target.element, version)}`;
    case "array":
      return `[${target.length}]${shapeOf(target.element, version)}`;
    case "map":
      return `map[${shapeOf(target.key, version)}]${shapeOf(target.value, version)}`;
    case "reference":
      return version.declarationOf(target.names.type)?.specName ?? target.names.type;
    case "external":
      return target.specName;
    case "integer":
    case "long":
      return target.format;
    case "float":
      return `float${target.bits}`;
    default:
      return NAMES[target.kind];
  }
}

const NAMES = {
  any: "unknown",
  boolean: "bool",
  bytes: "[]byte",
  string: "string",
  time: "time.Time",
} as const;
