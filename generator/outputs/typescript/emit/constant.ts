import type { VariableStatementStructure } from "ts-morph";
import type { Constant } from "../plan/plan.js";
import { jsdoc } from "./jsdoc.js";
import { constKeyword, kinds } from "./kinds.js";
import { literal } from "./literal.js";
import type { ModuleScope } from "./scope.js";

/** A constant of no enum. */
export function emitConstant(
  { name, value, documentation, deprecated }: Constant,
  scope: ModuleScope,
): VariableStatementStructure {
  return {
    kind: kinds.variable,
    isExported: true,
    leadingTrivia: "\n",
    declarationKind: constKeyword,
    docs: jsdoc(documentation, { deprecated }),
    declarations: [{ name: scope.declare(name), initializer: literal(value) }],
  };
}
