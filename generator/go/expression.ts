import type { SyntaxNode } from "@lezer/common";
import { report } from "../diagnostics/report.js";
import type { GoBinaryOperator, GoExpression, GoUnaryOperator } from "../ir/go.js";
import { floatOf, integerOf, runeOf, stringOf } from "./literal.js";
import { childrenOf, rangeOf, sourceTextOf, textOf, type GoSource } from "./syntax.js";

const UNARY: ReadonlySet<string> = new Set(["+", "-", "!", "^"] satisfies GoUnaryOperator[]);

const BINARY: ReadonlySet<string> = new Set([
  "+",
  "-",
  "*",
  "/",
  "%",
  "<<",
  ">>",
  "&",
  "|",
  "^",
  "&^",
] satisfies GoBinaryOperator[]);

/** Expressions nested deeper are refused, so that recursion has an end. */
const DEEPEST = 1000;

/**
 * The constant expression that a node of the syntax tree stands for (Go spec, Constant
 * expressions); any other expression is reported.
 */
export function expressionOf(
  node: SyntaxNode,
  source: GoSource,
  depth = 0,
): GoExpression | undefined {
  const known = depth > DEEPEST ? undefined : knownExpressionOf(node, source, depth);
  if (known === "nested") return undefined;
  if (known === undefined) {
    report("unsupported-constant", rangeOf(node, source), { text: textOf(node, source) });
  }
  return known;
}

/** `nested` where an operand was reported: its expression is not reported as well. */
function knownExpressionOf(
  node: SyntaxNode,
  source: GoSource,
  depth: number,
): GoExpression | "nested" | undefined {
  const range = rangeOf(node, source);
  const text = textOf(node, source);
  const children = childrenOf(node);
  const operandOf = (child: SyntaxNode | undefined) =>
    child && expressionOf(child, source, depth + 1);
  switch (node.name) {
    case "VariableName":
      return { kind: "name", name: text, range };
    case "ParenthesizedExpr":
      return operandOf(children[1]) ?? "nested";
    case "UnaryExp": {
      const [operator, operand] = children;
      const sign = operator && textOf(operator, source);
      if (!isUnary(sign)) return undefined;
      const inner = operandOf(operand);
      return inner ? { kind: "unary", operator: sign, operand: inner, range } : "nested";
    }
    case "BinaryExp": {
      const [left, operator, right] = children;
      const sign = operator && textOf(operator, source);
      if (!isBinary(sign)) return undefined;
      const operands = [operandOf(left), operandOf(right)] as const;
      if (operands[0] === undefined || operands[1] === undefined) return "nested";
      return { kind: "binary", operator: sign, left: operands[0], right: operands[1], range };
    }
    case "CallExpr":
      return conversionOf(node, source, operandOf);
    default:
      return literalOf(node, source);
  }
}

/** `T(x)`: a call of a name with one argument. */
function conversionOf(
  node: SyntaxNode,
  source: GoSource,
  operandOf: (child: SyntaxNode | undefined) => GoExpression | undefined,
): GoExpression | "nested" | undefined {
  const [callee, list] = childrenOf(node);
  const [open, argument, close] = list ? childrenOf(list) : [];
  if (callee?.name !== "VariableName" || open?.name !== "(" || close?.name !== ")")
    return undefined;
  const operand = operandOf(argument);
  if (operand === undefined) return "nested";
  return {
    kind: "conversion",
    type: sourceTextOf(callee, source),
    operand,
    range: rangeOf(node, source),
  };
}

function literalOf(node: SyntaxNode, source: GoSource): GoExpression | undefined {
  const range = rangeOf(node, source);
  const text = textOf(node, source);
  if (node.name === "String") {
    const value = stringOf(text);
    return value === undefined ? undefined : { kind: "string", value, range };
  }
  if (node.name !== "Number" && node.name !== "Rune") return undefined;
  const integer = node.name === "Rune" ? runeOf(text) : integerOf(text);
  if (integer !== undefined) return { kind: "integer", value: integer, range };
  const float = node.name === "Number" ? floatOf(text) : undefined;
  return float === undefined ? undefined : { kind: "float", value: float, range };
}

function isUnary(operator: string | undefined): operator is GoUnaryOperator {
  return operator !== undefined && UNARY.has(operator);
}

function isBinary(operator: string | undefined): operator is GoBinaryOperator {
  return operator !== undefined && BINARY.has(operator);
}
