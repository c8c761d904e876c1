import type { Alias, Constant, Declaration, TypeDeclaration } from "../ir/api.js";
import type { Change } from "../ir/changes.js";
import { compareCalls } from "./calls.js";
import { Changes } from "./changes.js";
import type { Comparison } from "./comparison.js";
import { compareEnums, valueText } from "./enums.js";
import { compareModels } from "./models.js";
import { pairsOf, type Pairs } from "./pairs.js";
import { TypeComparison } from "./types.js";
import { nameOf, type Declared, type Version } from "./version.js";

/** Finds what has changed between two versions of a spec, in the order of the documents. */
export function compareVersions(old: Version, now: Version): Change[] {
  const types = pairsOf(typesOf(old), typesOf(now), declaredName, [fingerprintOf, signOf]);
  const renamed = new Map(
    types.renamed.map(([one, other]) => [typeName(one), typeName(other)] as const),
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
  compareDocuments(comparison);
  return comparison.changes.found;
}

function compareTypes(types: Pairs<Declared>, comparison: Comparison): void {
  const { old, new: now, changes } = comparison;
  for (const one of types.removed) {
    const name = declaredName(one);
    changes.add("type-removed", { name }, { old: old.rangeOf(name) });
  }
  for (const one of types.added) {
    const name = declaredName(one);
    changes.add("type-added", { name }, { new: now.rangeOf(name) });
  }
  for (const [one, other] of types.renamed) {
    const names = { old: declaredName(one), new: declaredName(other) };
    const place = { old: old.rangeOf(names.old), new: now.rangeOf(names.new) };
    changes.add("type-renamed", names, place);
  }
  const isStable = namesMeanTheSame(types);
  for (const [one, other] of [...types.kept, ...types.renamed]) {
    // Of a version that was kept, what has not changed is the same object.
    if (isStable && one.declaration === other.declaration && one.module === other.module) continue;
    compareDeclarations(one, other, comparison);
  }
}

/** Whether what refers to a type cannot have changed without having changed itself. */
function namesMeanTheSame({ kept, renamed }: Pairs<Declared>): boolean {
  const isSame = ([{ declaration: one }, { declaration: other }]: (typeof kept)[number]) =>
    one === other || one.kind === "model" || meaningOf(one) === meaningOf(other);
  return renamed.length === 0 && kept.every(isSame);
}

/** All that a declaration says but its documentation. */
function meaningOf(declaration: Declaration): string {
  return JSON.stringify(declaration, (key, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`;
    return key === "documentation" ? undefined : value;
  });
}

function compareDeclarations(one: Declared, other: Declared, comparison: Comparison): void {
  const { declaration: old } = one;
  const { declaration: now } = other;
  const name = nameOf(now);
  const place = {
    old: comparison.old.rangeOf(nameOf(old)),
    new: comparison.new.rangeOf(name),
  };
  if (one.module.name !== other.module.name) {
    const modules = { old: one.module.name, new: other.module.name };
    comparison.changes.add("type-moved", { name, ...modules }, place);
  }
  if (old.kind === "model" && now.kind === "model") compareModels(old, now, comparison);
  else if (old.kind === "enum" && now.kind === "enum") compareEnums(old, now, comparison);
  else if (old.kind === "alias" && now.kind === "alias") compareAliases(old, now, comparison);
  else {
    const kinds = { old: kindOf(old), new: kindOf(now) };
    comparison.changes.add("type-kind-changed", { name, ...kinds }, place);
  }
  if (old.documentation !== now.documentation) {
    comparison.changes.add("documentation-changed", { name }, place);
  }
}

function compareAliases(old: Alias, now: Alias, comparison: Comparison): void {
  const change = comparison.types.changeOf(old.type, now.type);
  if (change === undefined) return;
  const name = now.specName;
  const types = { old: comparison.old.typeOf(old.specName), new: comparison.new.typeOf(name) };
  const place = { old: comparison.old.rangeOf(old.specName), new: comparison.new.rangeOf(name) };
  comparison.changes.add(change, { name, ...types }, place);
}

function compareConstants({ old, new: now, changes }: Comparison): void {
  const constants = pairsOf(constantsOf(old), constantsOf(now), ({ name }) => name, [
    ({ value, documentation }) => `${typeof value} ${String(value)} ${documentation}`,
  ]);
  for (const { name } of constants.removed) {
    changes.add("constant-removed", { name }, { old: old.rangeOf(name) });
  }
  for (const { name } of constants.added) {
    changes.add("constant-added", { name }, { new: now.rangeOf(name) });
  }
  for (const [one, other] of constants.renamed) {
    const place = { old: old.rangeOf(one.name), new: now.rangeOf(other.name) };
    changes.add("constant-renamed", { old: one.name, new: other.name }, place);
  }
  for (const [one, { name, value, documentation }] of constants.kept) {
    const place = { old: old.rangeOf(name), new: now.rangeOf(name) };
    if (one.value !== value) {
      const values = { old: String(one.value), new: String(value) };
      changes.add("constant-value-changed", { name, ...values }, place);
    }
    if (one.documentation !== documentation) {
      changes.add("documentation-changed", { name }, place);
    }
  }
}

/** What the documents say of themselves; a document that is new or gone is told by its types. */
function compareDocuments({ old, new: now, changes }: Comparison): void {
  const before = new Map(old.modules.map((module) => [module.source, module]));
  for (const { source, title, documentation } of now.modules) {
    const one = before.get(source);
    if (one === undefined || (one.title === title && one.documentation === documentation)) continue;
    const place = {
      old: old.rangeOf(`document ${source}`),
      new: now.rangeOf(`document ${source}`),
    };
    changes.add("documentation-changed", { name: source }, place);
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

function declaredName({ declaration }: Declared): string {
  return nameOf(declaration);
}

function typeName({ declaration }: Declared): string {
  return declaration.kind === "constant" ? declaration.name : declaration.names.type;
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
