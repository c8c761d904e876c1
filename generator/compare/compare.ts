import type { Constant, Declaration, TypeDeclaration } from "../model/api.js";
import type { Change } from "../model/changes.js";
import type { ApiSettings } from "../model/settings.js";
import { compareCalls } from "./calls.js";
import { Changes, type ChangePlace } from "./changes.js";
import { compareTypesOf, type Comparison } from "./comparison.js";
import { compareEnums, valueText } from "./enums.js";
import { compareExternals } from "./externals.js";
import { compareModels } from "./models.js";
import { compareModules } from "./modules.js";
import { pairsOf, type Pairs } from "./pairs.js";
import { TypeComparison } from "./types.js";
import type { Declared, Version } from "./version.js";

/** Finds what has changed between two versions of a spec, in the order of the documents. */
export function compareVersions(old: Version, now: Version): readonly Change[] {
  const types = pairsOf(typesOf(old), typesOf(now), specNameOf, [fingerprintOf, signOf]);
  const renamed = new Map(
    types.renamed.map(([one, other]) => [specNameOf(one), specNameOf(other)] as const),
  );
  const comparison: Comparison = {
    old,
    new: now,
    types: new TypeComparison(old, now, renamed),
    changes: new Changes(),
  };
  compareTypes(types, comparison);
  compareConstants(comparison);
  compareCalls(comparison);
  compareModules(
    types.renamed.map(([one, other]) => [specNameOf(one), specNameOf(other)]),
    comparison,
  );
  compareExternals(comparison);
  return comparison.changes.found;
}

function compareTypes(types: Pairs<Declared>, comparison: Comparison): void {
  const { old, new: now, changes } = comparison;
  for (const one of types.removed) {
    const name = specNameOf(one);
    changes.add("type-removed", { name }, { old: old.rangeOf(name) });
  }
  for (const one of types.added) {
    const name = specNameOf(one);
    changes.add("type-added", { name }, { new: now.rangeOf(name) });
  }
  for (const [{ declaration: one }, { declaration: other }] of types.renamed) {
    // A name that the configuration has kept is the same to those who use it.
    if (identifierOf(one) === identifierOf(other)) continue;
    const names = { old: one.specName, new: other.specName };
    changes.add("type-renamed", names, placeOf(one, other, comparison));
  }
  const isStable = isEqual(old.settings, now.settings) && namesMeanTheSame(types);
  for (const [one, other] of [...types.kept, ...types.renamed]) {
    // Of a version that was kept, what has not changed is the same object.
    if (isStable && one.declaration === other.declaration) continue;
    compareDeclarations(one.declaration, other.declaration, comparison);
  }
}

/** Whether what refers to a type cannot have changed without having changed itself. */
function namesMeanTheSame({ kept, renamed }: Pairs<Declared>): boolean {
  const isSame = ([{ declaration: one }, { declaration: other }]: (typeof kept)[number]) =>
    one === other || one.kind === "model" || meaningOf(one) === meaningOf(other);
  return renamed.length === 0 && kept.every(isSame);
}

function isEqual(one: ApiSettings, other: ApiSettings): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** All that a declaration says but its documentation. */
function meaningOf(declaration: Declaration): string {
  return JSON.stringify(declaration, (key, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`;
    return key === "documentation" ? undefined : value;
  });
}

function compareDeclarations(old: Declaration, now: Declaration, comparison: Comparison): void {
  const { changes } = comparison;
  const { specName: name } = now;
  const place = placeOf(old, now, comparison);
  compareIdentifiers(old, now, comparison);
  if (old.kind === "model" && now.kind === "model") compareModels(old, now, comparison);
  else if (old.kind === "enum" && now.kind === "enum") compareEnums(old, now, comparison);
  else if (old.kind === "alias" && now.kind === "alias") {
    const before = { owner: old.specName, type: old.type };
    compareTypesOf(name, before, { owner: name, type: now.type }, { place, comparison });
  } else {
    changes.add("type-kind-changed", { name, old: kindOf(old), new: kindOf(now) }, place);
  }
  if (old.documentation !== now.documentation) {
    changes.add("documentation-changed", { name }, place);
  }
}

/** Compares the names that the configuration may give to what keeps its name in the specification. */
function compareIdentifiers(old: Declaration, now: Declaration, comparison: Comparison): void {
  const names = { old: identifierOf(old), new: identifierOf(now) };
  if (old.specName !== now.specName || names.old === names.new) return;
  const place = placeOf(old, now, comparison);
  comparison.changes.addSetting("typescript-name-changed", now.specName, names, place);
}

function compareConstants(comparison: Comparison): void {
  const { old, new: now, changes } = comparison;
  const constants = pairsOf(constantsOf(old), constantsOf(now), ({ specName }) => specName, [
    ({ value, documentation }) => `${valueText(value)} ${documentation}`,
  ]);
  for (const { specName: name } of constants.removed) {
    changes.add("constant-removed", { name }, { old: old.rangeOf(name) });
  }
  for (const { specName: name } of constants.added) {
    changes.add("constant-added", { name }, { new: now.rangeOf(name) });
  }
  for (const [one, other] of constants.renamed) {
    if (one.name === other.name) continue;
    const names = { old: one.specName, new: other.specName };
    changes.add("constant-renamed", names, placeOf(one, other, comparison));
  }
  for (const [one, other] of constants.kept) {
    const { specName: name } = other;
    const place = placeOf(one, other, comparison);
    compareIdentifiers(one, other, comparison);
    const values = { old: valueText(one.value), new: valueText(other.value) };
    if (values.old !== values.new)
      changes.add("constant-value-changed", { name, ...values }, place);
    if (one.documentation !== other.documentation) {
      changes.add("documentation-changed", { name }, place);
    }
  }
}

function typesOf(version: Version): Declared[] {
  return [...version.declarations.values()].filter(
    ({ declaration }) => declaration.kind !== "constant",
  );
}

function constantsOf(version: Version): Constant[] {
  const declarations = [...version.declarations.values()].map(({ declaration }) => declaration);
  return declarations.filter((declaration) => declaration.kind === "constant");
}

function specNameOf({ declaration }: Declared): string {
  return declaration.specName;
}

/** Returns the name of a declaration in TypeScript. */
function identifierOf(declaration: Declaration): string {
  return declaration.kind === "constant" ? declaration.name : declaration.names.type;
}

function placeOf(old: Declaration, now: Declaration, comparison: Comparison): ChangePlace {
  return {
    old: comparison.old.rangeOf(old.specName),
    new: comparison.new.rangeOf(now.specName),
  };
}

/** What a type is made of: the same under another name is the same type. */
function fingerprintOf({ declaration }: Declared): string | undefined {
  switch (declaration.kind) {
    case "model": {
      const names = declaration.fields.map(({ wireName }) => wireName);
      return names.length === 0 ? undefined : JSON.stringify(["model", ...names.toSorted()]);
    }
    case "enum":
      return ["enum", ...declaration.members.map(({ value }) => valueText(value))].join();
    default:
      return undefined;
  }
}

/** What is said of a type; that of a constant is compared with its value. */
function signOf({ declaration }: Declared): string | undefined {
  const { kind, documentation } = declaration;
  return documentation === "" ? undefined : `${kind} ${documentation}`;
}

function kindOf(declaration: Declaration): string {
  const kinds: Readonly<Record<TypeDeclaration["kind"], string>> = {
    model: "a model",
    enum: "an enum",
    alias: "an alias",
  };
  return declaration.kind === "constant" ? "a constant" : kinds[declaration.kind];
}
