import type { ScalarType } from "../ir/api.js";
import type { ModelDraft, TypeDrafts } from "../ir/draft.js";
import type { GoType } from "../ir/go.js";
import { scalars } from "./builtins.js";

/** What a Go type is at bottom: names are followed, pointers are not (Go spec, Underlying types). */
export function underlyingOf(type: GoType, types: TypeDrafts): GoType | ModelDraft {
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
export function scalarOf(type: GoType, types: TypeDrafts): ScalarType | undefined {
  const underlying = underlyingOf(type, types);
  const isName = underlying.kind === "name" && !types.has(underlying.name);
  return isName ? scalars.get(underlying.name) : undefined;
}

/** The scalar that the type of a name is at bottom. */
export function scalarNamed(name: string, types: TypeDrafts): ScalarType | undefined {
  const declared = types.get(name);
  if (declared === undefined) return scalars.get(name);
  return declared.kind === "model" ? undefined : scalarOf(declared.type, types);
}
