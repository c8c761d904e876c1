import type { FieldDraft, ModelDraft } from "../../go/draft.js";
import { pascalCase } from "../../names.js";
import type { SourceText } from "../../source/source.js";
import { paragraphs } from "../../source/text.js";
import type { FieldNode } from "./fields.js";
import { withElement } from "./types.js";

/** Declares a model of fields, and a model for each field whose own fields are known. */
export function modelsOf(
  name: SourceText,
  documentation: string,
  fields: readonly FieldNode[],
  part?: string,
): ModelDraft[] {
  const nested: ModelDraft[] = [];
  const members = fields.map((node): FieldDraft => {
    const { name: field, meaning, documentationRange, xml, children, lostType = "" } = node;
    const text = paragraphs([node.documentation, children.length === 0 ? lostType : ""]);
    let type = node.type;
    if (children.length > 0) {
      const model = { text: name.text + pascalCase(field.text), range: field.range };
      nested.push(...modelsOf(model, text, children, field.text));
      type = withElement(type, model.text);
    }
    return {
      kind: "field",
      name: field,
      tag: { kind: "named", wireName: field, omitEmpty: false, quoted: false },
      ...(xml === undefined ? {} : { xml }),
      type,
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
