/**
 * A run of readers or writers, and what they refuse in it. Nothing is thrown: a refused value leaves
 * an issue, and the run goes on, so that good values cost nothing but their checks.
 */
import { describe, quote, type Issue } from "./issue.js";

/** A JSON object or a list, by what its members are read. */
export type Parent = object;

/** The name or the index of a member. */
export type Key = string | number;

/** Where a value stands: in what stands where, and under which key; nowhere, if it is the whole. */
export type Place = readonly [outer: Place | undefined, key: Key];

/** An issue whose path may still have to be found. */
export interface OpenIssue extends Issue {
  readonly path: Key[];
}

/** A value, or everything that is wrong. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

/** Everything that is wrong. */
export interface Failure {
  readonly ok: false;
  readonly issues: readonly Issue[];
}

/** The issues of the run that goes on, once there are any. */
export let issues: OpenIssue[] | undefined;

/**
 * Where the objects and lists stand that are being read. Only a run that follows a failed one takes
 * note of it: a place that each value gets costs good values with absent members up to a fifth more.
 * A place has no objects in it, so that those that contain themselves lead to an end.
 */
export let places: Map<Parent, Place> | undefined;

/** Whether a run hands out its value in spite of issues. */
let isLenient = false;

/** Runs with zero values in the places of issues. */
export function leniently<Result>(run: () => Result): Result {
  isLenient = true;
  try {
    return run();
  } finally {
    isLenient = false;
  }
}

/**
 * The result of a run, or its issues. Runs may nest, for getters of the input can do anything.
 *
 * @param run a reader or a writer, which gets the input as the only member of a list
 * @param tracing where the run takes note of what stands where
 */
export function attempt<Input, T>(
  run: (input: Input, parent: Parent, key: Key) => T,
  input: Input,
  tracing?: typeof places,
): Result<T> {
  const outerIssues = issues;
  const outerPlaces = places;
  issues = undefined;
  places = tracing;
  try {
    try {
      const value = run(input, [input], 0);
      return issues && !isLenient ? { ok: false, issues } : { ok: true, value };
    } catch (error) {
      // JSON values cause no exception but that of an exhausted stack.
      return failure(unreadable(error, quote(error)));
    }
  } catch {
    // Looking at the exception throws, too.
    return failure("expected JSON");
  } finally {
    issues = outerIssues;
    places = outerPlaces;
  }
}

/** Returns the message about a value that could not be read to its end. */
export function unreadable(error: unknown, actual: string): string {
  return error instanceof RangeError ? "nested too deeply" : `expected JSON, got ${actual}`;
}

/** A result that is wrong as a whole. */
export function failure(message: string): Failure {
  return { ok: false, issues: [{ path: [], message }] };
}

/**
 * Refuses a value; what comes back may stand for the result, which nobody will see.
 *
 * @param path where it is, as far as that is known
 */
export function refuse(expected: string, actual: unknown, path?: Key[]): never {
  return report(`expected ${expected}, got ${describe(actual)}`, path);
}

/** Says what is wrong, like {@link refuse}. */
export function report(message: string, path: Key[] = []): never {
  const issue: OpenIssue = { path, message };
  issues ??= [];
  // Nobody reads more, nor where it is.
  if (issues.length < 100) issues.push(issue);
  else places = undefined;
  return issue as never;
}

/** The path to a member, as far as the run takes note of what stands where. */
export function pathTo(parent: Parent, key: Key): Key[] {
  const path = [];
  for (let place = places?.get(parent); place; [place, key] = place) path.unshift(key);
  return path;
}
