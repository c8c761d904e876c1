import type { Model, Reference, Type, TypeDeclaration } from "./plan.js";

type Declarations = ReadonlyMap<string, TypeDeclaration>;

/** Returns the model that a name leads to, through aliases of it. */
export function modelOf(reference: Reference, types: Declarations): Model | undefined {
  return followed(reference, types, ({ kind }) => kind === "reference");
}

/** Returns the model of the objects that a type has inside lists, too. The keys of a map are no members of a model. */
export function modelIn(type: Type, types: Declarations): Model | undefined {
  return followed(type, types, ({ kind }) => kind !== "map");
}

/** Follows a type to a model, as far as its parts are of the kinds that count: a list may be one of itself. */
function followed(
  start: Type | Reference,
  types: Declarations,
  isFollowed: (type: Type) => boolean,
): Model | undefined {
  const seen = new Set<string>();
  let type = start as Type;
  while (isFollowed(type)) {
    if (type.kind === "list" || type.kind === "array") {
      type = type.element;
      continue;
    }
    if (type.kind !== "reference" || seen.has(type.names.type)) return undefined;
    seen.add(type.names.type);
    const declaration = types.get(type.names.type);
    if (declaration?.kind !== "alias")
      return declaration?.kind === "model" ? declaration : undefined;
    ({ type } = declaration);
  }
  return undefined;
}
