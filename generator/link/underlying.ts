import type { ScalarType } from "../model/api.js";
import type { ModelDraft, TypeDrafts } from "../go/draft.js";
import type { GoType } from "../go/ast.js";
import { scalars } from "./builtins.js";

/** The last name of each chain of definitions, by any name in it. */
type ChainEnds = Map<string, string>;

const ends = new WeakMap<TypeDrafts, ChainEnds>();

/** Returns the ends of chains that are known, so that a chain is not followed for each of its names. */
function endsIn(types: TypeDrafts): ChainEnds {
  const known = ends.get(types) ?? new Map<string, string>();
  ends.set(types, known);
  return known;
}

/**
 * Follows a chain of names, which ends where there is no next one or where it meets itself.
 *
 * @param known the ends of chains that were followed before
 */
export function endOfChain(
  name: string,
  nextOf: (name: string) => string | undefined,
  known: ChainEnds,
): string {
  const path = new Set<string>();
  let end = name;
  for (let next: string | undefined = name; next !== undefined && !path.has(next);) {
    path.add(next);
    end = known.get(next) ?? next;
    next = known.has(next) ? undefined : nextOf(next);
  }
  for (const passed of path) known.set(passed, end);
  return end;
}

/** Returns the underlying type: names are followed, pointers are not (Go spec, Underlying types). */
export function underlyingOf(type: GoType, types: TypeDrafts): GoType | ModelDraft {
  if (type.kind !== "name" || !types.has(type.name)) return type;
  const nextOf = (name: string) => declaredNameOf(definedTypeOf(name, types), types);
  const end = types.get(endOfChain(type.name, nextOf, endsIn(types)));
  return (end?.kind === "type" ? end.type : end) ?? type;
}

/** Removes the pointers around a type. */
export function withoutPointers(type: GoType): GoType {
  let current = type;
  while (current.kind === "pointer") current = current.element;
  return current;
}

/** The type that a name is defined as; nothing for a model. */
function definedTypeOf(name: string, types: TypeDrafts): GoType | undefined {
  const draft = types.get(name);
  return draft?.kind === "type" ? draft.type : undefined;
}

/** The name that a type is, where it is declared. */
function declaredNameOf(type: GoType | undefined, types: TypeDrafts): string | undefined {
  return type?.kind === "name" && types.has(type.name) ? type.name : undefined;
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
