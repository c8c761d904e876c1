import type { ScalarType } from "../ir/api.js";
import type { ModelDraft } from "../ir/draft.js";
import type { GoType } from "../ir/go.js";
import { scalars } from "./builtins.js";
import type { Symbols } from "./symbols.js";

/** What a Go type is at bottom: names are followed, pointers are not (Go spec, Underlying types). */
export function underlyingOf(type: GoType, types: Symbols["types"]): GoType | ModelDraft {
  let current = type;
  for (const seen = new Set<string>(); current.kind === "name" && !seen.has(current.name);) {
    seen.add(current.name);
    const declared = types.get(current.name);
    if (declared === undefined) return current;
    if (declared.kind === "model") return declared;
    current = declared.type;
  }
  return current;
}

/** The scalar that a Go type is at bottom, through any number of definitions. */
export function scalarOf(type: GoType, types: Symbols["types"]): ScalarType | undefined {
  const underlying = underlyingOf(type, types);
  const isName = underlying.kind === "name" && !types.has(underlying.name);
  return isName ? scalars.get(underlying.name) : undefined;
}
