import type { EmbeddingDraft, ModelDraft, WiresDraft } from "../go/draft.js";
import type { GoType } from "../go/ast.js";
import type { Callback, Declaration, Model, Reference } from "../model/api.js";
import type { CallbackDraft } from "../parse/draft.js";
import { sourceOf } from "../source/text.js";
import { CallbackOrder } from "./callback-order.js";
import { ConditionLinker } from "./conditions.js";
import { withDeprecation } from "./deprecation.js";
import type { Symbols } from "./symbols.js";
import { isUnknown, linkType, type Scope } from "./types.js";
import { underlyingOf } from "./underlying.js";
import type { ModelWires } from "./wires.js";

/** The declarations that callbacks refer to, and the linker of models. */
interface Linked {
  readonly declarations: readonly Declaration[];
  readonly constants: Symbols["constants"];
  readonly wires: ModelWires;
  /** Links a model that no document declares. */
  readonly linkModel: (draft: ModelDraft, wires: WiresDraft) => Model;
}

/** A model that a cell names. */
interface Named {
  readonly reference: Reference;
  readonly model: Model;
  readonly wires: WiresDraft;
}

/** The name of messages that no row describes. */
const UNKNOWN = "unknown";

/** Resolves the callbacks of all documents; the names of messages are global, and those of replies. */
export class CallbackLinker {
  readonly #scope: Scope;
  readonly #models: ReadonlyMap<string, Model>;
  readonly #wires: ModelWires;
  readonly #linkModel: Linked["linkModel"];
  readonly #conditions: ConditionLinker;
  readonly #firsts = {
    message: new Map<string, CallbackDraft>(),
    reply: new Map<string, CallbackDraft>(),
  };
  readonly #orders = { message: new CallbackOrder(), reply: new CallbackOrder() };

  constructor(scope: Scope, { declarations, constants, wires, linkModel }: Linked) {
    this.#scope = scope;
    const models = declarations.filter((declaration) => declaration.kind === "model");
    this.#models = new Map(models.map((model) => [model.name, model]));
    this.#linkModel = linkModel;
    this.#wires = wires;
    this.#conditions = new ConditionLinker(scope, declarations, constants);
  }

  /** Returns the callback of a draft; undefined if one of its models is invalid, or another one has its name. */
  link(draft: CallbackDraft): Callback | undefined {
    if (!this.#isFree(draft)) return undefined;
    const envelope = this.#named(draft.envelope);
    const message = draft.message && this.#named(draft.message);
    if (envelope === undefined) return undefined;
    const conditions = this.#conditions.link(draft, envelope.model);
    const wires = wiresOf(envelope, message);
    if (draft.message !== undefined && message === undefined) return undefined;
    if (!wires.json && !wires.xml) {
      const parameters = { name: sourceOf((draft.message ?? draft.envelope).range) };
      const { range } = draft.message ?? draft.envelope;
      const envelopeName = sourceOf(draft.envelope.range);
      this.#scope.report("disjoint-callback", range, { ...parameters, envelope: envelopeName });
      return undefined;
    }
    const model = this.#linkModel(modelOf(draft), wires);
    this.#reportHidden(draft, model);
    if (message !== undefined && draft.role === "message")
      this.#reportRest(draft, envelope, message);
    const callback: Callback = {
      kind: "callback",
      role: draft.role,
      name: draft.name.text,
      ...withDeprecation(draft.documentation),
      envelope: envelope.reference,
      ...(message !== undefined && { message: message.reference }),
      model,
      conditions: conditions ?? [],
    };
    // Values that are in error say nothing about other rows.
    const isFree =
      conditions === undefined ||
      this.#orders[draft.role].add(
        { draft, wires, conditions, envelope: envelope.model },
        this.#scope.report,
      );
    return isFree || draft.isExample !== true ? callback : undefined;
  }

  /** Reports a message with an embedded field that its envelope has already; fields of its own are reported as in any model. */
  #reportHidden({ envelope, message = envelope }: CallbackDraft, { embeddings }: Model): void {
    const [hidden] = embeddings.flatMap(({ type, hidden }) =>
      hidden.filter(({ owner }) => owner !== type),
    );
    if (hidden !== undefined)
      this.#scope.report("duplicate-field", message.range, { name: hidden.name });
  }

  /** Reports a field of all other elements: the envelope and the model of a message are read one by one. */
  #reportRest({ message }: CallbackDraft, envelope: Named, own: Named): void {
    const pairs = [
      [own.model, envelope.model],
      [envelope.model, own.model],
    ] as const;
    for (const [model, other] of pairs) {
      const rest = model.xml?.find(
        ({ xml }) => xml.place === "any" || xml.place === "anyAttribute",
      );
      if (rest === undefined || message === undefined) continue;
      this.#scope.report("shared-rest", message.range, { name: rest.name, other: other.name });
    }
  }

  /** Tells whether no other callback has the name; reports one that has it. */
  #isFree(draft: CallbackDraft): boolean {
    const { report } = this.#scope;
    const { text: name, range } = draft.name;
    if (draft.role === "message" && name === UNKNOWN) {
      report("reserved-callback", range, { name });
      return false;
    }
    const firsts = this.#firsts[draft.role];
    const first = firsts.get(name);
    if (first === undefined) {
      firsts.set(name, draft);
      return true;
    }
    const related = [{ range: first.name.range, message: "the first callback is here" }];
    const agree = signatureOf(draft) === signatureOf(first);
    report(agree ? "repeated-callback" : "duplicate-callback", range, { name }, { related });
    return false;
  }

  /** Returns the model that a type names, also by another name; reports any other type. */
  #named(type: GoType): Named | undefined {
    const reference = linkType(type, this.#scope);
    if (reference.kind === "any" && isUnknown(type, this.#scope)) return undefined;
    const underlying = underlyingOf(type, this.#scope.types);
    if (type.kind !== "name" || underlying.kind !== "model") {
      this.#scope.report("invalid-callback-type", type.range, { name: sourceOf(type.range) });
      return undefined;
    }
    const model = this.#models.get(underlying.name.text);
    if (model === undefined || reference.kind !== "reference") return undefined;
    return { reference, model, wires: this.#wires.of(underlying) };
  }
}

/** Returns all that a row says about a message. */
function signatureOf({ envelope, message, conditions }: CallbackDraft): string {
  const types = [envelope, message].map((type) => type?.kind === "name" && type.name);
  const values = conditions.map(({ field, value }) => [
    field.text,
    value?.kind === "literal" ? `${typeof value.value} ${value.value}` : value,
  ]);
  return JSON.stringify([types, values], (key, value: unknown) =>
    key === "range" ? undefined : value,
  );
}

/** Returns the wires that the fields of a message and its envelope share. */
function wiresOf(envelope: Named, message: Named | undefined): WiresDraft {
  const { json, xml } = envelope.wires;
  return { json: json && message?.wires.json !== false, xml: xml && message?.wires.xml !== false };
}

/** Returns the model of a message, which embeds its envelope and its own fields. */
function modelOf({ name, envelope, message }: CallbackDraft): ModelDraft {
  const embedded = [envelope, ...(message === undefined ? [] : [message])];
  const members = embedded.map((type): EmbeddingDraft => ({
    kind: "embedding",
    type,
    documentation: "",
  }));
  return { kind: "model", name, documentation: "", members };
}
