/**
 * How readers and writers say that a value is wrong. They do not know where they are: they refuse
 * the value and go on, so that good values cost nothing but their checks. Where the refused values
 * stand is found out afterwards.
 */
import { describe, type Issue } from "./issue.js";

/** Where a value stands: the place of the object or list around it, if any, and its key there. */
export interface Place {
  readonly parent: Place | undefined;
  readonly key: string | number;
}

/** A value, or everything that is wrong. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What has been refused in a run. */
export interface Trace {
  issues: { readonly path: (string | number)[]; readonly message: string }[];
  readonly refused: Set<unknown>;
  /** Where the value stands that is being read, as soon as that is known. */
  place: Place | undefined;
}

/** The trace of the run that goes on, once anything has been refused. */
export let trace: Trace | undefined;

/** Refuses a value. What comes back stands for the result, which nobody will see. */
export function refuse(expected: string, actual: unknown): never {
  return report(`expected ${expected}, got ${describe(actual)}`, actual);
}

/** Reports what is wrong at the place of a value. */
export function report(message: string, at: unknown): never {
  trace ??= { issues: [], refused: new Set(), place: undefined };
  trace.refused.add(at);
  const issue: Trace["issues"][number] = { path: [], message };
  for (let { place } = trace; place?.parent; place = place.parent) issue.path.unshift(place.key);
  // Nobody reads more.
  if (trace.issues.length < 100) trace.issues.push(issue);
  return issue as never;
}

/**
 * The result of a run, or its issues, once it has been found out where they are. Runs may nest, for
 * getters of the input can do anything.
 */
export function attempt<T>(run: () => T, locate?: (value: T, trace: Trace) => void): Result<T> {
  const outer = trace;
  trace = undefined;
  try {
    const value = run();
    const found = trace as Trace | undefined;
    if (found === undefined) return { ok: true, value };
    locate?.(value, found);
    return { ok: false, issues: found.issues };
  } catch (error) {
    // JSON values cause no exception but that of an exhausted stack.
    const message =
      error instanceof RangeError ? "nested too deeply" : `expected JSON, got ${String(error)}`;
    return { ok: false, issues: [{ path: [], message }] };
  } finally {
    trace = outer;
  }
}
