import type { SyntaxNode } from "@lezer/common";
import type { GoBinaryOperator, GoUnaryOperator } from "./ast.js";
import { childrenOf } from "./syntax.js";

const UNARY: ReadonlySet<string> = new Set(["+", "-", "!", "^"] satisfies GoUnaryOperator[]);

const BINARY: Readonly<Record<GoBinaryOperator, number>> = {
  "*": 5,
  "/": 5,
  "%": 5,
  "<<": 5,
  ">>": 5,
  "&": 5,
  "&^": 5,
  "+": 4,
  "-": 4,
  "|": 4,
  "^": 4,
};

/** Operators that make no constant of a kind that we carry. */
const OTHERS = { "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3, "&&": 2, "||": 1 };

/** How strongly binary operators bind (Go spec, Operator precedence). */
export const precedence: ReadonlyMap<string, number> = new Map(
  Object.entries({ ...BINARY, ...OTHERS }),
);

/** Whether an operator stands before one operand. */
export function isUnary(operator: string): operator is GoUnaryOperator {
  return UNARY.has(operator);
}

/** Whether an operator stands between two operands, and makes a constant that we carry. */
export function isBinary(operator: string): operator is GoBinaryOperator {
  return Object.hasOwn(BINARY, operator);
}

/** Whether a part of an expression is an operator. */
export function isOperator({ name }: SyntaxNode): boolean {
  return name === "<-" || name.endsWith("Op");
}

const SUFFIXED = new Set(["CallExpr", "SelectorExpr", "IndexExpr", "SliceExpr", "TypeAssertion"]);

/** Whether a part of an expression ends the operand before it with a call, a selector or the like. */
export function isSuffix({ name }: SyntaxNode): boolean {
  return SUFFIXED.has(name);
}

/** The operators, operands and suffixes of an expression in their order; brackets are one operand. */
export function operationParts(expression: SyntaxNode, parts: SyntaxNode[] = []): SyntaxNode[] {
  const children = childrenOf(expression);
  if (expression.name === "UnaryExp" || expression.name === "BinaryExp") {
    for (const child of children) operationParts(child, parts);
  } else {
    if (isSuffix(expression))
      for (const operand of children.slice(0, 1)) operationParts(operand, parts);
    parts.push(expression);
  }
  return parts;
}
