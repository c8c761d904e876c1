import type { Field } from "../model/api.js";
import type { XmlTag } from "../model/tags.js";
import type { WiresDraft } from "../go/draft.js";
import type { Report } from "../source/diagnostic.js";
import type { SourceRange, SourceText } from "../source/source.js";
import { XmlPaths } from "./xml-paths.js";

/** A field, and the places of its names. */
export interface LinkedField {
  readonly field: Field;
  readonly name: SourceText;
  readonly wireName: SourceText;
  readonly xml: SourceRange;
}

/** A field as a model shows it; depth 0 is the model's own, 1 that of an embedded one, and so on. */
export interface VisibleField extends LinkedField {
  readonly depth: number;
  /** The origin of the field in the model: its name, or the embedding. */
  readonly place: SourceRange;
  /** The wires that show it. */
  readonly on: WiresDraft;
}

/** Returns the fields that a model shows on one wire at least, of its own and of embedded ones in their order. */
export function visibleFields(members: readonly VisibleField[], report: Report): VisibleField[] {
  const candidates = withoutRepeatedFields(members, report);
  const json = shownInJson(candidates, report);
  const xml = shownInXml(candidates, report);
  return candidates
    .map((field) => ({ ...field, on: { json: json.has(field), xml: xml.has(field) } }))
    .filter(({ on }) => on.json || on.xml);
}

/**
 * Go's rule (encoding/json, Marshal): of the fields with one wire name the least nested one is
 * visible. Where there are several of them Go drops all in silence; here that is an error.
 */
function shownInJson(candidates: readonly VisibleField[], report: Report): Set<VisibleField> {
  const named = candidates.flatMap((candidate) => {
    const { name } = (candidate.on.json && candidate.field.json) || {};
    return name === undefined ? [] : [{ name, candidate }];
  });
  const depths = new Map<string, number>();
  for (const { name, candidate } of named)
    depths.set(name, Math.min(candidate.depth, depths.get(name) ?? candidate.depth));
  const winners = new Map<string, VisibleField>();
  for (const { name, candidate } of named) {
    if (candidate.depth > (depths.get(name) ?? 0)) continue;
    const winner = winners.get(name);
    if (winner === undefined) winners.set(name, candidate);
    else reportDuplicateField(candidate, winner, report);
  }
  return new Set(winners.values());
}

/**
 * Go's rule (encoding/xml, typeinfo): of two fields of which one has the path of the other, or of an
 * element around it, the less nested one is visible. Go refuses the struct if they are equally nested.
 */
function shownInXml(candidates: readonly VisibleField[], report: Report): Set<VisibleField> {
  const paths = new XmlPaths<PlacedField>();
  const shown = new Map<object, VisibleField>();
  for (const candidate of candidates) {
    const tag = candidate.on.xml ? candidate.field.xml : undefined;
    if (tag === undefined) continue;
    const placed = { ...candidate, tag };
    shown.set(placed, candidate);
    const first = paths.add(placed);
    if (first !== undefined) reportConflict(placed, first, report);
  }
  reportRepeatedPlaces([...paths.found], report);
  return new Set([...paths.found].flatMap((placed) => shown.get(placed) ?? []));
}

type PlacedField = VisibleField & { readonly tag: XmlTag };

/** Reports fields that encoding/xml never fills: it gives a text, a comment or any other element to the first one. */
function reportRepeatedPlaces(fields: readonly PlacedField[], report: Report): void {
  const owners = new Map<string, PlacedField>();
  for (const field of fields) {
    const { tag, depth, place, xml } = field;
    if (tag.place === "element" || tag.place === "attribute") continue;
    const key = tag.place === "cdata" ? "text" : tag.place;
    const first = owners.get(key);
    if (first === undefined) owners.set(key, field);
    // The embedded model itself has both.
    if (first === undefined || (depth > 0 && place === first.place)) continue;
    const related = [{ range: first.place, message: "the first one is here" }];
    const parameters = { tag: tag.text, name: field.name.text, first: first.name.text };
    report("repeated-place", depth === 0 ? xml : place, parameters, { related });
  }
}

function reportConflict(
  { field, tag, depth, xml, place }: PlacedField,
  first: PlacedField,
  report: Report,
): void {
  const related = [{ range: first.place, message: "the first one is here" }];
  const parameters = {
    tag: tag.text,
    name: field.name,
    other: first.tag.text,
    otherName: first.field.name,
  };
  report("conflicting-tag", depth === 0 ? xml : place, parameters, { related });
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
