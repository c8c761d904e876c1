import type { Report } from "../source/diagnostic.js";
import type { Enum, EnumMember, TypeNames } from "../model/api.js";
import type { ModelDraft, TypeDraft, TypeDrafts } from "../model/draft.js";
import { upperFirst } from "../names.js";
import { paragraphs } from "../source/text.js";
import type { EvaluatedConstant } from "./constants.js";
import { baseOf, valueOf, type EnumBase, type EnumDraft, type EnumScope } from "./enum-values.js";
import { reportCollision } from "./identifiers.js";
import { endOfChain, scalarOf } from "./underlying.js";
import type { Symbols } from "./symbols.js";

/** Sorts the constants into those of an enum, by its name, and those of none. */
export function groupConstants({ types, constants }: Symbols): {
  readonly enums: ReadonlyMap<string, EnumDraft>;
  readonly free: readonly EvaluatedConstant[];
} {
  const candidates = [...types.values()].flatMap((type) => candidateOf(type, types) ?? []);
  const byName = new Map(candidates.map((candidate) => [candidate.type.name.text, candidate]));
  const ownerByPrefix = prefixSearch(byName);
  const known = new Map<string, string>();
  const free: EvaluatedConstant[] = [];
  for (const constant of constants.values()) {
    const { typeName } = constant;
    const owner =
      typeName === undefined
        ? ownerByPrefix(constant)
        : byName.get(endOfChain(typeName, (name) => aliasedBy(name, types), known));
    (owner?.constants ?? free).push(constant);
  }
  return { enums: new Map([...byName].filter(([, { constants }]) => constants.length > 0)), free };
}

/** Makes the enum of its draft; members whose value or name cannot stand are reported. */
export function linkEnum(draft: EnumDraft, names: TypeNames, scope: EnumScope): Enum {
  const { settings, report } = scope;
  const { type, constants } = draft;
  const base = baseOf(draft, settings);
  const style = settings.enumStyle(type.name.text);
  const members: EnumMember[] = [];
  const owners = new Map<string, EvaluatedConstant>();
  const firsts = new Map<EnumMember["value"], EvaluatedConstant>();
  for (const constant of constants) {
    const value = valueOf(constant, draft, scope);
    const own = constant.draft.name.text;
    const name = settings.constantName(own) ?? memberNameOf(own, type.name.text);
    const owner = owners.get(name);
    if (owner !== undefined) {
      const taken = { taken: "another member", owner: owner.draft.name.range };
      reportCollision(constant.draft.name, name, taken, report);
    } else if (value !== undefined) {
      const first = firsts.get(value);
      if (first === undefined) firsts.set(value, constant);
      else reportRepeated(constant, first, value, report);
      const { documentation } = constant.draft;
      members.push({ specName: constant.draft.name.text, name, value, documentation });
    }
    owners.set(name, owner ?? constant);
  }
  const groups = constants.map(({ draft }) => draft.groupDocumentation);
  const documentation = paragraphs([type.documentation, ...groups]);
  return { kind: "enum", specName: type.name.text, names, documentation, base, style, members };
}

/** Two names for one value are fine in Go and in TypeScript, and still often a slip. */
function reportRepeated(
  { draft }: EvaluatedConstant,
  first: EvaluatedConstant,
  value: EnumMember["value"],
  report: Report,
): void {
  const { text: name, range } = draft.name;
  const parameters = { name, value: String(value), first: first.draft.name.text };
  const related = [{ range: first.draft.name.range, message: "the first member is here" }];
  report("repeated-value", range, parameters, { related });
}

function candidateOf(
  type: ModelDraft | TypeDraft,
  types: TypeDrafts,
): (EnumDraft & { readonly constants: EvaluatedConstant[] }) | undefined {
  if (type.kind === "model" || type.isAlias) return undefined;
  const base = scalarOf(type.type, types);
  return base && base.kind !== "boolean" ? { type, base, constants: [] } : undefined;
}

/** The name that another one stands for, by `type A = B`. */
function aliasedBy(name: string, types: TypeDrafts): string | undefined {
  const type = types.get(name);
  const isName = type?.kind === "type" && type.isAlias && type.type.kind === "name";
  return isName ? type.type.name : undefined;
}

/** Finds the enum that an untyped constant is named after: the one with the longest fitting name. */
function prefixSearch<Candidate extends EnumDraft>(candidates: ReadonlyMap<string, Candidate>) {
  const lengths = new Set([...candidates.keys()].map(({ length }) => length));
  const longestFirst = [...lengths].toSorted((one, other) => other - one);
  return ({ draft, value }: EvaluatedConstant): Candidate | undefined => {
    const name = draft.name.text;
    for (const length of longestFirst) {
      const candidate = candidates.get(name.slice(0, length));
      const isMember = /^[\p{Lu}\p{Lo}\p{Nd}_]/u.test(name.slice(length));
      if (candidate === undefined || !isMember) continue;
      if (candidate.base.kind === value.kind || isInteger(value, candidate.base)) return candidate;
    }
    return undefined;
  };
}

/** Whether a value is an integer for an enum of floats, which takes those as well. */
function isInteger(value: EvaluatedConstant["value"], base: EnumBase): boolean {
  return base.kind === "float" && value.kind === "integer";
}

/** The member's name without the type's: `ExternalUserTypeWeChat` → `WeChat`. */
function memberNameOf(name: string, typeName: string): string {
  if (!upperFirst(name).startsWith(upperFirst(typeName))) return name;
  const rest = name.slice(typeName.length).replace(/^_+/, "");
  return /^[\p{L}_]/u.test(rest) && !UNUSABLE_MEMBERS.has(rest) ? rest : name;
}

/** Names that TypeScript refuses for a member of an enum, or that would set its prototype. */
const UNUSABLE_MEMBERS = new Set(["Infinity", "NaN", "__proto__"]);
