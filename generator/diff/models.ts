import type { Field, Model } from "../ir/api.js";
import type { Comparison } from "./comparison.js";
import { pairsOf } from "./pairs.js";
import type { Version } from "./version.js";

/**
 * Compares the fields of a model, promoted ones too: what an embedded model has or has not is the
 * change of that model, as long as both versions embed it.
 */
export function compareModels(old: Model, now: Model, comparison: Comparison): void {
  const bases = basesOf(now, comparison.new);
  const shared = new Set([...basesOf(old, comparison.old)].filter((base) => bases.has(base)));
  const isOwn = ({ owner }: Field) => !shared.has(owner);
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
    changes.add("field-renamed", { old: `${model}.${old.specName}`, new: name }, place);
  }
  if (old.wireName !== now.wireName) {
    changes.add("wire-name-changed", { name, old: old.wireName, new: now.wireName }, place);
  }
  if (old.quoted !== now.quoted) {
    changes.add("wire-form-changed", { name, quoted: now.quoted }, place);
  }
  if (old.optional !== now.optional) {
    changes.add(now.optional ? "field-made-optional" : "field-made-required", { name }, place);
  } else if ((old.omitted === undefined) !== (now.omitted === undefined)) {
    changes.add("omission-changed", { name, omitted: now.omitted !== undefined }, place);
  }
  const change = comparison.types.changeOf(old.type, now.type);
  if (change !== undefined) {
    const types = { old: typeOf(old, comparison.old), new: typeOf(now, comparison.new) };
    changes.add(change, { name, ...types }, place);
  }
  if (old.documentation !== now.documentation || old.xmlName !== now.xmlName) {
    changes.add("documentation-changed", { name }, place);
  }
}

function modelsIn(model: Model, version: Version): Model[] {
  return model.bases.flatMap(({ reference }) => {
    const base = version.declarationOf(reference.names.type);
    return base?.kind === "model" ? [base] : [];
  });
}

/** The names of the embedded models, also of those that they embed; each once. */
function basesOf(model: Model, version: Version): ReadonlySet<string> {
  const names = new Set<string>();
  const pending = modelsIn(model, version);
  for (let base = pending.pop(); base !== undefined; base = pending.pop()) {
    if (names.has(base.specName)) continue;
    names.add(base.specName);
    pending.push(...modelsIn(base, version));
  }
  return names;
}

function rangeOf({ owner, specName }: Field, version: Version) {
  return version.rangeOf(`${owner}.${specName}`);
}

function typeOf({ owner, specName }: Field, version: Version): string {
  return version.typeOf(`${owner}.${specName}`);
}
