/**
 * How readers and writers say that a value is wrong. They do not know where they are: they refuse
 * the value and go on, so that good values cost nothing but their checks. Where the refused values
 * stand is found out afterwards, by looking for them in the input (decoding), or in the output,
 * where the refusals stand for values (encoding).
 */
import { describe, type Issue } from "./issue.js";

/** Where a value stands: the place of the object or list around it, and its key there. */
export interface Place {
  readonly parent: Place | undefined;
  readonly key: string | number;
}

/** A value that does not fit. */
export interface Refusal {
  expected: string;
  actual: unknown;
  /** The member or element that stands where the refused value does; most often that itself. */
  at: unknown;
  /** Who has refused it: of one value and one check, all are refused, or none is. */
  check: string;
  /** What is wrong below the place of the value, where another codec has found that out. */
  inner?: readonly Issue[];
}

/** The refusals of a run, in their order: what it returns in place of a result. */
export class Failure {
  readonly refusals: readonly Refusal[];
  /** What was made all the same; refusals stand in it for values. */
  readonly result: unknown;

  constructor(refusals: readonly Refusal[], result?: unknown) {
    this.refusals = refusals;
    this.result = result;
  }
}

/** What the run that goes on has met so far. */
export const state: {
  refusals: Refusal[] | undefined;
  /** Members of the output that are `undefined`, and not yet left out. */
  absences: number;
  /** Whether integers were written that no number holds; `undefined` where they may not be. */
  long: boolean | undefined;
} = { refusals: undefined, absences: 0, long: undefined };

/** Refuses a value. The refusal stands in for the result, which nobody will see. */
export function refuse(
  expected: string,
  actual: unknown,
  check: string = expected,
  at: unknown = actual,
): never {
  const refusal = { expected, actual, check, at };
  (state.refusals ??= []).push(refusal);
  return refusal as never;
}

/** In place of a reader or a writer, where there is nothing at all. */
export function noValue(nothing: unknown): never {
  return refuse("a value", nothing);
}

/** Runs a reader or a writer. Runs may nest, for getters of the input can do anything. */
export function attempt<T, Input>(convert: (input: Input) => T, input: Input): T | Failure {
  const { refusals, absences } = state;
  state.refusals = undefined;
  state.absences = 0;
  let result: T | undefined;
  try {
    result = convert(input);
  } catch (error) {
    // JSON values cause no exception but that of an exhausted stack.
    state.refusals = undefined;
    refuse(
      "",
      error instanceof RangeError ? "nested too deeply" : `expected JSON, got ${String(error)}`,
    );
  }
  const found = state.refusals;
  state.refusals = refusals;
  state.absences = absences;
  return found === undefined ? (result as T) : new Failure(found, result);
}

/** A refusal in words. */
export function issuesOf({ expected, actual, inner }: Refusal, place?: Place): readonly Issue[] {
  const path: (string | number)[] = [];
  for (let at = place; at; at = at.parent) path.unshift(at.key);
  // An exception is in words already.
  const message =
    expected === "" ? String(actual) : `expected ${expected}, got ${describe(actual)}`;
  return (
    inner?.map((issue) => ({ ...issue, path: [...path, ...issue.path] })) ?? [{ path, message }]
  );
}
