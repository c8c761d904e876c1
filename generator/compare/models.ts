import type { Bounds, Field, Model } from "../model/api.js";
import type { SymbolId } from "../model/index.js";
import { compareTypesOf, type Match } from "./comparison.js";
import { compareItems, documentationKey, itemName } from "./items.js";
import { pairsOf } from "./pairs.js";
import type { Version } from "./version.js";
import { compareCodecs, compareTags, wireKeyOf, WireFields } from "./wires.js";

/**
 * Compares the fields of a model, promoted ones too. A field that an embedded model has gained or lost
 * is a change of that model, as long as both versions embed it.
 */
export function compareModels(old: Model, now: Model, match: Match): void {
  const { comparison } = match;
  compareCodecs(old, now, match);
  const isOwn = ({ owner }: Field) =>
    owner === now.name ||
    !comparison.old.embeddersOf(owner).has(old.name) ||
    !comparison.new.embeddersOf(owner).has(now.name);
  const pairs = pairsOf(old.fields, now.fields, wireKeyOf, [itemName, documentationKey]);
  const wires = { old: new WireFields(old), new: new WireFields(now) };
  const kept = [...pairs.kept, ...pairs.renamed].filter((pair) => pair.some(isOwn));
  compareItems(
    { removed: pairs.removed.filter(isOwn), added: pairs.added.filter(isOwn), kept, renamed: [] },
    {
      kind: "field",
      added: (field) => {
        const isOptional = comparison.new.view.optional.has(fieldId(field));
        return isOptional ? "optional-field-added" : "required-field-added";
      },
      idOf: fieldId,
      titleOf: ({ name }) => `${now.name}.${name}`,
      compare: (before, after, pair) => {
        compareTags([wires.old, before], [wires.new, after], pair);
        compareFields(before, after, pair);
      },
    },
    comparison,
  );
}

function compareFields(old: Field, now: Field, match: Match): void {
  comparePresence(old, now, match);
  compareTexts("default-changed", old.default, now.default, match);
  const isNarrowed =
    match.comparison.new.view.checksLimits && !isWithin(old.limits?.bounds, now.limits?.bounds);
  const limitsRule = isNarrowed ? "limits-narrowed" : "limits-changed";
  compareTexts(limitsRule, old.limits, now.limits, match);
  const before = { owner: fieldId(old), type: old.type };
  compareTypesOf(before, { owner: fieldId(now), type: now.type }, match);
}

/** Whether bounds take all that others take. */
function isWithin(inner: Bounds | undefined, outer: Bounds | undefined): boolean {
  if (outer === undefined) return true;
  if (inner !== undefined && inner.of !== outer.of) return false;
  const { least, most } = inner ?? {};
  const isLow = outer.least !== undefined && (least === undefined || least < outer.least);
  const isHigh = outer.most !== undefined && (most === undefined || most > outer.most);
  return !isLow && !isHigh;
}

function compareTexts(
  rule: "default-changed" | "limits-changed" | "limits-narrowed",
  old: { readonly text: string } | undefined,
  now: { readonly text: string } | undefined,
  { name, place, comparison }: Match,
): void {
  if (old?.text === now?.text) return;
  const texts = { old: old?.text ?? "none", new: now?.text ?? "none" };
  comparison.changes.add(rule, { name, ...texts }, place);
}

function comparePresence(before: Field, after: Field, match: Match): void {
  const isChanged = compareProperties(before, after, match);
  const { name, place, comparison } = match;
  const { old, new: now } = comparison;
  const isReply = now.replies.has(after.owner);
  const [was, is] = [isDemanded(before, old, isReply), isDemanded(after, now, isReply)];
  if (isChanged || was === is) return;
  comparison.changes.add(is ? "requirement-added" : "requirement-dropped", { name }, place);
}

/** Tells whether requests, or replies to messages, must have a field. */
function isDemanded(field: Field, { view }: Version, isReply: boolean): boolean {
  const { required, condition, default: value } = field;
  if (isReply) return required === true;
  const isOptional = view.optional.has(fieldId(field));
  return required ?? !(isOptional || condition !== undefined || value !== undefined);
}

/** Compares the properties of a field; returns whether one of them is optional, and the other is not. */
function compareProperties(
  oldField: Field,
  newField: Field,
  { name, place, comparison }: Match,
): boolean {
  const { changes } = comparison;
  const [old, now] = [fieldId(oldField), fieldId(newField)];
  const [before, after] = [comparison.old.view, comparison.new.view];
  const optional = after.optional.has(now);
  if (before.optional.has(old) === optional) {
    const omitted = after.omitted.has(now);
    if (before.omitted.has(old) !== omitted)
      changes.add("omission-changed", { name, wire: "JSON", omitted }, place);
    compareXmlOmission(oldField, newField, { name, place, comparison });
    return false;
  }
  const presence = {
    old: before.presence.get(old) ?? "zero",
    new: after.presence.get(now) ?? "zero",
  };
  if (presence.old === presence.new) {
    changes.add(optional ? "field-made-optional" : "field-made-required", { name }, place);
  } else {
    const rule = optional ? "presence-loosened" : "presence-tightened";
    changes.addSetting(rule, name, presence, place);
  }
  return true;
}

function compareXmlOmission(old: Field, now: Field, { name, place, comparison }: Match): void {
  const [before, after] = [old.xml?.omitEmpty, now.xml?.omitEmpty];
  if (before === undefined || after === undefined || before === after) return;
  comparison.changes.add("omission-changed", { name, wire: "XML", omitted: after }, place);
}

function fieldId({ owner, name }: Field): SymbolId {
  return `field ${owner}.${name}`;
}
