import type { StructureKind, VariableDeclarationKind } from "ts-morph";

/**
 * ts-morph's marks of structures by their values, which the compiler checks against the type:
 * emitters hand over plain data, and do not load ts-morph for it.
 */
export const kinds = {
  class: 2,
  export: 11,
  function: 13,
  import: 16,
  interface: 19,
  typeAlias: 38,
  variable: 41,
} as const satisfies Record<string, StructureKind>;

/** Joins names to one: the time that ts-morph takes for a list is quadratic in its length. */
export function inOneText(names: readonly string[]): string[] {
  return [names.join(", ")];
}

/** ts-morph's mark of a `const` statement. */
export const constKeyword = "const" as VariableDeclarationKind.Const;
