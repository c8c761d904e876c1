import type { TypeDraft } from "../ir/draft.js";
import type { GoType } from "../ir/go.js";
import type { Symbols } from "./symbols.js";

/**
 * The names through which a type is defined as nothing but itself (`type A = B`, `type B = *A`).
 *
 * @returns the names from the type back to itself, or nothing where its definition ends
 */
export function cycleOf(draft: TypeDraft, types: Symbols["types"]): readonly string[] | undefined {
  const path = new Set([draft.name.text]);
  let type = withoutPointers(draft.type);
  while (type.kind === "name") {
    const declared = types.get(type.name);
    if (declared?.kind !== "type") return undefined;
    if (declared === draft) return [...path, type.name];
    // A cycle further on, which the draft only leads to.
    if (path.has(type.name)) return undefined;
    path.add(type.name);
    type = withoutPointers(declared.type);
  }
  return undefined;
}

function withoutPointers(type: GoType): GoType {
  let current = type;
  while (current.kind === "pointer") current = current.element;
  return current;
}
