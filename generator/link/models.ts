import { Speller } from "../source/suggest.js";
import type { Embedding, Field, JsonField, Model, XmlField } from "../model/api.js";
import type { EmbeddingDraft, FieldDraft, ModelDraft, WiresDraft } from "../go/draft.js";
import type { GoType } from "../go/ast.js";
import { sourceOf } from "../source/text.js";
import { linkField, linkIgnoredField } from "./fields.js";
import { withDeprecation } from "./deprecation.js";
import type { SampleScope } from "./samples.js";
import { isUnknown, linkType, type Scope } from "./types.js";
import { underlyingOf } from "./underlying.js";
import { visibleFields, type LinkedField, type VisibleField } from "./visible.js";
import type { ModelWires } from "./wires.js";

interface LinkedModel {
  readonly model: Model;
  readonly visible: readonly VisibleField[];
}

/** An embedded model with its fields, in the place of its embedding. */
interface LinkedBase {
  readonly draft: EmbeddingDraft;
  readonly base: LinkedModel;
  readonly type: string;
}

/**
 * How many fields embeddings may promote before that counts as a mistake, and how many for each member
 * that the specification has: in a chain of embeddings their number is quadratic, and so is the output.
 */
const MANY_PROMOTED = 50_000;
const PROMOTED_PER_MEMBER = 20;

/** Links models, embedded ones first, each once. */
export class ModelLinker {
  readonly #scope: SampleScope;
  readonly #wires: ModelWires;
  /** The wires of models that no document declares. */
  readonly #given = new Map<ModelDraft, WiresDraft>();
  readonly #linked = new Map<ModelDraft, LinkedModel>();
  /** The models being linked: meeting one of them again is a cycle. */
  readonly #open = new Set<ModelDraft>();
  #models: Speller | undefined;
  readonly #mostPromoted: number;
  #promoted = 0;

  constructor(scope: SampleScope, wires: ModelWires) {
    this.#scope = scope;
    this.#wires = wires;
    const members = [...scope.types.values()].map((type) =>
      type.kind === "model" ? type.members.length : 0,
    );
    const written = members.reduce((sum, count) => sum + count, 0);
    this.#mostPromoted = Math.max(MANY_PROMOTED, written * PROMOTED_PER_MEMBER);
  }

  link(draft: ModelDraft): Model {
    return this.#link(draft).model;
  }

  /** Links a model that no document declares, and that is on the given wires. */
  linkNew(draft: ModelDraft, wires: WiresDraft): Model {
    this.#given.set(draft, wires);
    return this.link(draft);
  }

  #link(root: ModelDraft): LinkedModel {
    // A stack of its own, as chains of embeddings may be long.
    const path = [{ draft: root, rest: this.#embeddedIn(root) }];
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const { draft, rest } = last;
      const next = this.#linked.has(draft) ? undefined : rest.pop();
      if (next !== undefined) {
        this.#open.add(draft);
        if (!this.#open.has(next)) path.push({ draft: next, rest: this.#embeddedIn(next) });
        continue;
      }
      if (!this.#linked.has(draft)) {
        this.#open.add(draft);
        this.#linked.set(draft, this.#assemble(draft));
      }
      this.#open.delete(draft);
      path.pop();
    }
    return this.#linkedOf(root);
  }

  #linkedOf(draft: ModelDraft): LinkedModel {
    const linked = this.#linked.get(draft);
    if (linked === undefined) throw new Error(`${draft.name.text} is not linked`);
    return linked;
  }

