import type { StructureKind, VariableDeclarationKind } from "ts-morph";

/**
 * ts-morph's marks of structures by their values, which the compiler checks against the type:
 * structures are plain data, and the tool runs without ts-morph, which is the reference of tests.
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

/** ts-morph's mark of a `const` statement. */
export const constKeyword = "const" as VariableDeclarationKind.Const;
