import type { DeclarationDraft, EmbeddingDraft, FieldDraft, ModelDraft } from "../go/draft.js";
import type { CallbackDraft, DocumentDraft, EnvelopeDraft } from "../parse/draft.js";
import { groupBy } from "../source/collections.js";
import { paragraphs } from "../source/text.js";
import { contentOf } from "./contents.js";

/** A message of a page that has all fields of an envelope. */
interface Message {
  readonly envelope: EnvelopeDraft;
  readonly model: ModelDraft;
  readonly fields: readonly FieldDraft[];
}

/**
 * Gives the messages of all pages that have the fields of an envelope one model of these fields, which theirs embed.
 * The dialect names it and its fields, so that it stays the same when pages are added.
 */
export function shareEnvelopes(documents: readonly DocumentDraft[]): readonly DocumentDraft[] {
  const declared = new Set(
    documents.flatMap(({ declarations }) => declarations.map(({ name }) => name.text)),
  );
  const messages = documents
    .flatMap(messagesOf)
    .filter(({ envelope }) => !declared.has(envelope.name));
  if (messages.length === 0) return documents;
  const changed = new Map<ModelDraft, readonly ModelDraft[]>();
  for (const all of groupBy(messages, ({ envelope }) => envelope.name).values()) {
    const same = mostOf(all, ({ fields }) => contentOf(fields.map(withoutTexts)));
    const texts = textsOf(same);
    for (const [index, message] of same.entries()) {
      const model = embedded(message, texts);
      changed.set(message.model, index === 0 ? [envelopeOf(message, texts), model] : [model]);
    }
  }
  return documents.map((document) => ({
    ...document,
    declarations: document.declarations.flatMap((draft): readonly DeclarationDraft[] => {
      return (draft.kind === "model" && changed.get(draft)) || [draft];
    }),
  }));
}

function messagesOf({ callbacks, declarations }: DocumentDraft): Message[] {
  const models = new Map(
    declarations.flatMap((draft) => (draft.kind === "model" ? [[draft.name.text, draft]] : [])),
  );
  const found = new Map(callbacks.flatMap((callback) => messageOf(callback, models)));
  return [...found.values()];
}

/** Returns the message of a callback by its model, which several callbacks may have. */
function messageOf(
  { shared, envelope: type }: CallbackDraft,
  models: ReadonlyMap<string, ModelDraft>,
): [ModelDraft, Message][] {
  const model = type.kind === "name" ? models.get(type.name) : undefined;
  if (shared === undefined || model === undefined) return [];
  const fields = shared.fields.flatMap((name) => {
    const isField = (member: ModelDraft["members"][number]): member is FieldDraft =>
      member.kind === "field" && member.name.text === name;
    return model.members.find(isField) ?? [];
  });
  return fields.length < shared.fields.length ? [] : [[model, { envelope: shared, model, fields }]];
}

function withoutTexts(field: FieldDraft): FieldDraft {
  return { ...field, documentation: "" };
}

/** Returns the items with the most common key, of several ones the first. */
function mostOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const groups = [...groupBy(items, keyOf).values()];
  return groups.reduce((most, group) => (group.length > most.length ? group : most));
}

/** Returns the most common text about each field of an envelope, without the value that one message has in it. */
function textsOf(messages: readonly Message[]): readonly string[] {
  const [first] = messages;
  return (first?.fields ?? []).map((_, index) => {
    const texts = messages.flatMap(({ fields }) => {
      const text = fields[index]?.documentation.replace(FIXED, "") ?? "";
      return text === "" ? [] : text;
    });
    return texts.length === 0 ? "" : (mostOf(texts, (text) => text)[0] ?? "");
  });
}

/** The clause that gives a field its only value, and all behind it. */
const FIXED = /(?:^|[，,。；;\s])[^，,。；;\s]*(?:固定|恒为)[^]*$/;

function envelopeOf({ envelope, model, fields }: Message, texts: readonly string[]): ModelDraft {
  const { name, documentation } = envelope;
  return {
    kind: "model",
    name: { text: name, range: model.name.range },
    documentation,
    members: fields.map((field, index) => ({ ...field, documentation: texts[index] ?? "" })),
    wires: { json: false, xml: true },
  };
}

/** Returns the model of a message that embeds its envelope; other texts about its fields are in its own. */
function embedded({ envelope, model, fields }: Message, texts: readonly string[]): ModelDraft {
  const { range } = model.name;
  const embedding: EmbeddingDraft = {
    kind: "embedding",
    type: { kind: "name", name: envelope.name, range },
    documentation: "",
  };
  const others = fields.flatMap(({ name, documentation }, index) =>
    documentation === "" || documentation === texts[index]
      ? []
      : `\`${name.text}\`：${documentation}`,
  );
  const rest = model.members.filter(
    (member) => member.kind !== "field" || !fields.includes(member),
  );
  return {
    ...model,
    documentation: paragraphs([model.documentation, ...others]),
    members: [embedding, ...rest],
  };
}
