import type { ScalarType } from "../ir/api.js";
import type { GoType } from "../ir/go.js";
import { scalars } from "./builtins.js";
import type { Symbols } from "./symbols.js";

/** The scalar that a Go type is at bottom, through any number of definitions. */
export function scalarOf(type: GoType, types: Symbols["types"]): ScalarType | undefined {
  let current = type;
  for (const seen = new Set<string>(); current.kind === "name" && !seen.has(current.name);) {
    seen.add(current.name);
    const declared = types.get(current.name);
    if (declared === undefined) return scalars.get(current.name);
    if (declared.kind === "model") return undefined;
    current = declared.type;
  }
  return undefined;
}
