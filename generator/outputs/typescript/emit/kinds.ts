import type { StructureKind, VariableDeclarationKind } from "ts-morph";

/**
 * ts-morph's marks of structures by their values, which the compiler checks against the type:
 * emitters hand over plain data, and do not load ts-morph for it.
 */
export const kinds: {
  readonly class: StructureKind.Class;
  readonly enum: StructureKind.Enum;
  readonly export: StructureKind.ExportDeclaration;
  readonly function: StructureKind.Function;
  readonly import: StructureKind.ImportDeclaration;
  readonly interface: StructureKind.Interface;
  readonly sourceFile: StructureKind.SourceFile;
  readonly typeAlias: StructureKind.TypeAlias;
  readonly variable: StructureKind.VariableStatement;
} = {
  class: 2,
  enum: 8,
  export: 11,
  function: 13,
  import: 16,
  interface: 19,
  sourceFile: 36,
  typeAlias: 38,
  variable: 41,
};

/** ts-morph's mark of a `const` statement. */
export const constKeyword = "const" as VariableDeclarationKind.Const;
