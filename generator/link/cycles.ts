import type { Report } from "../source/diagnostic.js";
import type { MemberDraft, ModelDraft, TypeDraft, TypeDrafts, WiresDraft } from "../go/draft.js";
import type { GoType } from "../go/ast.js";
import type { DocumentDraft } from "../parse/draft.js";
import { withoutPointers } from "./underlying.js";
import { isOn, type ModelWires } from "./wires.js";

type GoName = Extract<GoType, { kind: "name" }>;

/**
 * Finds the types that are defined as nothing but themselves (`type A = B`, `type B = *A`).
 *
 * @returns the names of the cycle that a type is in, by its name; the least one comes first
 */
export function definitionCycles(types: TypeDrafts): ReadonlyMap<string, readonly string[]> {
  const cycles = new Map<string, readonly string[]>();
  const done = new Set<string>();
  for (const root of types.values()) {
    const path = new Set<string>();
    for (let draft: typeof root | undefined = root; draft?.kind === "type";) {
      const { text: name } = draft.name;
      if (path.has(name)) {
        const names = [...path];
        const cycle = rotated(names.slice(names.indexOf(name)));
        for (const member of cycle) cycles.set(member, cycle);
      }
      if (done.has(name)) break;
      done.add(name);
      path.add(name);
      const type = withoutPointers(draft.type);
      draft = type.kind === "name" ? types.get(type.name) : undefined;
    }
  }
  return cycles;
}

/** The names of a cycle, from the least one on. */
function rotated(names: readonly string[]): string[] {
  const least = names.reduce((one, other) => (other < one ? other : one));
  const start = names.indexOf(least);
  return [...names.slice(start), ...names.slice(0, start)];
}

/**
 * Reports models that consist of themselves, by embeddings or by fields without a pointer or a list
 * in between: such a value has no end (Go spec, Struct types). Each cycle is told once, where it
 * closes.
 */
export function reportContainment(types: TypeDrafts, wires: ModelWires, report: Report): void {
  const shown = (draft: ModelDraft) =>
    draft.members.filter((member) => isShown(member, wires.of(draft)));
  for (const { name, path } of closingNames(types, shown))
    report("type-cycle", name.range, { path });
}

/**
 * Makes pointers of the fields by which objects consist of themselves where documents name models in words: an
 * object may be absent there, unlike a struct in Go, unless the documentation calls it required.
 */
export function withAbsentObjects(documents: readonly DocumentDraft[]): readonly DocumentDraft[] {
  if (!documents.some(({ hasWords }) => hasWords)) return documents;
  const types = documents
    .flatMap(({ declarations }) => declarations)
    .filter((draft) => draft.kind !== "constant")
    .map((draft) => [draft.name.text, draft] as const);
  const closing = new Set<GoType>();
  for (const { name } of closingNames(new Map(types), ({ members }) => members)) closing.add(name);
  if (closing.size === 0) return documents;
  const memberOf = (member: MemberDraft): MemberDraft => {
    const { type } = member;
    const isAbsent = type.kind === "name" && type.word !== undefined && closing.has(type);
    return member.kind === "field" && isAbsent
      ? { ...member, type: { kind: "pointer", element: type, range: type.range } }
      : member;
  };
  return documents.map((document) => ({
    ...document,
    declarations: document.declarations.map((draft) =>
      draft.kind === "model" ? { ...draft, members: draft.members.map(memberOf) } : draft,
    ),
  }));
}

/** Finds the names at which models that consist of themselves begin again, with the names of the cycle. */
function* closingNames(
  types: TypeDrafts,
  membersOf: (draft: ModelDraft) => readonly MemberDraft[],
): Generator<{ readonly name: GoName; readonly path: readonly string[] }> {
  const done = new Set<string>();
  for (const root of types.values()) {
    if (root.kind !== "model") continue;
    // A stack of its own, as chains of models may be long.
    const path = [{ name: root.name.text, rest: containedIn(root, types, membersOf) }];
    const open = new Set([root.name.text]);
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const next = done.has(last.name) ? undefined : last.rest.pop();
      if (next === undefined) {
        done.add(last.name);
        open.delete(last.name);
        path.pop();
      } else if (open.has(next.name)) {
        const names = path.map(({ name }) => name);
        yield { name: next, path: [...names.slice(names.indexOf(next.name)), next.name] };
      } else if (!done.has(next.name)) {
        const draft = types.get(next.name);
        if (draft === undefined) continue;
        path.push({ name: next.name, rest: containedIn(draft, types, membersOf) });
        open.add(next.name);
      }
    }
  }
}

/** The names of the types that every value of a type contains, last one first. */
function containedIn(
  draft: ModelDraft | TypeDraft,
  types: TypeDrafts,
  membersOf: (draft: ModelDraft) => readonly MemberDraft[],
): GoName[] {
  const contained =
    draft.kind === "type"
      ? [draft.type]
      : membersOf(draft).map((member) => {
          if (member.kind === "embedding") return withoutPointers(member.type);
          const isRequired = member.meaning?.required?.value === true;
          return isRequired ? pointedType(member.type, types) : member.type;
        });
  return contained.flatMap((type) => namesIn(type)).toReversed();
}

function isShown(member: MemberDraft, wires: WiresDraft): boolean {
  return isOn("json", wires, member) || isOn("xml", wires, member);
}

/** Returns the type that pointers and names of pointers lead to. */
function pointedType(type: GoType, types: TypeDrafts): GoType {
  let current = withoutPointers(type);
  for (const seen = new Set<string>(); current.kind === "name" && !seen.has(current.name);) {
    seen.add(current.name);
    const draft = types.get(current.name);
    if (draft?.kind !== "type") break;
    current = { ...withoutPointers(draft.type), range: type.range };
  }
  return current;
}

function namesIn(type: GoType): GoName[] {
  let current = type;
  while (current.kind === "array" && current.length > 0) current = current.element;
  return current.kind === "name" ? [current] : [];
}
