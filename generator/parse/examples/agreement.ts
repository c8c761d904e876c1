import type { GoType } from "../../go/ast.js";
import type { Shape } from "./shape.js";

/** Tells whether a type leaves open what an example can tell: `object`, `array`. */
export function isUntold(type: GoType): boolean {
  if (type.kind === "map") return isUntold(type.value);
  return type.kind === "list" ? isUntold(type.element) : type.kind === "any";
}

/** Tells whether values of a shape may have a type. */
export function agrees(type: GoType, shape: Shape): boolean {
  if (shape.kind === "null" || shape.kind === "mixed") return true;
  switch (type.kind) {
    case "list":
    case "array":
      return shape.kind === "list" && agrees(type.element, shape.element);
    case "pointer":
      return agrees(type.element, shape);
    case "map":
      return shape.kind === "object";
    case "name":
      // The name of a model or an enum says nothing here.
      return type.word !== undefined || (KINDS.get(type.name) ?? [shape.kind]).includes(shape.kind);
    default:
      return true;
  }
}

const KINDS = new Map<string, readonly Shape["kind"][]>([
  ["string", ["string"]],
  ["bool", ["boolean"]],
  ...["", "8", "16", "32", "64"].flatMap((bits) =>
    ["int", "uint"].map((name) => [`${name}${bits}`, ["integer", "long"]] as const),
  ),
  ["float32", ["integer", "long", "unsigned", "number"]],
  ["float64", ["integer", "long", "unsigned", "number"]],
]);
