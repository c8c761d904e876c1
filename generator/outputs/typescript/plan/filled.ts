import { declarationLeaves } from "./long-integers.js";
import type { Declaration, Model, Module } from "./plan.js";

/** Marks the models with XML codecs, and those inside of them: their values are filled with zero values. */
export function markFilled(modules: readonly Module[]): Module[] {
  const types = modules
    .flatMap(({ declarations }) => declarations)
    .filter((one) => one.kind !== "constant");
  const byName = new Map(types.map((type) => [type.names.type, type]));
  const filled = new Set(types.flatMap((type) => (hasXml(type) ? [type.names.type] : [])));
  // A loop over a set also visits the elements added during the loop.
  for (const name of filled) {
    const type = byName.get(name);
    for (const leaf of type === undefined ? [] : declarationLeaves(type)) {
      if (leaf.kind === "reference") filled.add(leaf.names.type);
    }
  }
  return modules.map((module) => ({
    ...module,
    declarations: module.declarations.map((declaration) =>
      declaration.kind === "model" && filled.has(declaration.names.type)
        ? { ...declaration, isFilled: true }
        : declaration,
    ),
  }));
}

/** Returns the models that have a function for it. */
export function filledModels(modules: readonly Module[]): Model[] {
  return modules
    .flatMap(({ declarations }) => declarations)
    .filter((declaration) => declaration.kind === "model" && declaration.isFilled) as Model[];
}

function hasXml(declaration: Declaration): boolean {
  return declaration.kind === "model" && declaration.xml !== undefined;
}
