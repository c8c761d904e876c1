import { typesIn } from "../go/ast.js";
import type { MemberDraft, ModelDraft, TypeDraft, TypeDrafts, WiresDraft } from "../go/draft.js";
import type { GoType } from "../go/ast.js";
import type { CallDraft } from "../parse/draft.js";
import { groupBy } from "../source/collections.js";
import type { Report } from "../source/diagnostic.js";
import type { SourceRange } from "../source/source.js";
import { underlyingOf, withoutPointers } from "./underlying.js";
import { typesOfCall } from "./call-types.js";

type Wire = keyof WiresDraft;

type Name = Extract<GoType, { kind: "name" }>;

/** The wires that the specification describes for each model, and the first uses that put others on it. */
export interface ModelWires {
  readonly of: (draft: ModelDraft) => WiresDraft;
  /** The models that a wire has without a column or a tag for it, and with some for the other one. */
  readonly untagged: readonly UntaggedModel[];
  /** The models without JSON, and the types that have such a model inside. */
  readonly outsideJson: ReadonlySet<ModelDraft | TypeDraft>;
}

interface UntaggedModel {
  readonly draft: ModelDraft;
  readonly wire: Wire;
  /** The first type on the wire that has the model inside. */
  readonly use: SourceRange;
}

/**
 * Finds the wires of all models: those of the columns of their tables and of the tags of their structs, and
 * those of the models and the calls that use them.
 */
export function wiresOf(types: TypeDrafts, calls: readonly CallDraft[]): ModelWires {
  const models = [...types.values()].filter((draft) => draft.kind === "model");
  const own = ownWires(models, types);
  const json = new Reached(types, "json");
  const xml = new Reached(types, "xml");
  for (const call of calls) json.addTypes(typesOfCall(call));
  for (const draft of models) {
    if (own.get(draft)?.json) json.addModel(draft);
    if (own.get(draft)?.xml) xml.addModel(draft);
  }
  const untaggedIn = ({ wire, uses }: Reached) =>
    [...uses].flatMap(([draft, use]) =>
      hasTags(draft) && !own.get(draft)?.[wire] ? [{ draft, wire, use }] : [],
    );
  return {
    of: (draft) => ({ json: json.has(draft), xml: xml.has(draft) }),
    untagged: [...untaggedIn(json), ...untaggedIn(xml)],
    outsideJson: outsideJson(types, (model) => json.has(model)),
  };
}

/** Returns the models that are not in JSON, and the types that are made of them. */
function outsideJson(
  types: TypeDrafts,
  isInJson: (model: ModelDraft) => boolean,
): ReadonlySet<ModelDraft | TypeDraft> {
  const drafts = [...types.values()];
  const outside = new Set<ModelDraft | TypeDraft>(
    drafts.filter((draft) => draft.kind === "model" && !isInJson(draft)),
  );
  if (outside.size === 0) return outside;
  const uses = drafts.flatMap((user) =>
    user.kind === "type" ? namesIn([user.type]).map(({ name }) => ({ name, user })) : [],
  );
  const users = groupBy(uses, ({ name }) => name);
  // A loop over a set also visits the elements added during the loop.
  for (const { name } of outside) {
    for (const { user } of users.get(name.text) ?? []) outside.add(user);
  }
  return outside;
}

/** Reports models whose fields have the names as written on a wire, and tags for the other one. */
export function reportUntagged({ untagged }: ModelWires, report: Report): void {
  for (const { draft, wire, use } of untagged) {
    const related = [{ range: draft.name.range, message: "the model is here" }];
    const parameters = { name: draft.name.text, wire: wire === "json" ? "JSON" : "XML" };
    report("untagged-model", use, parameters, { related });
  }
}

function hasTags({ wires }: ModelDraft): boolean {
  return wires?.json === true || wires?.xml === true;
}

/**
 * Returns the wires that models are about themselves. One without columns and tags has those of the models
 * that it embeds, or else JSON.
 */
function ownWires(
  models: readonly ModelDraft[],
  types: TypeDrafts,
): ReadonlyMap<ModelDraft, WiresDraft> {
  const own = new Map<ModelDraft, WiresDraft>();
  const embedders = new Map<ModelDraft, ModelDraft[]>();
  const changed: ModelDraft[] = [];
  for (const model of models) {
    if (hasTags(model)) {
      own.set(model, model.wires ?? NO_WIRES);
      changed.push(model);
      continue;
    }
    for (const member of model.members) {
      const embedded = member.kind === "embedding" ? modelOf(member.type, types) : undefined;
      if (embedded !== undefined)
        embedders.set(embedded, [...(embedders.get(embedded) ?? []), model]);
    }
  }
  for (let model = changed.pop(); model !== undefined; model = changed.pop()) {
    const wires = own.get(model) ?? NO_WIRES;
    for (const embedder of embedders.get(model) ?? []) {
      const before = own.get(embedder) ?? NO_WIRES;
      const after = { json: before.json || wires.json, xml: before.xml || wires.xml };
      if (after.json === before.json && after.xml === before.xml) continue;
      own.set(embedder, after);
      changed.push(embedder);
    }
  }
  for (const model of models) if (!own.has(model)) own.set(model, { json: true, xml: false });
  return own;
}

const NO_WIRES: WiresDraft = { json: false, xml: false };

function modelOf(type: GoType, types: TypeDrafts): ModelDraft | undefined {
  const underlying = underlyingOf(withoutPointers(type), types);
  return underlying.kind === "model" ? underlying : undefined;
}

/** The models that values on a wire have inside. */
class Reached {
  readonly wire: Wire;
  readonly uses = new Map<ModelDraft, SourceRange>();
  readonly #types: TypeDrafts;
  readonly #seen = new Set<ModelDraft | TypeDraft>();

  constructor(types: TypeDrafts, wire: Wire) {
    this.#types = types;
    this.wire = wire;
  }

  has(draft: ModelDraft): boolean {
    return this.#seen.has(draft);
  }

  addTypes(types: readonly GoType[]): void {
    const rest = namesIn(types);
    for (let name = rest.pop(); name !== undefined; name = rest.pop()) {
      const draft = this.#types.get(name.name);
      if (draft === undefined) continue;
      if (draft.kind === "model" && !this.uses.has(draft)) this.uses.set(draft, name.range);
      rest.push(...this.#enter(draft));
    }
  }

  addModel(draft: ModelDraft): void {
    this.addTypes(this.#enter(draft));
  }

  /** Returns the names in a declaration that the wire shows, in reverse order; none the second time. */
  #enter(draft: ModelDraft | TypeDraft): Name[] {
    if (this.#seen.has(draft)) return [];
    this.#seen.add(draft);
    if (draft.kind === "type") return namesIn([draft.type]);
    return namesIn(
      draft.members.filter((member) => isTagged(member, this.wire)).map(({ type }) => type),
    );
  }
}

/** Whether a member is on one of the wires of its model. */
export function isOn(wire: Wire, wires: WiresDraft, member: MemberDraft): boolean {
  return wires[wire] && isTagged(member, wire);
}

function isTagged(member: MemberDraft, wire: Wire): boolean {
  if (member.kind === "embedding") return member.outside !== wire;
  const tag = wire === "json" ? member.tag : member.xml;
  return tag?.kind !== "ignored";
}

function namesIn(types: readonly GoType[]): Name[] {
  return types
    .flatMap(typesIn)
    .filter((type) => type.kind === "name")
    .toReversed();
}
