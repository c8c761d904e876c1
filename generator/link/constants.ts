import { report } from "../diagnostics/report.js";
import { suggest } from "../diagnostics/suggest.js";
import type { ConstantDraft } from "../ir/draft.js";
import type { GoExpression } from "../ir/go.js";
import { sourceOf } from "../text.js";
import { scalars } from "./builtins.js";
import { applyBinary, applyUnary, refuse, type ConstantValue } from "./operations.js";

export type { ConstantValue } from "./operations.js";

export interface EvaluatedConstant {
  readonly draft: ConstantDraft;
  /** The Go type it has: declared, by conversion, or that of its operands; untyped without. */
  readonly typeName?: string;
  readonly value: ConstantValue;
}

/** A value on the way to a constant, with the type that it has so far. */
type Operand = Pick<EvaluatedConstant, "typeName" | "value">;

/**
 * Evaluates the constants of all documents, in whatever order they refer to each other (Go spec,
 * Constant expressions). A constant that has no value is reported; those that refer to it have
 * none either, and nothing is said of them.
 *
 * @returns the constants that have a value, in their order
 */
export function evaluateConstants(
  constants: readonly ConstantDraft[],
  typeNames: ReadonlySet<string>,
): EvaluatedConstant[] {
  const evaluator = new Evaluator(constants, typeNames);
  return constants.flatMap((draft) => evaluator.evaluate(draft) ?? []);
}

class Evaluator {
  readonly #typeNames: ReadonlySet<string>;
  readonly #drafts = new Map<string, ConstantDraft>();
  readonly #results = new Map<ConstantDraft, EvaluatedConstant | undefined>();

  constructor(constants: readonly ConstantDraft[], typeNames: ReadonlySet<string>) {
    this.#typeNames = typeNames;
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
      else if (!this.#results.has(current)) this.#results.set(current, this.#evaluated(current));
    }
    return this.#results.get(draft);
  }

  /** A constant that must be evaluated before another can be. */
  #pendingOf(draft: ConstantDraft): ConstantDraft | undefined {
    return namesIn(draft.value)
      .map((name) => this.#drafts.get(name))
      .find((referred) => referred !== undefined && !this.#results.has(referred));
  }

  #fail(draft: ConstantDraft): void {
    refuse(draft.value, "a constant that does not refer to itself");
    this.#results.set(draft, undefined);
  }

  #evaluated(draft: ConstantDraft): EvaluatedConstant | undefined {
    const operand = this.#valueOf(draft.value, draft.iota);
    if (operand === undefined) return undefined;
    const typeName = draft.type?.kind === "name" ? draft.type.name : operand.typeName;
    return { draft, value: operand.value, ...(typeName === undefined ? {} : { typeName }) };
  }

  #valueOf(expression: GoExpression, iota: number): Operand | undefined {
    switch (expression.kind) {
      case "integer":
        return { value: { kind: "integer", value: expression.value } };
      case "float":
        return { value: { kind: "float", value: expression.value } };
      case "string":
        return { value: { kind: "string", value: expression.value } };
      case "name":
        return this.#referred(expression, iota);
      case "unary": {
        const operand = this.#valueOf(expression.operand, iota);
        return operand && typed(applyUnary(expression, operand.value), operand.typeName);
      }
      case "binary": {
        const left = this.#valueOf(expression.left, iota);
        const right = this.#valueOf(expression.right, iota);
        if (left === undefined || right === undefined) return undefined;
        const isShift = expression.operator === "<<" || expression.operator === ">>";
        const typeName = left.typeName ?? (isShift ? undefined : right.typeName);
        return typed(applyBinary(expression, left.value, right.value), typeName);
      }
      case "conversion":
        return this.#converted(expression, iota);
    }
  }

  #referred(
    expression: Extract<GoExpression, { kind: "name" }>,
    iota: number,
  ): Operand | undefined {
    const { name, range } = expression;
    const draft = this.#drafts.get(name);
    if (draft !== undefined) return this.#results.get(draft);
    if (name === "iota") return { value: { kind: "integer", value: BigInt(iota) } };
    if (name === "true" || name === "false") {
      return { value: { kind: "boolean", value: name === "true" } };
    }
    report("unresolved-constant", range, { name }, { hint: suggest(name, this.#drafts.keys()) });
    return undefined;
  }

  #converted(
    expression: Extract<GoExpression, { kind: "conversion" }>,
    iota: number,
  ): Operand | undefined {
    const { type, operand, range } = expression;
    if (!this.#typeNames.has(type.text) && !scalars.has(type.text)) {
      report("unsupported-constant", range, { text: sourceOf(range) });
      return undefined;
    }
    return typed(this.#valueOf(operand, iota)?.value, type.text);
  }
}

function typed(
  value: ConstantValue | undefined,
  typeName: string | undefined,
): Operand | undefined {
  return value && { value, ...(typeName === undefined ? {} : { typeName }) };
}

function namesIn(expression: GoExpression): string[] {
  switch (expression.kind) {
    case "name":
      return [expression.name];
    case "unary":
    case "conversion":
      return namesIn(expression.operand);
    case "binary":
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    default:
      return [];
  }
}
