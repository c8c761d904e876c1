/**
 * How readers and writers say that a value is wrong. Most often nothing is, and so the first run
 * knows no places and ends with the first refusal. Only then there is a second one, which goes on
 * after refusals, and finds out where they stand.
 */
import { describe, type Issue } from "./issue.js";

/** Where a value stands: the place of the object or list around it, and its key there. */
export interface Place {
  readonly parent: Place | undefined;
  readonly key: string | number;
}

/** A value, or everything that is wrong. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What a second run has found so far. */
interface Trace {
  issues: { readonly path: (string | number)[]; readonly message: string }[];
  /** Where the value stands that was read last; writers do not know. */
  place: Place | undefined;
}

/** That of the second run which goes on, if one does. */
export let trace: Trace | undefined;

/** Refuses a value. What comes back stands for the result, which nobody will see. */
export function refuse(expected: string, actual: unknown): never {
  const message = `expected ${expected}, got ${describe(actual)}`;
  if (trace === undefined) throw message;
  const path = [];
  for (let { place } = trace; place; place = place.parent) path.unshift(place.key);
  const issue = { path, message };
  // Nobody reads more.
  if (trace.issues.length < 100) trace.issues.push(issue);
  return issue as never;
}

/** The result of a run, or the issues of a second one. Runs may nest, for getters can do anything. */
export function attempt<T>(run: () => T, runAgain: () => unknown = run): Result<T> {
  const outer = trace;
  trace = undefined;
  try {
    return { ok: true, value: run() };
  } catch (refusal) {
    trace = { issues: [], place: undefined };
    try {
      runAgain();
    } catch (error) {
      trace.issues = [issueOf(error)];
    }
    // What is no JSON, but an object with getters for instance, may well be right the second time.
    return { ok: false, issues: trace.issues.length > 0 ? trace.issues : [issueOf(refusal)] };
  } finally {
    trace = outer;
  }
}

/** An exception as an issue of the whole: a refusal of the first run, or what getters throw. */
function issueOf(error: unknown): Trace["issues"][number] {
  if (typeof error === "string") return { path: [], message: error };
  // JSON values cause no exception but that of an exhausted stack.
  const message =
    error instanceof RangeError ? "nested too deeply" : `expected JSON, got ${String(error)}`;
  return { path: [], message };
}
