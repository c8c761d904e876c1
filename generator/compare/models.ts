import type { Field, Model } from "../model/api.js";
import type { ChangePlace } from "./changes.js";
import { compareTypesOf, type Comparison } from "./comparison.js";
import { pairsOf } from "./pairs.js";
import type { Version } from "./version.js";

/**
 * Compares the fields of a model, promoted ones too: what an embedded model has or has not is the
 * change of that model, as long as both versions embed it.
 */
export function compareModels(old: Model, now: Model, comparison: Comparison): void {
  const isOwn = ({ owner }: Field) =>
    owner === now.specName ||
    !comparison.old.embeddersOf(owner).has(old.specName) ||
    !comparison.new.embeddersOf(owner).has(now.specName);
  const pairs = pairsOf(old.fields, now.fields, ({ wireName }) => wireName, [
    ({ specName }) => specName,
    ({ documentation }) => (documentation === "" ? undefined : documentation),
  ]);
  for (const one of pairs.removed.filter(isOwn)) {
    const name = `${now.specName}.${one.specName}`;
    comparison.changes.add("field-removed", { name }, { old: rangeOf(one, comparison.old) });
  }
  for (const one of pairs.added.filter(isOwn)) {
    const name = `${now.specName}.${one.specName}`;
    const rule = one.optional ? "optional-field-added" : "required-field-added";
    comparison.changes.add(rule, { name }, { new: rangeOf(one, comparison.new) });
  }
  for (const [one, other] of [...pairs.kept, ...pairs.renamed]) {
    if (isOwn(one) || isOwn(other)) compareFields(one, other, now.specName, comparison);
  }
}

function compareFields(old: Field, now: Field, model: string, comparison: Comparison): void {
  const { changes } = comparison;
  const name = `${model}.${now.specName}`;
  const place = { old: rangeOf(old, comparison.old), new: rangeOf(now, comparison.new) };
  if (old.property !== now.property) {
    if (old.specName === now.specName) {
      const names = { old: old.property, new: now.property };
      changes.addSetting("typescript-name-changed", name, names, place);
    } else {
      changes.add("field-renamed", { old: `${model}.${old.specName}`, new: name }, place);
    }
  }
  if (old.wireName !== now.wireName) {
    changes.add("wire-name-changed", { name, old: old.wireName, new: now.wireName }, place);
  }
  if (old.quoted !== now.quoted) {
    changes.add("wire-form-changed", { name, quoted: now.quoted }, place);
  }
  comparePresence(old, now, name, { place, comparison });
  const before = { owner: `${old.owner}.${old.specName}`, type: old.type };
  const after = { owner: `${now.owner}.${now.specName}`, type: now.type };
  compareTypesOf(name, before, after, { place, comparison });
  if (old.documentation !== now.documentation || old.xmlName !== now.xmlName) {
    changes.add("documentation-changed", { name }, place);
  }
}

function comparePresence(
  old: Field,
  now: Field,
  name: string,
  { place, comparison }: { readonly place: ChangePlace; readonly comparison: Comparison },
): void {
  const { changes } = comparison;
  if (old.optional === now.optional) {
    if ((old.omitted === undefined) === (now.omitted === undefined)) return;
    changes.add("omission-changed", { name, omitted: now.omitted !== undefined }, place);
    return;
  }
  const presence = {
    old: comparison.old.presenceOf(old),
    new: comparison.new.presenceOf(now),
  };
  if (presence.old === presence.new) {
    changes.add(now.optional ? "field-made-optional" : "field-made-required", { name }, place);
  } else {
    const rule = now.optional ? "presence-loosened" : "presence-tightened";
    changes.addSetting(rule, name, presence, place);
  }
}

function rangeOf({ owner, specName }: Field, version: Version) {
  return version.rangeOf(`${owner}.${specName}`);
}
