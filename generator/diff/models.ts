import type { Field, Model } from "../ir/api.js";
import type { Comparison } from "./comparison.js";
import { pairsOf } from "./pairs.js";
import type { Version } from "./version.js";

/** A field of a model, and the model that declares it. */
interface OwnedField {
  readonly field: Field;
  readonly owner: string;
}

/**
 * Compares the fields of a model, promoted ones too: what an embedded model has or has not is the
 * change of that model, as long as both versions embed it.
 */
export function compareModels(old: Model, now: Model, comparison: Comparison): void {
  const before = fieldsOf(old, comparison.old);
  const after = fieldsOf(now, comparison.new);
  const shared = new Set(
    basesOf(old, comparison.old).filter((base) => basesOf(now, comparison.new).includes(base)),
  );
  const isOwn = ({ owner }: OwnedField) => !shared.has(owner);
  const pairs = pairsOf(before, after, ({ field }) => field.wireName, [
    ({ field }) => field.specName,
    ({ field }) => (field.documentation === "" ? undefined : field.documentation),
  ]);
  for (const one of pairs.removed.filter(isOwn)) {
    const name = `${now.specName}.${one.field.specName}`;
    comparison.changes.add("field-removed", { name }, { old: rangeOf(one, comparison.old) });
  }
  for (const one of pairs.added.filter(isOwn)) {
    const name = `${now.specName}.${one.field.specName}`;
    const rule = one.field.optional ? "optional-field-added" : "required-field-added";
    comparison.changes.add(rule, { name }, { new: rangeOf(one, comparison.new) });
  }
  for (const [one, other] of [...pairs.kept, ...pairs.renamed]) {
    if (isOwn(one) || isOwn(other)) compareFields(one, other, now.specName, comparison);
  }
}

function compareFields(
  one: OwnedField,
  other: OwnedField,
  model: string,
  comparison: Comparison,
): void {
  const { field: old } = one;
  const { field: now } = other;
  const { changes } = comparison;
  const name = `${model}.${now.specName}`;
  const place = { old: rangeOf(one, comparison.old), new: rangeOf(other, comparison.new) };
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
    const types = { old: typeOf(one, comparison.old), new: typeOf(other, comparison.new) };
    changes.add(change, { name, ...types }, place);
  }
  if (old.documentation !== now.documentation || old.xmlName !== now.xmlName) {
    changes.add("documentation-changed", { name }, place);
  }
}

function fieldsOf(model: Model, version: Version): OwnedField[] {
  return model.fields.map((field) => ({ field, owner: ownerOf(field, model, version) }));
}

/** The name of the model that declares a field. */
function ownerOf(field: Field, model: Model, version: Version): string {
  if (model.ownFields.includes(field)) return model.specName;
  for (const base of modelsIn(model, version)) {
    if (base.fields.includes(field)) return ownerOf(field, base, version);
  }
  return model.specName;
}

function modelsIn(model: Model, version: Version): Model[] {
  return model.bases.flatMap(({ reference }) => {
    const base = version.declarationOf(reference.names.type);
    return base?.kind === "model" ? [base] : [];
  });
}

/** The names of the embedded models, also of those that they embed. */
function basesOf(model: Model, version: Version): string[] {
  return modelsIn(model, version).flatMap((base) => [base.specName, ...basesOf(base, version)]);
}

function rangeOf({ field, owner }: OwnedField, version: Version) {
  return version.rangeOf(`${owner}.${field.specName}`);
}

function typeOf({ field, owner }: OwnedField, version: Version): string {
  return version.typeOf(`${owner}.${field.specName}`);
}
