import { namesWith } from "./long-integers.js";
import type { Declaration, DefaultMember, Defaults, Field, Module } from "./plan.js";

export const NO_DEFAULTS: Defaults = { exist: false, members: [] };

/** Marks the types that have defaults, through any number of others. */
export function markDefaults(modules: readonly Module[]): readonly Module[] {
  const types = modules
    .flatMap(({ declarations }) => declarations)
    .filter((one) => one.kind !== "constant");
  const marked = namesWith(
    types,
    (type) =>
      type.kind === "model" && type.fields.some(({ facts }) => facts.default?.json !== undefined),
  );
  if (marked.size === 0) return modules;
  const mark = (declaration: Declaration): Declaration => {
    if (!("defaults" in declaration) || !marked.has(declaration.names.type)) return declaration;
    const fields = declaration.kind === "model" ? declaration.fields : [];
    const members = fields.flatMap((field) => memberOf(field, marked) ?? []);
    return { ...declaration, defaults: { exist: true, members } };
  };
  return modules.map((module) => ({ ...module, declarations: module.declarations.map(mark) }));
}

/** Returns the default of a field; a model that is always there has the defaults of its own fields. */
function memberOf(field: Field, marked: ReadonlySet<string>): DefaultMember | undefined {
  const json = field.facts.default?.json;
  if (json !== undefined) return { field, json };
  const { type, optional } = field;
  const isFilled =
    !optional && type.kind === "reference" && type.json === "object" && marked.has(type.names.type);
  return isFilled ? { field } : undefined;
}
