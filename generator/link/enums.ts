import type { Report } from "../source/diagnostic.js";
import type { Enum, EnumBase, EnumMember } from "../model/api.js";
import type { ModelDraft, TypeDraft, TypeDrafts } from "../go/draft.js";
import { paragraphs } from "../source/text.js";
import type { EvaluatedConstant } from "./constants.js";
import { withDeprecation } from "./deprecation.js";
import { memberValue, type EnumDraft } from "./enum-values.js";
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

/** Makes the enum of its draft; members whose value the enum cannot have are reported. */
export function linkEnum(draft: EnumDraft, report: Report): Enum {
  const { type, base, constants } = draft;
  const firsts = new Map<EnumMember["value"], EvaluatedConstant>();
  const members = constants.flatMap((constant): EnumMember[] => {
    const value = memberValue(constant, draft, report);
    if (value === undefined) return [];
    const first = firsts.get(value);
    if (first === undefined) firsts.set(value, constant);
    else reportRepeatedValue(constant, first, value, report);
    const { name, documentation } = constant.draft;
    return [{ name: name.text, value, ...withDeprecation(documentation) }];
  });
  const groups = constants.map(({ draft: { groupDocumentation } }) => groupDocumentation);
  const own = withDeprecation(type.documentation);
  const documentation = paragraphs([own.documentation, ...groups]);
  return { kind: "enum", name: type.name.text, ...own, documentation, base, members };
}

/** Reports a second name for one value: Go allows it, and yet it is often a slip. */
function reportRepeatedValue(
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
