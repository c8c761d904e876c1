import type { FieldDraft, ModelDraft } from "../../go/draft.js";
import { pascalCase } from "../../names.js";
import type { SourceText } from "../../source/source.js";
import { paragraphs } from "../../source/text.js";
import type { FieldNode } from "./fields.js";
import { fieldsOf } from "./objects.js";
import { withElement } from "./types.js";

/** The names of the models of objects, by their fields. */
export type ModelNames = Map<readonly FieldNode[], string>;

/** A model to declare. */
interface OpenModel {
  readonly name: SourceText;
  readonly documentation: string;
  readonly fields: readonly FieldNode[];
  /** The name of the field that holds the object, if another one does. */
  readonly part?: string;
}

/**
 * Declares a model of fields, and a model for each field whose own fields are known. Objects with the same fields
 * have one model.
 *
 * @param known the models of objects so far, to which those of this model are added
 */
export function modelsOf(
  name: SourceText,
  documentation: string,
  fields: readonly FieldNode[],
  known: ModelNames = new Map(),
): ModelDraft[] {
  const models: ModelDraft[] = [];
  // A stack of its own, as chains of objects that refer to each other may be long.
  const open: OpenModel[] = [{ name, documentation, fields }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { model, inside } = modelOf(next, known);
    models.push(model);
    open.push(...inside.toReversed());
  }
  return models;
}

/** Returns a model, and the models of the objects inside that have none so far. */
function modelOf(
  { name, documentation, fields, part }: OpenModel,
  known: ModelNames,
): { readonly model: ModelDraft; readonly inside: readonly OpenModel[] } {
  const inside: OpenModel[] = [];
  const members = fields.map((node): FieldDraft => {
    const { name: field, meaning, documentationRange, xml, lostType = "" } = node;
    const own = fieldsOf(node);
    const text = paragraphs([node.documentation, own.length === 0 ? lostType : ""]);
    const model = { text: name.text + pascalCase(field.text), range: field.range };
    const sameModel = known.get(own);
    if (own.length > 0 && sameModel === undefined) {
      known.set(own, model.text);
      inside.push({ name: model, documentation: text, fields: own, part: field.text });
    }
    const type = own.length === 0 ? node.type : withElement(node.type, sameModel ?? model.text);
    // An object inside of one with the same fields may be absent.
    const isDirect = type.kind === "name" && sameModel !== undefined;
    return {
      kind: "field",
      name: field,
      tag: { kind: "named", wireName: field, omitEmpty: false, quoted: false },
      ...(xml === undefined ? {} : { xml }),
      type: isDirect ? { kind: "pointer", element: type, range: type.range } : type,
      documentation: text,
      ...(documentationRange === undefined ? {} : { documentationRange }),
      ...(meaning === undefined ? {} : { meaning }),
    };
  });
  const isMessage = fields.some(({ xml }) => xml !== undefined);
  const wires = isMessage ? { wires: { json: false, xml: true } } : {};
  const model = { kind: "model", name, documentation, members, ...wires } as const;
  return { model: part === undefined ? model : { ...model, part }, inside };
}
