import type { GoScalarType } from "../model/api.js";
import type { ModelDraft, TypeDrafts } from "../model/draft.js";
import type { GoType } from "../model/go.js";
import { scalars } from "./builtins.js";

/** The last name of each chain of definitions, by any name in it. */
type ChainEnds = Map<string, string>;

const ends = new WeakMap<TypeDrafts, { readonly names: ChainEnds; readonly pointers: ChainEnds }>();

/** Returns the ends of chains that are known, so that a chain is not followed for each of its names. */
function endsIn(types: TypeDrafts) {
  const known = ends.get(types) ?? { names: new Map(), pointers: new Map() };
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

/** What a Go type is at bottom: names are followed, pointers are not (Go spec, Underlying types). */
export function underlyingOf(type: GoType, types: TypeDrafts): GoType | ModelDraft {
  return definitionOf(type, types).underlying;
}

/** What a Go type is at bottom, and the name of the type that is defined as that. */
export function definitionOf(
  type: GoType,
  types: TypeDrafts,
): { readonly underlying: GoType | ModelDraft; readonly definedBy: string | undefined } {
  if (type.kind !== "name" || !types.has(type.name)) {
    return { underlying: type, definedBy: undefined };
  }
  const nextOf = (name: string) => declaredNameOf(definedTypeOf(name, types), types);
  const definedBy = endOfChain(type.name, nextOf, endsIn(types).names);
  return { underlying: definitionNamed(definedBy, types) ?? type, definedBy };
}

/** Returns the type that a Go type finally stands for. Pointers are followed too: JSON does not show them. */
export function pointedOf(type: GoType, types: TypeDrafts): GoType | ModelDraft {
  const pointed = withoutPointers(type);
  const start = declaredNameOf(pointed, types);
  if (start === undefined) return pointed;
  const nextOf = (name: string) => {
    const defined = definedTypeOf(name, types);
    return declaredNameOf(defined && withoutPointers(defined), types);
  };
  const definition = definitionNamed(endOfChain(start, nextOf, endsIn(types).pointers), types);
  if (definition === undefined || definition.kind === "model") return definition ?? pointed;
  return withoutPointers(definition);
}

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

function definitionNamed(name: string, types: TypeDrafts): GoType | ModelDraft | undefined {
  const draft = types.get(name);
  return draft?.kind === "type" ? draft.type : draft;
}

/** The name that a type is, where it is declared. */
function declaredNameOf(type: GoType | undefined, types: TypeDrafts): string | undefined {
  return type?.kind === "name" && types.has(type.name) ? type.name : undefined;
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
