import { code } from "../source/code.js";
import type { Report } from "../source/diagnostic.js";
import { Speller } from "../source/suggest.js";
import type { ScalarType } from "../model/api.js";
import type { ConstantDraft, TypeDrafts } from "../go/draft.js";
import { expressionsIn, type GoExpression } from "../go/ast.js";
import { sourceOf } from "../source/text.js";
import { scalars } from "./builtins.js";
import { scalarNamed } from "./underlying.js";
import { applyBinary, applyUnary, integerIn, refuse, type ConstantValue } from "./operations.js";

export type { ConstantValue } from "./operations.js";

export interface EvaluatedConstant {
  readonly draft: ConstantDraft;
  /** The Go type it has: declared, by conversion, or that of its operands; untyped without. */
  readonly typeName?: string;
  readonly value: ConstantValue;
}

/** A value on the way to a constant, with the type that it has so far. */
type Operand = Pick<EvaluatedConstant, "typeName" | "value">;

type Expression<Kind extends GoExpression["kind"]> = Extract<GoExpression, { kind: Kind }>;

/** Longer strings are refused: sums of sums would soon fill the memory. */
const LONGEST_STRING = 1 << 20;

/** The strings of all constants together: constants that repeat others would fill the memory, too. */
const MOST_CHARACTERS = 1 << 24;

/**
 * Evaluates the constants of all documents, in whatever order they refer to each other (Go spec,
 * Constant expressions). A constant that has no value is reported, as `unresolved-constant`,
 * `unsupported-constant`, `invalid-operation` or `mismatched-constant`; those that refer to it have
 * none either, and nothing is said of them.
 *
 * @returns the constants that have a value, in their order
 */
export function evaluateConstants(
  constants: readonly ConstantDraft[],
  types: TypeDrafts,
  report: Report,
): EvaluatedConstant[] {
  const evaluator = new Evaluator(constants, types, report);
  return constants.flatMap((draft) => evaluator.evaluate(draft) ?? []);
}

class Evaluator {
  readonly #types: TypeDrafts;
  readonly #report: Report;
  readonly #scalars = new Map<string, ScalarType>();
  readonly #drafts = new Map<string, ConstantDraft>();
  readonly #results = new Map<ConstantDraft, EvaluatedConstant | undefined>();
  /** Expressions without a value: the lines of a group share one, and it is reported once. */
  readonly #failed = new Set<GoExpression>();
  #speller: Speller | undefined;
  #characters = 0;

  constructor(constants: readonly ConstantDraft[], types: TypeDrafts, report: Report) {
    this.#types = types;
    this.#report = report;
    // Of two declarations with one name the first counts.
    for (const draft of constants.toReversed()) this.#drafts.set(draft.name.text, draft);
  }

