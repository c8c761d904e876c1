import { report } from "../diagnostics/report.js";
import type { ModelDraft, TypeDraft, TypeDrafts } from "../ir/draft.js";
import type { GoType } from "../ir/go.js";

type GoName = Extract<GoType, { kind: "name" }>;

/**
 * The names through which a type is defined as nothing but itself (`type A = B`, `type B = *A`).
 *
 * @returns the names from the type back to itself, or nothing where its definition ends
 */
export function cycleOf(draft: TypeDraft, types: TypeDrafts): readonly string[] | undefined {
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

/**
 * Reports models that consist of themselves, by embeddings or by fields without a pointer or a list
 * in between: such a value has no end (Go spec, Struct types). Each cycle is told once, where it
 * closes.
 */
export function reportContainment(types: TypeDrafts): void {
  const done = new Set<string>();
  for (const root of types.values()) {
    if (root.kind !== "model") continue;
    // A stack of its own, as chains of models may be long.
    const path = [{ name: root.name.text, rest: containedIn(root) }];
    const open = new Set([root.name.text]);
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const next = done.has(last.name) ? undefined : last.rest.pop();
      if (next === undefined) {
        done.add(last.name);
        open.delete(last.name);
        path.pop();
      } else if (open.has(next.name)) {
        const names = path.map(({ name }) => name);
        const cycle = [...names.slice(names.indexOf(next.name)), next.name];
        report("type-cycle", next.range, { path: cycle });
      } else if (!done.has(next.name)) {
        const draft = types.get(next.name);
        if (draft === undefined) continue;
        path.push({ name: next.name, rest: containedIn(draft) });
        open.add(next.name);
      }
    }
  }
}

/** The names of the types that every value of a type contains, last one first. */
function containedIn(draft: ModelDraft | TypeDraft): GoName[] {
  const contained =
    draft.kind === "type"
      ? [draft.type]
      : draft.members
          .filter((member) => member.kind === "embedding" || member.tag.kind === "named")
          .map(({ type, kind }) => (kind === "embedding" ? withoutPointers(type) : type));
  return contained.flatMap((type) => namesIn(type)).toReversed();
}

function namesIn(type: GoType): GoName[] {
  let current = type;
  while (current.kind === "array" && current.length > 0) current = current.element;
  return current.kind === "name" ? [current] : [];
}

function withoutPointers(type: GoType): GoType {
  let current = type;
  while (current.kind === "pointer") current = current.element;
  return current;
}
