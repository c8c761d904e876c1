import type { FieldDraft, ModelDraft } from "../../go/draft.js";
import type { GoType } from "../../go/ast.js";
import { nameIn, pascalCase } from "../../parse/outline/names.js";
import { printable } from "../../source/code.js";
import type { Edit } from "../../source/diagnostic.js";
import type { SourceRange } from "../../source/source.js";
import { sourceOf } from "../../source/text.js";
import { fenceOf, placeOfFence } from "./go-fence.js";
import { membersOf } from "./members.js";
import type { ValueList } from "./pairs.js";
import { sectionOf } from "./table.js";

/** A field whose values stand in a text, and the document that it is in. */
export interface ProseField {
  readonly model: ModelDraft;
  readonly field: FieldDraft;
  readonly list: ValueList;
  /** The type of the values as the field has it, without pointers and lists around it. */
  readonly element: GoType;
  /** The type of Go that the values have. */
  readonly base: string;
  /** Whether types are words, and enums are tables below a heading. */
  readonly hasWords: boolean;
}

/** An enum to declare, and the changes that declare it and make it the type of the field. */
export interface Suggestion {
  readonly name: string;
  /** The declaration as it stands in a document. */
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** Suggests an enum for a field whose values stand in a text. */
export function suggestionOf(
  prose: ProseField,
  isTaken: (name: string) => boolean,
): Suggestion | undefined {
  const { model, field, list, base, hasWords } = prose;
  const name = freeName(prose, isTaken);
  if (name === undefined) return undefined;
  const members = membersOf(list);
  const documentation = leadOf(list);
  const declaration = { name, base, documentation, members };
  const { source } = field.name.range;
  const text = hasWords ? sectionOf(declaration) : fenceOf(declaration);
  const end = source.text.length;
  const place = hasWords ? { source, start: end, end } : placeOfFence(model.name.range);
  const type = typeEdit(prose, name);
  const inserted = hasWords
    ? `${source.text.endsWith("\n") ? "" : "\n"}\n${text}\n`
    : `${/[^\n]\n$/.test(source.text.slice(0, place.start)) ? "\n" : ""}${text}\n\n`;
  return { name, text, edits: type === undefined ? [] : [{ range: place, text: inserted }, type] };
}

/** Returns a name for an enum and its members that nothing else has: that of the model and the field. */
function freeName(
  { model, field, list, hasWords }: ProseField,
  isTaken: (name: string) => boolean,
): string | undefined {
  const first = model.name.text + pascalCase(field.name.text);
  const candidates = [first, ...["Value", "Value2", "Value3", "Value4"].map((end) => first + end)];
  const members = membersOf(list);
  return candidates
    .map((text) => (hasWords ? (nameIn(`\`${text}\``) ?? text) : text))
    .find((name) => ![name, ...members.map((member) => name + member.name)].some(isTaken));
}

/** Puts the name of the enum into the type; nothing if words beside the type would be lost. */
function typeEdit({ field, element, hasWords }: ProseField, name: string): Edit | undefined {
  const { range, kind } = field.type;
  if (!hasWords) {
    const isWritten = element.kind === "name" && sourceOf(element.range) === element.name;
    return isWritten ? { range: element.range, text: name } : undefined;
  }
  if (!isBeside(range, field.name.range) || !/^[^()（）|/<>]+$/.test(sourceOf(range))) {
    return undefined;
  }
  if (kind === "list") return { range, text: `${name}[]` };
  return { range, text: kind === "pointer" ? `?${name}` : name };
}

/** Tells whether a type stands in a cell of its own beside the name: examples give a type to rows without one. */
function isBeside(type: SourceRange, name: SourceRange): boolean {
  const [first, second] = type.start < name.start ? [type, name] : [name, type];
  const between = { ...first, start: first.end, end: second.start };
  return between.start < between.end && /^[^\n]*\|[^\n]*$/.test(sourceOf(between));
}

/** Returns the words before the values in one line. */
function leadOf({ lead }: ValueList): string {
  const line = printable(lead.replaceAll(/<br\s*\/?>|\n/gi, " ").replaceAll("\\|", "|"));
  return line
    .replaceAll("`", "")
    .replaceAll(/\s+/g, " ")
    .replace(/[\s,，:：;；、。.(（"“*-]+$/u, "")
    .trim();
}
