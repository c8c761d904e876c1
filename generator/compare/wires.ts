import type { Field, Model } from "../model/api.js";
import type { JsonTag, XmlTag } from "../model/tags.js";
import type { Match } from "./comparison.js";
import type { Wire } from "./rules.js";

/** Returns the place of a field on the wire, by which both versions of a model know it. */
export function wireKeyOf({ json, xml }: Field): string {
  return json === undefined ? `XML ${xml?.text}` : `JSON ${json.name}`;
}

/** Compares the codecs that a model has. */
export function compareCodecs(old: Model, now: Model, { name, place, comparison }: Match): void {
  for (const [key, wire] of WIRES) {
    const [before, after] = [old[key] !== undefined, now[key] !== undefined];
    if (before !== after)
      comparison.changes.add(after ? "codec-added" : "codec-removed", { name, wire }, place);
  }
}

const WIRES = [
  ["json", "JSON"],
  ["xml", "XML"],
] as const satisfies readonly (readonly [keyof Field, Wire])[];

/** The fields of a model on each wire; absent where the model has no codec. */
export class WireFields {
  readonly json: ReadonlySet<Field> | undefined;
  readonly xml: ReadonlySet<Field> | undefined;

  constructor({ json, xml }: Model) {
    this.json = json && new Set(json);
    this.xml = xml && new Set(xml);
  }
}

type Shown = readonly [fields: WireFields, field: Field];

/** Compares the places of a field on the wires that both versions of its model have. */
export function compareTags(old: Shown, now: Shown, match: Match): void {
  const { name, place, comparison } = match;
  for (const [key, wire] of WIRES) {
    const [before, after] = [old[0][key]?.has(old[1]), now[0][key]?.has(now[1])];
    if (before === undefined || after === undefined || before === after) continue;
    comparison.changes.add(after ? "wire-joined" : "wire-left", { name, wire }, place);
  }
  const [before, after] = [old[1], now[1]];
  if (before.json && after.json) compareJson(before.json, after.json, match);
  if (before.xml && after.xml) compareXml(before.xml, after.xml, match);
}

function compareJson(old: JsonTag, now: JsonTag, { name, place, comparison }: Match): void {
  const { changes } = comparison;
  if (old.name !== now.name)
    changes.add("wire-name-changed", { name, old: old.name, new: now.name }, place);
  if (old.quoted !== now.quoted)
    changes.add("wire-form-changed", { name, quoted: now.quoted }, place);
}

function compareXml(old: XmlTag, now: XmlTag, { name, place, comparison }: Match): void {
  if (old.text !== now.text)
    comparison.changes.add("xml-tag-changed", { name, old: old.text, new: now.text }, place);
}
