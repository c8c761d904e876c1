import type { DocumentDraft } from "../../parse/draft.js";
import type { FieldDraft } from "../../go/draft.js";
import type { GoType } from "../../go/ast.js";
import type { Report } from "../../source/diagnostic.js";
import type { Source, SourceRange } from "../../source/source.js";
import { code } from "../../source/code.js";
import { groupBy } from "../../source/collections.js";
import { sourceOf } from "../../source/text.js";
import { builtins, integerRangeOf, scalars } from "../builtins.js";
import type { EnumDraft } from "../enum-values.js";
import type { Symbols } from "../symbols.js";
import { contradictionsIn } from "./contradictions.js";
import { isEnumeration } from "./guards.js";
import { pairsIn, type ValueList } from "./pairs.js";
import { suggestionOf, type ProseField, type Suggestion } from "./suggestion.js";

/** The declarations of a specification. */
interface ProseScope extends Symbols {
  readonly enums: ReadonlyMap<string, EnumDraft>;
  /** Whether the enums of a document may lack members on account of errors. */
  readonly isPartial: (source: Source) => boolean;
  readonly report: Report;
}

/** A list of values in a text, and its place. */
interface FoundList {
  readonly list: ValueList;
  /** Returns the place of a part of the list. */
  readonly placeOf: (start: number, end: number) => SourceRange;
}

/**
 * Reports lists of values in the documentation of fields: those of a field whose type is no enum, with an
 * enum to declare, and those that contradict the enum that is the type.
 */
export function reportProse(documents: readonly DocumentDraft[], scope: ProseScope): void {
  const suggested = new Set<string>();
  for (const { declarations, hasWords = false } of documents) {
    for (const model of declarations) {
      if (model.kind !== "model" || scope.types.get(model.name.text) !== model) continue;
      const fields = model.members.filter((member) => member.kind === "field");
      const copies = copiesAmong(fields, hasWords, scope);
      for (const field of fields) {
        if (field.tag.kind === "ignored") continue;
        const element = elementOf(field.type);
        const members = enumOf(element, scope);
        if (members !== undefined) reportContradictions(field, members, scope);
        else if (!copies.has(field)) {
          reportList({ model, field, element, hasWords }, suggested, scope);
        }
      }
    }
  }
}

function reportList(
  place: Omit<ProseField, "list" | "base">,
  suggested: Set<string>,
  { types, constants, report }: ProseScope,
): void {
  const { model, field, element, hasWords } = place;
  if (!isScalar(element, hasWords, types)) return;
  const found = listOf(field);
  const base = found && baseOf(element, found.list, hasWords);
  if (found === undefined || base === undefined) return;
  const { list, placeOf } = found;
  const isTaken = (name: string) =>
    types.has(name) || constants.has(name) || builtins.has(name) || suggested.has(name);
  const suggestion = suggestionOf({ ...place, list, base }, isTaken);
  if (suggestion !== undefined) suggested.add(suggestion.name);
  const [first] = list.pairs;
  const parameters = {
    name: `${model.name.text}.${field.name.text}`,
    values: list.pairs.map(({ value }) => value),
  };
  report("enum-in-prose", placeOf(first?.start ?? 0, list.pairs.at(-1)?.end ?? 0), parameters, {
    hint: suggestion && hintOf(suggestion),
    suggestion: suggestion?.edits,
  });
}

function hintOf({ name, text, edits }: Suggestion): string {
  return edits.length === 0
    ? `write ${code(name)} in the column of types, and add\n${text}`
    : `write the type ${code(name)}, and add, as \`lint --fix --suggest\` does,\n${text}`;
}

