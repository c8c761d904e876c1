import type { Declaration, Type } from "../../model/api.js";

/** Returns the types that a declaration has inside. */
export function typesOfFields(declaration: Declaration): readonly Type[] {
  switch (declaration.kind) {
    case "model": {
      const embedded = declaration.embeddings.map(({ type }): Type => ({
        kind: "reference",
        name: type,
      }));
      return [...embedded, ...declaration.ownFields.map(({ type }) => type)];
    }
    case "alias":
      return [declaration.type];
    default:
      return [];
  }
}
