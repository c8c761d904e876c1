import type { DeclarationDraft, FieldDraft, ModelDraft } from "../go/draft.js";
import type { CallDraft, DocumentDraft } from "../parse/draft.js";
import type { Report } from "../source/diagnostic.js";
import { paragraphs } from "../source/text.js";
import { contentOf } from "./contents.js";

/** The first description of a call, and what later ones add to it. */
interface Joined {
  call: CallDraft;
  readonly models: Map<string, ModelDraft>;
}

/**
 * Joins the descriptions of one call on several pages, whose name is that of its path on all of them: the models of
 * the first page get the fields of the others, and the call their texts.
 */
export function joinCalls(
  documents: readonly DocumentDraft[],
  report: Report,
): readonly DocumentDraft[] {
  const firsts = new Map<string, Joined>();
  const added = new Map<DeclarationDraft, ModelDraft>();
  const dropped = new Set<CallDraft | DeclarationDraft>();
  const texts = new Map<CallDraft, string>();
  for (const { calls, declarations } of documents) {
    for (const call of calls) {
      if (call.key === undefined) continue;
      const own = declarations.filter(
        (draft) => draft.kind === "model" && draft.heading?.call === call.key,
      ) as ModelDraft[];
      const first = firsts.get(call.key);
      if (first === undefined) {
        const models = new Map(own.map((model) => [model.name.text, model]));
        firsts.set(call.key, { call, models });
        continue;
      }
      const isSame = own.every((model) => {
        const known = first.models.get(model.name.text);
        return known !== undefined && textOf(known) === textOf(model);
      });
      const related = [{ range: first.call.name.range, message: "the first call is here" }];
      const { text: name, range } = call.name;
      report(isSame ? "repeated-call" : "joined-call", range, { name }, { related });
      dropped.add(call);
      const before = texts.get(first.call) ?? first.call.documentation;
      if (!before.includes(call.documentation))
        texts.set(first.call, paragraphs([before, call.documentation]));
      for (const model of own) {
        const known = first.models.get(model.name.text);
        if (known === undefined) continue;
        dropped.add(model);
        added.set(known, joinModels(added.get(known) ?? known, model, report));
      }
    }
  }
  if (dropped.size === 0) return documents;
  return documents.map((document) => ({
    ...document,
    calls: document.calls
      .filter((call) => !dropped.has(call))
      .map((call) => ({ ...call, documentation: texts.get(call) ?? call.documentation })),
    declarations: document.declarations
      .filter((draft) => !dropped.has(draft))
      .map((draft) => added.get(draft) ?? draft),
  }));
}

/** Joins two models of one object: a field that only one of them has is optional. */
function joinModels(one: ModelDraft, other: ModelDraft, report: Report): ModelDraft {
  const others = new Map(fieldsOf(other).map((field) => [wireNameOf(field), field]));
  const names = new Set(fieldsOf(one).map(wireNameOf));
  const known = fieldsOf(one).map((field) => {
    const second = others.get(wireNameOf(field));
    if (second === undefined) return optional(field);
    if (contentOf(field.type) !== contentOf(second.type)) {
      const related = [{ range: field.name.range, message: "the first field is here" }];
      report("differing-field", second.name.range, { name: second.name.text }, { related });
    }
    return second.meaning?.required?.value === false ? optional(field) : field;
  });
  const more = [...others.values()].filter((field) => !names.has(wireNameOf(field))).map(optional);
  return { ...one, members: [...known, ...more] };
}

function fieldsOf({ members }: ModelDraft): FieldDraft[] {
  return members.filter((member) => member.kind === "field");
}

function wireNameOf({ name, tag }: FieldDraft): string {
  return tag.kind === "named" ? tag.wireName.text : name.text;
}

function optional(field: FieldDraft): FieldDraft {
  const required = { value: false, range: field.name.range };
  return { ...field, meaning: { ...field.meaning, required } };
}

/** Returns all that a model says, whatever page it is on. */
function textOf(model: ModelDraft): string {
  return contentOf({ ...model, heading: undefined });
}
