import type { SyntaxNode } from "@lezer/common";
import type { GoExpression } from "./ast.js";
import type { Span } from "./lexical.js";
import { floatOf, integerOf, integralOf, runeOf, stringOf } from "./literal.js";
import { isBinary, isOperator, isSuffix, isUnary, operationParts, precedence } from "./operator.js";
import { childrenOf, spanRange, sourceTextOf, spanText, type GoSource } from "./syntax.js";

/** Expressions of more nodes are refused, so that recursion has an end. */
const LARGEST = 2000;

/** An operand with the place that it takes, brackets included; no value where it is reported. */
interface Operand extends Span {
  readonly value: GoExpression | undefined;
}

/**
 * The constant expression that a node of the syntax tree stands for (Go spec, Constant
 * expressions); any other expression is reported as `unsupported-constant`, and then of
 * the kind `invalid`.
 */
export function expressionOf(node: SyntaxNode, source: GoSource): GoExpression {
  const operand = isLarge(node) ? unsupported(node, source) : operandOf(node, source);
  return operand.value ?? { kind: "invalid", range: spanRange(node, source) };
}

function operandOf(node: SyntaxNode, source: GoSource): Operand {
  return new OperationReader(node, source).read();
}

/**
 * Reads operators and operands anew by their precedence: in the parser's tree a call or a selector
 * binds less than an operator before it, so that `1 + T(2)` is a call of `1 + T`.
 */
class OperationReader {
  readonly #source: GoSource;
  readonly #parts: readonly SyntaxNode[];
  #index = 0;

  constructor(node: SyntaxNode, source: GoSource) {
    this.#source = source;
    this.#parts = operationParts(node);
  }

  /** Reads an operation whose operators bind at least as strongly as is said. */
  read(weakest = 1): Operand {
    let left = this.#unary();
    for (let part = this.#next(); part !== undefined; part = this.#next()) {
      const operator = spanText(part, this.#source);
      const strength = precedence.get(operator) ?? 0;
      if (strength < weakest) break;
      this.#index += 1;
      left = this.#binary(left, operator, this.read(strength + 1));
    }
    return left;
  }

  #next(): SyntaxNode | undefined {
    return this.#parts[this.#index];
  }

  #binary(left: Operand, operator: string, right: Operand): Operand {
    const span = { from: left.from, to: right.to };
    if (left.value === undefined || right.value === undefined) return { ...span, value: undefined };
    if (!isBinary(operator)) return unsupported(span, this.#source);
    const range = spanRange(span, this.#source);
    const value = {
      kind: "binary",
      operator,
      left: left.value,
      right: right.value,
      range,
    } as const;
    return { ...span, value };
  }

  #unary(): Operand {
    const part = this.#next();
    if (part === undefined || !isOperator(part)) return this.#suffixed();
    this.#index += 1;
    const operator = spanText(part, this.#source);
    const operand = this.#unary();
    const span = { from: part.from, to: operand.to };
    if (operand.value === undefined) return { ...span, value: undefined };
    if (!isUnary(operator)) return unsupported(span, this.#source);
    const range = spanRange(span, this.#source);
    return { ...span, value: { kind: "unary", operator, operand: operand.value, range } };
  }

  /** An operand with what ends it: of calls and selectors only the conversion `T(x)` is constant. */
  #suffixed(): Operand {
    const [operand, ...rest] = this.#parts.slice(this.#index);
    if (operand === undefined) throw new Error("an operator without an operand is no syntax");
    const end = rest.findIndex((part) => !isSuffix(part));
    const suffixes = end === -1 ? rest : rest.slice(0, end);
    this.#index += 1 + suffixes.length;
    const [call, ...others] = suffixes;
    if (call === undefined) return primaryOf(operand, this.#source);
    if (others.length === 0) return conversionOf(operand, call, this.#source);
    return unsupported({ from: operand.from, to: others.at(-1)?.to ?? call.to }, this.#source);
  }
}

/** `T(x)`: a call of a name with one argument (Go spec, Conversions). */
function conversionOf(callee: SyntaxNode, call: SyntaxNode, source: GoSource): Operand {
  const span = { from: callee.from, to: call.to };
  const list = call.getChild("Arguments");
  const [, argument, ...rest] = list === null ? [] : childrenOf(list);
  const isOnly = /^,?\)$/.test(rest.map(({ name }) => name).join(""));
  if (callee.name !== "VariableName" || argument === undefined || !isOnly) {
    return unsupported(span, source);
  }
  const operand = operandOf(argument, source).value;
  if (operand === undefined) return { ...span, value: undefined };
  const type = sourceTextOf(callee, source);
  return { ...span, value: { kind: "conversion", type, operand, range: spanRange(span, source) } };
}

function primaryOf(node: SyntaxNode, source: GoSource): Operand {
  const { from, to } = node;
  const [, inner] = childrenOf(node);
  if (node.name === "ParenthesizedExpr" && inner !== undefined) {
    return { from, to, value: operandOf(inner, source).value };
  }
  const value = literalOf(node, source);
  return value === undefined ? unsupported(node, source) : { from, to, value };
}

/** Returns the value of a name or a literal; undefined for literals that no constant has. */
function literalOf(node: SyntaxNode, source: GoSource): GoExpression | undefined {
  const range = spanRange(node, source);
  const text = spanText(node, source);
  if (node.name === "VariableName") return { kind: "name", name: text, range };
  if (node.name === "String") {
    const value = stringOf(text);
    return value === undefined ? undefined : { kind: "string", value, range };
  }
  if (node.name !== "Number" && node.name !== "Rune") return undefined;
  const integer = node.name === "Rune" ? runeOf(text) : integerOf(text);
  if (integer !== undefined) return { kind: "integer", value: integer, range };
  const float = floatOf(text);
  if (float === undefined) return undefined;
  return { kind: "float", value: float, integer: integralOf(text), range };
}

function unsupported({ from, to }: Span, source: GoSource): Operand {
  const text = spanText({ from, to }, source);
  source.report("unsupported-constant", spanRange({ from, to }, source), { text });
  return { from, to, value: undefined };
}

function isLarge(node: SyntaxNode): boolean {
  const cursor = node.cursor();
  for (let nodes = 0; cursor.from < node.to; nodes += 1) {
    if (nodes > LARGEST) return true;
    if (!cursor.next()) break;
  }
  return false;
}