  /** The models that a model embeds, the first one last. */
  #embeddedIn(draft: ModelDraft): ModelDraft[] {
    const embedded = draft.members.flatMap((member) => {
      const model = member.kind === "embedding" ? this.#modelOf(member) : undefined;
      return model ?? [];
    });
    return embedded.toReversed();
  }

  /** Returns the model that an embedding names, or `undefined` for any other type. */
  #modelOf({ type }: EmbeddingDraft): ModelDraft | undefined {
    const named = type.kind === "pointer" ? type.element : type;
    const embedded = underlyingOf(named, this.#scope.types);
    return named.kind === "name" && embedded.kind === "model" ? embedded : undefined;
  }

  #assemble(draft: ModelDraft): LinkedModel {
    const { text: model } = draft.name;
    const wires = this.#given.get(draft) ?? this.#wires.of(draft);
    const members: (LinkedField | LinkedBase)[] = [];
    const ignored: FieldDraft[] = [];
    for (const member of draft.members) {
      const linked =
        member.kind === "embedding"
          ? this.#embed(member)
          : linkMember(model, member, wires, this.#scope);
      if (linked !== undefined) members.push(linked);
      else if (member.kind === "field") ignored.push(member);
    }
    const facts = ignored.map((field) => linkIgnoredField(model, field, this.#scope));
    return assemble({ draft, members, ignored: facts, wires }, this.#scope);
  }

  #embed(draft: EmbeddingDraft): LinkedBase | undefined {
    const type = draft.type.kind === "pointer" ? draft.type.element : draft.type;
    const embedded = this.#modelOf(draft);
    if (type.kind !== "name" || embedded === undefined) {
      this.#reportEmbedding(type);
      return undefined;
    }
    // A cycle, which is reported elsewhere.
    if (this.#open.has(embedded)) return undefined;
    const base = this.#linkedOf(embedded);
    return this.#isExcessive(base, type) ? undefined : { draft, base, type: type.name };
  }

  /** Counts the fields that an embedding promotes, and reports the first one that makes them too many. */
  #isExcessive({ visible }: LinkedModel, { range }: GoType): boolean {
    const most = this.#mostPromoted;
    const before = this.#promoted;
    this.#promoted += visible.length;
    if (before <= most && this.#promoted > most)
      this.#scope.report("excessive-embedding", range, { most });
    return this.#promoted > most;
  }

  #reportEmbedding(type: GoType): void {
    if (isUnknown(type, this.#scope)) {
      linkType(type, this.#scope);
      return;
    }
    const name = sourceOf(type.range);
    this.#models ??= new Speller(modelNamesOf(this.#scope));
    this.#scope.report(
      "invalid-embedding",
      type.range,
      { name },
      { hint: this.#models.suggest(name) },
    );
  }
}

function modelNamesOf({ types }: Scope): string[] {
  const models = [...types.values()].filter(({ kind }) => kind === "model");
  return models.map(({ name }) => name.text);
}

function linkMember(
  model: string,
  draft: FieldDraft,
  wires: WiresDraft,
  scope: SampleScope,
): LinkedField | undefined {
  const field = linkField(model, draft, wires, scope);
  if (field === undefined) return undefined;
  const { name, tag, xml } = draft;
  return {
    field,
    name,
    wireName: tag.kind === "named" ? tag.wireName : name,
    xml: xml?.kind === "named" ? xml.range : name.range,
  };
}

/** The parts of a model before its fields are chosen. */
interface Parts {
  readonly draft: ModelDraft;
  readonly members: readonly (LinkedField | LinkedBase)[];
  readonly ignored: Model["ignored"];
  readonly wires: WiresDraft;
}

function assemble({ draft, members, ignored, wires }: Parts, { report }: SampleScope): LinkedModel {
  const candidates = members.flatMap((member) => candidatesOf(member, wires));
  const visible = visibleFields(candidates, report);
  const shown = new Set(visible.map(({ field }) => field));
  const fieldsOn = (wire: keyof WiresDraft) =>
    visible.flatMap(({ field, on }) => (on[wire] ? [field] : []));
  const model: Model = {
    kind: "model",
    name: draft.name.text,
    ...withDeprecation(draft.documentation),
    embeddings: members.flatMap((member) =>
      "base" in member ? linkedEmbedding(member, shown) : [],
    ),
    ownFields: visible.filter(({ depth }) => depth === 0).map(({ field }) => field),
    fields: visible.map(({ field }) => field),
    ...(wires.json ? { json: fieldsOn("json").filter((field) => isJsonField(field)) } : {}),
    ...(wires.xml ? { xml: fieldsOn("xml").filter((field) => isXmlField(field)) } : {}),
    ignored,
  };
  return { model, visible };
}

/** Returns the fields that a member may show on the wires of a model. */
function candidatesOf(member: LinkedField | LinkedBase, wires: WiresDraft): VisibleField[] {
  if (!("base" in member)) return [{ ...member, depth: 0, place: member.name.range, on: wires }];
  const { type, outside } = member.draft;
  return member.base.visible.map((field) => ({
    ...field,
    depth: field.depth + 1,
    place: type.range,
    on: {
      json: field.on.json && wires.json && outside !== "json",
      xml: field.on.xml && wires.xml && outside !== "xml",
    },
  }));
}

function isJsonField(field: Field): field is JsonField {
  return field.json !== undefined;
}

function isXmlField(field: Field): field is XmlField {
  return field.xml !== undefined;
}

function linkedEmbedding({ draft, base, type }: LinkedBase, shown: ReadonlySet<Field>): Embedding {
  const hidden = base.model.fields.filter((field) => !shown.has(field));
  return { type, hidden, documentation: draft.documentation };
}
