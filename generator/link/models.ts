import type { Report } from "../source/diagnostic.js";
import { Speller } from "../source/suggest.js";
import type { Embedding, Field, Model } from "../model/api.js";
import type { EmbeddingDraft, ModelDraft } from "../go/draft.js";
import type { GoType } from "../go/ast.js";
import type { SourceRange, SourceText } from "../source/source.js";
import { sourceOf } from "../source/text.js";
import { linkField, linkIgnoredField } from "./fields.js";
import { withDeprecation } from "./deprecation.js";
import type { SampleScope } from "./samples.js";
import { isUnknown, linkType, type Scope } from "./types.js";
import { underlyingOf } from "./underlying.js";

/** A field, and the places of its names. */
interface LinkedField {
  readonly field: Field;
  readonly name: SourceText;
  readonly wireName: SourceText;
}

/** A field as a model shows it; depth 0 is the model's own, 1 that of an embedded one, and so on. */
interface VisibleField extends LinkedField {
  readonly depth: number;
  /** The origin of the field in the model: its name, or the embedding. */
  readonly place: SourceRange;
}

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
  readonly #linked = new Map<ModelDraft, LinkedModel>();
  /** The models being linked: meeting one of them again is a cycle. */
  readonly #open = new Set<ModelDraft>();
  #models: Speller | undefined;
  readonly #mostPromoted: number;
  #promoted = 0;

  constructor(scope: SampleScope) {
    this.#scope = scope;
    const members = [...scope.types.values()].map((type) =>
      type.kind === "model" ? type.members.length : 0,
    );
    const written = members.reduce((sum, count) => sum + count, 0);
    this.#mostPromoted = Math.max(MANY_PROMOTED, written * PROMOTED_PER_MEMBER);
  }

  link(draft: ModelDraft): Model {
    return this.#link(draft).model;
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
        this.#linked.set(draft, assemble(draft, this.#membersOf(draft), this.#scope));
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

  #membersOf(draft: ModelDraft): (LinkedField | LinkedBase)[] {
    return draft.members.flatMap((member) => {
      if (member.kind === "embedding") return this.#embed(member) ?? [];
      if (member.tag.kind === "ignored") return [];
      const { name, tag } = member;
      const field = linkField(draft.name.text, member, tag, this.#scope);
      return { field, name, wireName: tag.wireName };
    });
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

function assemble(
  draft: ModelDraft,
  members: readonly (LinkedField | LinkedBase)[],
  scope: SampleScope,
): LinkedModel {
  const candidates = members.flatMap((member): VisibleField[] =>
    "base" in member
      ? member.base.visible.map((field) => {
          return { ...field, depth: field.depth + 1, place: member.draft.type.range };
        })
      : [{ ...member, depth: 0, place: member.name.range }],
  );
  const visible = withoutRepeatedFields(withoutHidden(candidates, scope.report), scope.report);
  const shown = new Set(visible.map(({ field }) => field));
  const name = draft.name.text;
  const model: Model = {
    kind: "model",
    name,
    ...withDeprecation(draft.documentation),
    embeddings: members.flatMap((member) =>
      "base" in member ? linkedEmbedding(member, shown) : [],
    ),
    ownFields: visible.filter(({ depth }) => depth === 0).map(({ field }) => field),
    fields: visible.map(({ field }) => field),
    ignored: draft.members.flatMap((member) => {
      const isIgnored = member.kind === "field" && member.tag.kind === "ignored";
      return isIgnored ? linkIgnoredField(name, member, scope) : [];
    }),
  };
  return { model, visible };
}

function linkedEmbedding({ draft, base, type }: LinkedBase, shown: ReadonlySet<Field>): Embedding {
  const hidden = base.model.fields.filter((field) => !shown.has(field));
  return { type, hidden, documentation: draft.documentation };
}

/**
 * Go's rule (encoding/json, Marshal): of the fields with one wire name the least nested one is
 * visible. Where there are several of them Go drops all in silence; here that is an error.
 */
function withoutHidden(candidates: readonly VisibleField[], report: Report): VisibleField[] {
  const depths = new Map<string, number>();
  for (const { field, depth } of candidates) {
    const { name } = field.json;
    depths.set(name, Math.min(depth, depths.get(name) ?? depth));
  }
  const winners = new Map<string, VisibleField>();
  return candidates.filter((candidate) => {
    const wireName = candidate.field.json.name;
    if (candidate.depth > (depths.get(wireName) ?? 0)) return false;
    const winner = winners.get(wireName);
    winners.set(wireName, winner ?? candidate);
    if (winner !== undefined) reportDuplicateField(candidate, winner, report);
    return winner === undefined;
  });
}

function reportDuplicateField(
  { name, wireName, place, depth }: VisibleField,
  first: VisibleField,
  report: Report,
): void {
  const related = [{ range: first.place, message: "the first one is here" }];
  if (name.text === first.name.text) {
    report("duplicate-field", place, { name: name.text }, { related });
  } else {
    const range = depth === 0 ? wireName.range : place;
    report("duplicate-wire-name", range, { name: wireName.text }, { related });
  }
}

/** A struct has one field of a name (Go spec, Struct types). */
function withoutRepeatedFields(fields: readonly VisibleField[], report: Report): VisibleField[] {
  const owners = new Map<string, VisibleField>();
  return fields.filter((candidate) => {
    if (candidate.depth > 0) return true;
    const owner = owners.get(candidate.name.text);
    if (owner === undefined) owners.set(candidate.name.text, candidate);
    else reportDuplicateField(candidate, owner, report);
    return owner === undefined;
  });
}
