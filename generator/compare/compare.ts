import type { Model, TypeDeclaration } from "../model/api.js";
import { compareCallbacks } from "./callbacks.js";
import { compareCalls } from "./calls.js";
import type { Change } from "./change.js";
import { Changes } from "./changes.js";
import { compareTypesOf, type Comparison, type Match } from "./comparison.js";
import { compareClients } from "./clients.js";
import { compareConstants, valueText } from "./constants.js";
import { compareEnums } from "./enums.js";
import { compareExternals } from "./externals.js";
import { compareItems, documentationKey, itemName } from "./items.js";
import { compareModels } from "./models.js";
import { compareModules } from "./modules.js";
import { pairsOf } from "./pairs.js";
import { TypeComparison } from "./types.js";
import { declarationId, type Version } from "./version.js";
import { wireKeyOf } from "./wires.js";

/** Finds the changes between two versions of a specification, in the order of the documents. */
export function compareVersions(old: Version, now: Version): readonly Change[] {
  const types = pairsOf(old.types, now.types, itemName, [contentKey, kindAndDocumentationOf]);
  const renamed = new Map(
    types.renamed.map(([before, after]) => [declarationId(before), declarationId(after)]),
  );
  const comparison: Comparison = {
    old,
    new: now,
    types: new TypeComparison(old, now, renamed),
    changes: new Changes(),
  };
  compareItems(
    types,
    {
      kind: "type",
      added: () => "type-added",
      idOf: declarationId,
      compare: compareTypes,
    },
    comparison,
  );
  compareConstants(comparison);
  compareCalls(comparison);
  compareCallbacks(comparison);
  compareModules(renamed, comparison);
  compareExternals(comparison);
  compareClients(comparison);
  const names = { old: old.view.packageName, new: now.view.packageName };
  if (names.old !== names.new) comparison.changes.add("package-renamed", names, {});
  if (old.view.checksLimits !== now.view.checksLimits) {
    const rule = now.view.checksLimits ? "limits-checked" : "limits-unchecked";
    comparison.changes.add(rule, {}, {});
  }
  return comparison.changes.found;
}

function compareTypes(old: TypeDeclaration, now: TypeDeclaration, match: Match): void {
  const { name, place, comparison } = match;
  const models = { old: modelOf(old, comparison.old), new: modelOf(now, comparison.new) };
  const isOfModels = old.kind === "model" || now.kind === "model";
  // Another name for a model is the same type to its users.
  if (isOfModels && models.old !== undefined && models.new !== undefined)
    compareModels(models.old, models.new, match);
  else if (old.kind === "enum" && now.kind === "enum") compareEnums(old, now, match);
  else if (old.kind === "alias" && now.kind === "alias") {
    const before = { owner: declarationId(old), type: old.type };
    const after = { owner: declarationId(now), type: now.type };
    compareTypesOf(before, after, match);
  } else {
    const kinds = { old: KINDS[old.kind], new: KINDS[now.kind] };
    comparison.changes.add("type-kind-changed", { name, ...kinds }, place);
  }
}

/** Returns the model that a type is, also by another name. */
function modelOf(declaration: TypeDeclaration, version: Version): Model | undefined {
  let current: TypeDeclaration | undefined = declaration;
  while (current?.kind === "alias") current = version.declarationOf(current.type);
  return current?.kind === "model" ? current : undefined;
}

const KINDS: Readonly<Record<TypeDeclaration["kind"], string>> = {
  model: "a model",
  enum: "an enum",
  alias: "an alias",
};

/** Returns the content of a type: the same content under another name is the same type. */
function contentKey(declaration: TypeDeclaration): string | undefined {
  switch (declaration.kind) {
    case "model": {
      const names = declaration.fields.map(wireKeyOf);
      return names.length === 0 ? undefined : JSON.stringify(["model", ...names.toSorted()]);
    }
    case "enum":
      return ["enum", ...declaration.members.map(valueText)].join();
    case "alias":
      return undefined;
  }
}

/** Returns the kind and the documentation of a type, if it has one. */
function kindAndDocumentationOf(declaration: TypeDeclaration): string | undefined {
  const documentation = documentationKey(declaration);
  return documentation && `${declaration.kind} ${documentation}`;
}
