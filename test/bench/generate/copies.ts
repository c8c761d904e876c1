/** Copies of a spec under other names: a spec as large as wanted that is like a real one. */
import { checkSpec } from "../../../generator/check.js";
import type { DeclarationDraft, DocumentDraft } from "../../../generator/ir/draft.js";
import type { SpecFile } from "../../../generator/ir/files.js";
import type { GoExpression, GoType } from "../../../generator/ir/go.js";
import type { SourceText } from "../../../generator/ir/source.js";

/** All documents of a spec in one text: a copy then is one document. */
export function joined(specFiles: readonly SpecFile[]): string {
  return specFiles.map(({ value }) => value.trim()).join("\n\n") + "\n";
}

/**
 * Copies of a document that stands for itself. Every topic, type, constant and call has a name of its
 * own in each; fields, names on the wire and documentation stay as they are.
 *
 * @throws {Error} where a name does not stand where the parser found it
 */
export function copiesOf(text: string, count: number): readonly string[] {
  const { drafts } = checkSpec([{ path: "document.md", value: text }], { unresolved: "unknown" });
  const [draft] = drafts;
  if (draft === undefined) return [];
  const places = placesOf(draft);
  return Array.from({ length: count }, (_, index) => {
    return replaced(text, places, (place) => renamed(place, index + 1));
  });
}

/** A name in the text that is another one in each copy. */
interface Place {
  readonly name: string;
  readonly start: number;
  readonly isTopic: boolean;
}

/** Where the names stand that the document gives to something, in order. */
function placesOf(draft: DocumentDraft): readonly Place[] {
  const text = String(draft.file);
  const declared = new Set([...draft.declarations, ...draft.calls].map(({ name }) => name.text));
  const mentions = [...draft.declarations.flatMap(mentionsIn), ...callMentionsIn(draft)];
  const names = [...mentions.map(startOf), ...commentsIn(text)].filter(({ name }) =>
    declared.has(name),
  );
  const places = [
    ...names.map((name) => ({ ...name, isTopic: false })),
    ...draft.topics.map((topic) => ({ ...startOf(topic), isTopic: true })),
  ];
  const unique = new Map(places.map((place) => [place.start, place]));
  return [...unique.values()].toSorted((one, other) => one.start - other.start);
}

function startOf({ text: name, range: { file, start, end } }: SourceText) {
  const found = String(file).slice(start, end);
  if (!found.includes(name)) throw new Error(`Unexpected ${found}, expected ${name}`);
  return { name, start: start + found.indexOf(name) };
}

function callMentionsIn({ calls }: DocumentDraft): readonly SourceText[] {
  return calls.flatMap(({ name, requestType, responseType }) => [
    name,
    ...namesIn(requestType),
    ...namesIn(responseType),
  ]);
}

function mentionsIn(declaration: DeclarationDraft): readonly SourceText[] {
  const { name } = declaration;
  switch (declaration.kind) {
    case "model":
      return [name, ...declaration.members.flatMap(({ type }) => namesIn(type))];
    case "type":
      return [name, ...namesIn(declaration.type)];
    case "constant": {
      const { type, value } = declaration;
      return [name, ...(type === undefined ? [] : namesIn(type)), ...operandsIn(value)];
    }
  }
}

function namesIn(type: GoType): readonly SourceText[] {
  switch (type.kind) {
    case "name":
      return [{ text: type.name, range: type.range }];
    case "pointer":
    case "list":
    case "array":
      return namesIn(type.element);
    case "map":
      return [...namesIn(type.key), ...namesIn(type.value)];
    case "any":
    case "invalid":
      return [];
  }
}

function operandsIn(value: GoExpression): readonly SourceText[] {
  switch (value.kind) {
    case "name":
      return [{ text: value.name, range: value.range }];
    case "unary":
      return operandsIn(value.operand);
    case "binary":
      return [...operandsIn(value.left), ...operandsIn(value.right)];
    case "conversion":
      return [value.type, ...operandsIn(value.operand)];
    default:
      return [];
  }
}

/** In Go a comment begins with the name that it documents. */
function commentsIn(text: string): readonly Omit<Place, "isTopic">[] {
  return [...text.matchAll(/^[\t ]*\/\/ (?<name>[\p{L}_][\p{L}\p{Nd}_]*)/gmu)].map((match) => {
    const name = match.groups?.["name"] ?? "";
    return { name, start: match.index + match[0].length - name.length };
  });
}

/** `FollowUser` → `Copy7FollowUser`, `reqMediaUpload` → `reqCopy7MediaUpload`. */
function renamed({ name, isTopic }: Place, copy: number): string {
  return isTopic ? `${name} ${copy}` : name.replace(/^(?:req|resp|exec)?/, `$&Copy${copy}`);
}

function replaced(
  text: string,
  places: readonly Place[],
  replacement: (place: Place) => string,
): string {
  let end = 0;
  const pieces = places.map((place) => {
    const piece = text.slice(end, place.start) + replacement(place);
    end = place.start + place.name.length;
    return piece;
  });
  return pieces.join("") + text.slice(end);
}
