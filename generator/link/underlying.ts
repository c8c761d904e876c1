import type { GoScalarType } from "../ir/api.js";
import type { ModelDraft, TypeDrafts } from "../ir/draft.js";
import type { GoType } from "../ir/go.js";
import { scalars } from "./builtins.js";

/** What a Go type is at bottom: names are followed, pointers are not (Go spec, Underlying types). */
export function underlyingOf(type: GoType, types: TypeDrafts): GoType | ModelDraft {
  return definitionOf(type, types).underlying;
}

/** What a Go type is at bottom, and the name of the type that is defined as that. */
export function definitionOf(
  type: GoType,
  types: TypeDrafts,
): { readonly underlying: GoType | ModelDraft; readonly definedBy: string | undefined } {
  let underlying = type;
  let definedBy: string | undefined;
  for (const seen = new Set<string>(); underlying.kind === "name" && !seen.has(underlying.name);) {
    const declared = types.get(underlying.name);
    if (declared === undefined) break;
    seen.add(underlying.name);
    definedBy = underlying.name;
    if (declared.kind === "model") return { underlying: declared, definedBy };
    underlying = declared.type;
  }
  return { underlying, definedBy };
}

/** The scalar that a Go type is at bottom, through any number of definitions. */
export function scalarOf(type: GoType, types: TypeDrafts): GoScalarType | undefined {
  const underlying = underlyingOf(type, types);
  const isName = underlying.kind === "name" && !types.has(underlying.name);
  return isName ? scalars.get(underlying.name) : undefined;
}

/** The scalar that the type of a name is at bottom. */
export function scalarNamed(name: string, types: TypeDrafts): GoScalarType | undefined {
  const declared = types.get(name);
  if (declared === undefined) return scalars.get(name);
  return declared.kind === "model" ? undefined : scalarOf(declared.type, types);
}
