import { describe, MOST_ISSUES, type Issue } from "./issue.js";

/** A function that makes a `T` of a JSON value; `undefined` and `null` make the zero value. */
export type Reader<T> = (json: unknown) => T;

/**
 * What stands for an absent value at the top, where there is no zero value to fall back on: no
 * reader takes a function.
 */
export const ABSENT = (): void => {};

/** How many values were refused so far: a run that does not raise it went well. */
let refusals = 0;

/** Where a traced run gathers its issues; nothing while the fast run is on. */
let issues: Issue[] | undefined;

/** The place that a traced run has read last. */
let place: Place | undefined;

interface Place {
  readonly parent: Place | undefined;
  readonly key: string | number;
}

/**
 * What a reader returns in place of a value that is not as expected: the zero value. An absent
 * value is fine, any other is refused.
 */
export function fallback<T>(expected: string, json: unknown, zero: T): T {
  if (json === undefined || json === null) return zero;
  refusals++;
  if (issues !== undefined && issues.length < MOST_ISSUES) {
    issues.push({ path: pathTo(place), message: describe(expected, json === ABSENT ? null : json) });
  }
  return zero;
}

/**
 * Reads a value without any book-keeping, and only when something was refused once more, slowly,
 * to find out what and where.
 *
 * @param report makes the result of the issues
 */
export function attempt<T, Failure>(
  read: Reader<T>,
  json: unknown,
  report: (issues: readonly Issue[]) => Failure,
): T | Failure {
  const before = refusals;
  try {
    const value = read(json ?? ABSENT);
    if (refusals === before) return value;
    return report(traceIssues(read, json ?? ABSENT));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return report([{ path: [], message: "nested too deeply" }]);
  }
}

/** Runs a reader over a watched value, and so learns where the values are that it refuses. */
function traceIssues(read: Reader<unknown>, json: unknown): readonly Issue[] {
  const outer = [issues, place] as const;
  const found: Issue[] = [];
  issues = found;
  place = undefined;
  try {
    read(watch(json, undefined));
  } finally {
    [issues, place] = outer;
  }
  return found;
}

/**
 * A view of an object that notes which of its members was read last: readers check what they have
 * read before they read on, so that this is the place of what they refuse.
 */
function watch(value: unknown, parent: Place | undefined): unknown {
  if (typeof value !== "object" || value === null) return value;
  const isArray = Array.isArray(value);
  // A proxy of the object itself could not show other members than a frozen object has.
  return new Proxy(isArray ? [] : {}, {
    get(_shadow, key) {
      const member: unknown = Reflect.get(value, key);
      if (typeof key === "symbol" || (isArray && key === "length")) return member;
      place = { parent, key: isArray ? Number(key) : key };
      return watch(member, place);
    },
    ownKeys: () => Reflect.ownKeys(value),
    getOwnPropertyDescriptor(_shadow, key) {
      const descriptor = Reflect.getOwnPropertyDescriptor(value, key);
      return descriptor && { ...descriptor, configurable: true };
    },
  });
}

function pathTo(last: Place | undefined): (string | number)[] {
  return last === undefined ? [] : [...pathTo(last.parent), last.key];
}