  /** Evaluates what a constant refers to, and then the constant: by a stack, as chains may be long. */
  evaluate(draft: ConstantDraft): EvaluatedConstant | undefined {
    const stack = [draft];
    const open = new Set<ConstantDraft>();
    for (let current = stack.at(-1); current !== undefined; current = stack.at(-1)) {
      const pending = this.#results.has(current) ? undefined : this.#pendingOf(current);
      if (pending !== undefined && !open.has(pending)) {
        open.add(current);
        stack.push(pending);
        continue;
      }
      stack.pop();
      open.delete(current);
      if (pending !== undefined) this.#fail(current);
      else if (!this.#results.has(current)) this.#results.set(current, this.#counted(current));
    }
    return this.#results.get(draft);
  }

  /** A constant that must be evaluated before another can be. */
  #pendingOf(draft: ConstantDraft): ConstantDraft | undefined {
    return expressionsIn(draft.value)
      .map((part) => (part.kind === "name" ? this.#drafts.get(part.name) : undefined))
      .find((referred) => referred !== undefined && !this.#results.has(referred));
  }

  #fail(draft: ConstantDraft): void {
    refuse(draft.value, "a constant that does not refer to itself", this.#report);
    this.#results.set(draft, undefined);
  }

  /** Evaluates a constant unless the strings become too long together, which is reported once. */
  #counted(draft: ConstantDraft): EvaluatedConstant | undefined {
    if (this.#characters > MOST_CHARACTERS) return undefined;
    const evaluated = this.#evaluated(draft);
    if (evaluated?.value.kind !== "string") return evaluated;
    this.#characters += evaluated.value.value.length;
    if (this.#characters <= MOST_CHARACTERS) return evaluated;
    const reason = `strings of at most ${MOST_CHARACTERS} characters together`;
    return refuse(draft.value, reason, this.#report);
  }

  #evaluated(draft: ConstantDraft): EvaluatedConstant | undefined {
    const operand = this.#valueOf(draft.value, draft.iota);
    if (operand === undefined) return undefined;
    const { type } = draft;
    if (type === undefined) return { ...operand, draft };
    if (type.kind === "invalid") return undefined;
    const value = type.kind === "name" ? this.#represented(operand.value, type.name) : undefined;
    if (type.kind === "name" && value !== undefined) return { draft, ...typed(value, type.name) };
    const { range } = draft.value;
    const kind = type.kind === "name" ? this.#scalarOf(type.name)?.kind : undefined;
    const parameters = { value: sourceOf(range), type: sourceOf(type.range), kind };
    this.#report("mismatched-constant", range, parameters);
    return undefined;
  }

  #valueOf(expression: GoExpression, iota: number): Operand | undefined {
    if (this.#failed.has(expression)) return undefined;
    const operand = this.#operandOf(expression, iota);
    if (operand === undefined) this.#failed.add(expression);
    return operand;
  }

  #operandOf(expression: GoExpression, iota: number): Operand | undefined {
    switch (expression.kind) {
      case "invalid":
        return undefined;
      case "integer":
        return { value: { kind: "integer", value: expression.value } };
      case "float":
        return { value: { kind: "float", value: expression.value, integer: expression.integer } };
      case "string":
        return { value: { kind: "string", value: expression.value } };
      case "name":
        return this.#referred(expression, iota);
      case "unary":
        return this.#unary(expression, this.#valueOf(expression.operand, iota));
      case "binary": {
        const left = this.#valueOf(expression.left, iota);
        const right = this.#valueOf(expression.right, iota);
        return left && right && this.#binary(expression, left, right);
      }
      case "conversion":
        return this.#converted(expression, this.#valueOf(expression.operand, iota));
    }
  }

  #unary(expression: Expression<"unary">, operand: Operand | undefined): Operand | undefined {
    if (operand === undefined) return undefined;
    const value = applyUnary(expression, operand.value, this.#report);
    if (value?.kind !== "integer" || expression.operator !== "^") {
      return value && typed(value, operand.typeName);
    }
    // The bits of an unsigned number have an end (Go spec, Constant expressions).
    const bits = this.#unsignedBitsOf(operand.typeName);
    const inverted = bits === undefined ? value.value : BigInt.asUintN(bits, value.value);
    return typed({ kind: "integer", value: inverted }, operand.typeName);
  }

  /** Gives both operands the type that one of them has, as Go does with an untyped one. */
  #binary(expression: Expression<"binary">, left: Operand, right: Operand): Operand | undefined {
    const isShift = expression.operator === "<<" || expression.operator === ">>";
    const typeName = left.typeName ?? (isShift ? undefined : right.typeName);
    const one = isShift ? integral(left.value) : this.#represented(left.value, typeName);
    const other = isShift ? integral(right.value) : this.#represented(right.value, typeName);
    if (one === undefined || other === undefined) {
      const reason = typeName === undefined ? "integer operands" : `operands of ${code(typeName)}`;
      return refuse(expression, reason, this.#report);
    }
    if (one.kind === "string" && other.kind === "string") {
      const length = one.value.length + other.value.length;
      const reason = `a string of at most ${LONGEST_STRING} characters`;
      if (length > LONGEST_STRING) return refuse(expression, reason, this.#report);
    }
    const value = applyBinary(expression, one, other, this.#report);
    return value && typed(value, typeName);
  }

  #referred({ name, range }: Expression<"name">, iota: number): Operand | undefined {
    const draft = this.#drafts.get(name);
    if (draft !== undefined) return this.#results.get(draft);
    if (name === "iota") return { value: { kind: "integer", value: BigInt(iota) } };
    if (name === "true" || name === "false") {
      return { value: { kind: "boolean", value: name === "true" } };
    }
    this.#speller ??= new Speller(this.#drafts.keys());
    this.#report("unresolved-constant", range, { name }, { hint: this.#speller.suggest(name) });
    return undefined;
  }

  #converted(
    expression: Expression<"conversion">,
    operand: Operand | undefined,
  ): Operand | undefined {
    const { type, range } = expression;
    if (operand === undefined) return undefined;
    if (!this.#types.has(type.text) && !scalars.has(type.text)) {
      this.#report("unsupported-constant", range, { text: sourceOf(range) });
      return undefined;
    }
    const value = this.#represented(operand.value, type.text);
    if (value !== undefined) return typed(value, type.text);
    return refuse(expression, `a value of ${code(type.text)}`, this.#report);
  }

  /**
   * A value as one of a type (Go spec, Representability); nothing where the type has no such value.
   * What a declared type holds is for link to check, and so are the limits of every type.
   */
  #represented(value: ConstantValue, typeName: string | undefined): ConstantValue | undefined {
    const scalar = typeName === undefined ? undefined : this.#scalarOf(typeName);
    if (scalar === undefined) return value;
    if (scalar.kind === "integer") {
      const integer = integral(value);
      return integer?.kind === "integer" ? integer : undefined;
    }
    if (scalar.kind === "float" && value.kind === "integer") {
      const float = Number(value.value);
      return Number.isFinite(float) ? { kind: "float", value: float } : undefined;
    }
    return value.kind === scalar.kind ? value : undefined;
  }

  #unsignedBitsOf(typeName: string | undefined): number | undefined {
    const scalar = typeName === undefined ? undefined : this.#scalarOf(typeName);
    if (scalar?.kind !== "integer" || !scalar.format.startsWith("u")) return undefined;
    return Number(/\d+$/.exec(scalar.format)?.[0] ?? 64);
  }

  /** Returns the underlying type, whose constants are computed alike (Go spec, Constants). */
  #scalarOf(name: string): ScalarType | undefined {
    const known = this.#scalars.get(name);
    if (known !== undefined) return known;
    const scalar = scalarNamed(name, this.#types);
    if (scalar !== undefined) this.#scalars.set(name, scalar);
    return scalar;
  }
}

/** A float without a fraction as the integer that it is; nothing for one with a fraction. */
function integral(value: ConstantValue): ConstantValue | undefined {
  if (value.kind !== "float") return value;
  const integer = integerIn(value);
  return integer === undefined ? undefined : { kind: "integer", value: integer };
}

function typed(value: ConstantValue, typeName: string | undefined): Operand {
  return { value, ...(typeName === undefined ? {} : { typeName }) };
}