function reportContradictions(
  field: FieldDraft,
  draft: EnumDraft,
  { isPartial, report }: ProseScope,
): void {
  const found = listOf(field);
  if (found === undefined) return;
  const { list, placeOf } = found;
  const { lacking, labels } = contradictionsIn(list, draft);
  const { text: name, range } = draft.type.name;
  for (const { value, label, start, end } of isPartial(range.source) ? [] : lacking) {
    const related = [{ range, message: "the enum is here" }];
    report("contradicting-values", placeOf(start, end), { name, value, label }, { related });
  }
  for (const { pair, own, other } of labels) {
    const { value, label, start, end } = pair;
    const related = [
      { range: own.range, message: `the member of ${value} is here` },
      { range: other.range, message: `the text is more like this one, of ${other.value}` },
    ];
    const parameters = { name, value, label, expected: own.label };
    report("contradicting-values", placeOf(start, end), parameters, { related });
  }
}

/** Finds the list in the documentation of a field, or in the text of its possible values. */
function listOf(field: FieldDraft): FoundList | undefined {
  const { documentation, documentationRange, meaning, name } = field;
  const cell = documentationRange === undefined ? undefined : sourceOf(documentationRange);
  for (const text of [cell, documentation, meaning?.values]) {
    const list = text === undefined ? undefined : pairsIn(text);
    if (list === undefined || text === undefined) continue;
    if (!isEnumeration(list, { name: name.text, text })) return undefined;
    const placeOf = (start: number, end: number): SourceRange =>
      text === cell && documentationRange !== undefined
        ? {
            ...documentationRange,
            start: documentationRange.start + start,
            end: documentationRange.start + end,
          }
        : (documentationRange ?? name.range);
    return { list, placeOf };
  }
  return undefined;
}

/**
 * Returns the fields whose text is a copy: fields of other types have it, too, and it is not the first of
 * two.
 */
function copiesAmong(
  fields: readonly FieldDraft[],
  hasWords: boolean,
  { types }: ProseScope,
): ReadonlySet<FieldDraft> {
  const copies = new Set<FieldDraft>();
  for (const group of groupBy(fields, ({ documentation }) => documentation).values()) {
    if (group.every(({ type }) => isScalar(elementOf(type), hasWords, types))) continue;
    for (const field of group.length === 2 ? group.slice(1) : group) copies.add(field);
  }
  return copies;
}

/** Returns a type without the pointers and lists around it; a list of bytes is one value. */
function elementOf(type: GoType): GoType {
  let element = type;
  while (element.kind === "pointer" || element.kind === "list" || element.kind === "array") {
    const { kind, element: inner } = element;
    if (kind === "list" && inner.kind === "name" && BYTES.has(inner.name)) break;
    element = inner;
  }
  return element;
}

const BYTES = new Set(["byte", "uint8"]);

/** Whether a type is text or a number, or a word that says that it is an enum. */
function isScalar(type: GoType, hasWords: boolean, types: Symbols["types"]): boolean {
  if (type.kind === "any") return hasWords && /^(?:enum|枚举)/i.test(sourceOf(type.range));
  if (type.kind !== "name" || types.has(type.name)) return false;
  const kind = scalars.get(type.name)?.kind;
  return kind === "string" || kind === "integer" || (hasWords && kind === "float");
}

/** Returns the type of Go that the values of a list have; nothing if the type of the field does not hold them. */
function baseOf(
  type: GoType,
  { pairs, isInteger }: ValueList,
  hasWords: boolean,
): string | undefined {
  if (type.kind !== "name") return isInteger ? "int64" : "string";
  const scalar = scalars.get(type.name);
  if (scalar?.kind === "string") return type.name;
  if (!isInteger) return undefined;
  if (scalar?.kind !== "integer") return hasWords ? "int64" : undefined;
  const [least, most] = integerRangeOf(scalar.format);
  const isFit = pairs.every(({ value }) => BigInt(value) >= least && BigInt(value) <= most);
  return isFit ? type.name : undefined;
}

/** Returns the enum that a type is, also by another name. */
function enumOf(type: GoType, { types, enums }: ProseScope): EnumDraft | undefined {
  let current = type;
  for (const seen = new Set<string>(); current.kind === "name" && !seen.has(current.name);) {
    const found = enums.get(current.name);
    if (found !== undefined) return found;
    seen.add(current.name);
    const declared = types.get(current.name);
    if (declared?.kind !== "type") return undefined;
    current = declared.type;
  }
  return undefined;
}
