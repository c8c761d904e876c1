import type { FieldDraft, ModelDraft } from "../../go/draft.js";
import { pascalCase } from "../../names.js";
import type { SourceText } from "../../source/source.js";
import { paragraphs } from "../../source/text.js";
import type { FieldNode } from "./fields.js";
import { fieldsOf } from "./objects.js";
import { withElement } from "./types.js";

/** The names of the models of objects, by their fields. */
export type ModelNames = Map<readonly FieldNode[], string>;

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
  { known = new Map(), part }: { readonly known?: ModelNames; readonly part?: string } = {},
): ModelDraft[] {
  const nested: ModelDraft[] = [];
  const members = fields.map((node): FieldDraft => {
    const { name: field, meaning, documentationRange, xml, lostType = "" } = node;
    const own = fieldsOf(node);
    const text = paragraphs([node.documentation, own.length === 0 ? lostType : ""]);
    const model = { text: name.text + pascalCase(field.text), range: field.range };
    const sameModel = known.get(own);
    if (own.length > 0 && sameModel === undefined) {
      known.set(own, model.text);
      nested.push(...modelsOf(model, text, own, { known, part: field.text }));
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
  return [part === undefined ? model : { ...model, part }, ...nested];
}
