import type { Reference, ScalarType, Type } from "../plan/plan.js";

/** The scalar that a named type is at bottom: it needs no reader and no writer of its own. */
export function inlineScalarOf(type: Type): ScalarType | undefined {
  return type.kind === "reference" ? type.scalar : undefined;
}

/** Whether a type is a list of models, for which there is a function of its own. */
export function isModelList(
  type: Type,
): type is { readonly kind: "list"; readonly element: Reference } {
  return type.kind === "list" && type.element.kind === "reference" && type.element.isModel;
}
