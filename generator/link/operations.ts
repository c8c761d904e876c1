import type { Report } from "../source/diagnostic.js";
import type { GoBinaryOperator, GoExpression } from "../go/ast.js";
import { sourceOf } from "../source/text.js";

/** The value of a constant; integers are exact (Go spec, Constants). */
export type ConstantValue =
  | { readonly kind: "integer"; readonly value: bigint }
  | {
      readonly kind: "float";
      readonly value: number;
      /** The exact value, if it is known and an integer. */
      readonly integer?: bigint | undefined;
    }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean };

/** Larger integers are refused: no type holds them, and they take long to compute. */
const MOST_BITS = 512n;
const LIMIT = 1n << MOST_BITS;

/** Applies a unary operator; reports operands that it does not take. */
export function applyUnary(
  expression: Extract<GoExpression, { kind: "unary" }>,
  operand: ConstantValue,
  report: Report,
): ConstantValue | undefined {
  const { operator } = expression;
  if (operator === "!") {
    if (operand.kind === "boolean") return { kind: "boolean", value: !operand.value };
    return refuse(expression, "a boolean operand", report);
  }
  if (operand.kind === "integer") {
    const values = { "+": operand.value, "-": -operand.value, "^": ~operand.value };
    return { kind: "integer", value: values[operator] };
  }
  if (operand.kind !== "float" || operator === "^") return refuse(expression, "a number", report);
  if (operator === "+") return operand;
  const integer = operand.integer === undefined ? undefined : -operand.integer;
  return { kind: "float", value: -operand.value, integer };
}

/** Applies a binary operator; reports operands that it does not take. */
export function applyBinary(
  expression: Extract<GoExpression, { kind: "binary" }>,
  left: ConstantValue,
  right: ConstantValue,
  report: Report,
): ConstantValue | undefined {
  const { operator } = expression;
  if (left.kind === "string" && right.kind === "string" && operator === "+") {
    return { kind: "string", value: left.value + right.value };
  }
  if (left.kind === "integer" && right.kind === "integer") {
    return integerOperation(expression, left.value, right.value, report);
  }
  if (!isNumber(left) || !isNumber(right))
    return refuse(expression, "two numbers or two strings", report);
  const value = FLOAT_OPERATIONS[operator]?.(Number(left.value), Number(right.value));
  if (value === undefined) return refuse(expression, "integer operands", report);
  if (!Number.isFinite(value)) return refuse(expression, "a finite result", report);
  return { kind: "float", value, integer: exactOperation(operator, left, right) };
}

/** Returns the exact result of an operation on integers that are written as floats, if it is one. */
function exactOperation(
  operator: GoBinaryOperator,
  left: ConstantValue,
  right: ConstantValue,
): bigint | undefined {
  const [one, other] = [integerIn(left), integerIn(right)];
  if (one === undefined || other === undefined) return undefined;
  if (operator === "/" && (other === 0n || one % other !== 0n)) return undefined;
  return INTEGER_OPERATIONS[operator](one, other);
}

/** Returns the integer that a number is, if its digits are known: a `number` rounds those beyond 2^53. */
export function integerIn(value: ConstantValue): bigint | undefined {
  if (value.kind === "integer") return value.value;
  if (value.kind !== "float") return undefined;
  return value.integer ?? (Number.isSafeInteger(value.value) ? BigInt(value.value) : undefined);
}

/** Reports an operation that has no value. */
export function refuse(expression: GoExpression, reason: string, report: Report): undefined {
  report("invalid-operation", expression.range, { operation: sourceOf(expression.range), reason });
}

function integerOperation(
  expression: Extract<GoExpression, { kind: "binary" }>,
  left: bigint,
  right: bigint,
  report: Report,
): ConstantValue | undefined {
  const { operator } = expression;
  if ((operator === "/" || operator === "%") && right === 0n) {
    return refuse(expression, "a divisor that is not zero", report);
  }
  if ((operator === "<<" || operator === ">>") && (right < 0n || right > MOST_BITS)) {
    return refuse(expression, `a shift by 0 to ${MOST_BITS} bits`, report);
  }
  const value = INTEGER_OPERATIONS[operator](left, right);
  if (value >= LIMIT || value <= -LIMIT) {
    return refuse(expression, `an integer of at most ${MOST_BITS} bits`, report);
  }
  return { kind: "integer", value };
}

const INTEGER_OPERATIONS: Readonly<
  Record<GoBinaryOperator, (left: bigint, right: bigint) => bigint>
> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "%": (left, right) => left % right,
  "<<": (left, right) => left << right,
  ">>": (left, right) => left >> right,
  "&": (left, right) => left & right,
  "|": (left, right) => left | right,
  "^": (left, right) => left ^ right,
  "&^": (left, right) => left & ~right,
};

const FLOAT_OPERATIONS: Readonly<
  Partial<Record<GoBinaryOperator, (left: number, right: number) => number>>
> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
};

function isNumber(
  value: ConstantValue,
): value is Extract<ConstantValue, { kind: "integer" | "float" }> {
  return value.kind === "integer" || value.kind === "float";
}
