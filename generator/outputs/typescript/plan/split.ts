import { namesWith } from "./long-integers.js";
import type { Declaration, Model, Module } from "./plan.js";

/** Marks the models with two codecs of which JSON and XML have different fields, or that have such models inside. */
export function markSplit(modules: readonly Module[]): Module[] {
  const types = modules
    .flatMap(({ declarations }) => declarations)
    .filter((one) => one.kind !== "constant");
  const split = namesWith(types, (type) => type.kind === "model" && isSplit(type));
  const mark = (declaration: Declaration): Declaration => {
    if (declaration.kind !== "model" || !hasBoth(declaration)) return declaration;
    return split.has(declaration.names.type) ? { ...declaration, isSplit: true } : declaration;
  };
  return modules.map((module) => ({ ...module, declarations: module.declarations.map(mark) }));
}

function hasBoth({ json, xml }: Model): boolean {
  return json !== undefined && xml !== undefined;
}

function isSplit(model: Model): boolean {
  const { json = [], xml = [] } = model;
  const inXml = new Set(xml.map(({ field }) => field));
  const isSame = json.length === xml.length && json.every((field) => inXml.has(field));
  return hasBoth(model) && !isSame;
}
