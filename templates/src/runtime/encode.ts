import { EncodeError } from "./errors.js";
import { attempt, issues, refuse, type Key } from "./run.js";

/** Integers that no number holds. */
export interface LongIntegers {
  /** Whether there are any. */
  areWritten: boolean;
}

/** Whether the run that goes on has met members that are `undefined`, and must be left out. */
let hasAbsent = false;

/** What the run that goes on has met of such integers, where it may write them. */
export let longIntegers: LongIntegers | undefined;

/**
 * Encodes a value with a writer; throws an {@link EncodeError} that lists every issue.
 *
 * @param long where integers may be written that no number holds; who takes them takes members that
 *   are `undefined`, too
 */
export function encode<T, J>(write: (value: T) => J, value: T, long?: LongIntegers): J {
  const outerAbsent = hasAbsent;
  const outerLong = longIntegers;
  hasAbsent = false;
  longIntegers = long;
  const result = attempt((value) => {
    const json = value === undefined ? refuse("a value", value) : write(value);
    if (issues !== undefined) locate(json, []);
    else if (hasAbsent && long === undefined) return withoutAbsent(json);
    return json;
  }, value);
  hasAbsent = outerAbsent;
  longIntegers = outerLong;
  if (result.ok) return result.value;
  throw new EncodeError(result.issues);
}

/** What is `undefined` is left out in the end; any other value is wrong. */
export function absent(expected: string, value: unknown): never {
  if (value !== undefined) return refuse(expected, value);
  hasAbsent = true;
  return undefined as never;
}

/** Lets integers be written that no number holds, in what is no number of JSON. */
export function withLongIntegers<T>(write: () => T): T {
  const outer = longIntegers;
  longIntegers = { areWritten: false };
  const written = write();
  longIntegers = outer;
  return written;
}

function withoutAbsent<J>(json: J): J {
  return JSON.parse(JSON.stringify(json)) as J;
}

/** Looks for the issues in what a writer made: they stand where the refused values would. */
function locate(json: unknown, path: readonly Key[]): void {
  issues?.forEach((issue) => {
    // A codec from elsewhere may have several for one value.
    if (issue === json || (json instanceof Set && json.has(issue))) issue.path.unshift(...path);
  });
  if (typeof json !== "object" || json === null) return;
  for (const [key, member] of Object.entries(json)) {
    locate(member, [...path, Array.isArray(json) ? Number(key) : key]);
  }
}
