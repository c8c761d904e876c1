import { EncodeError } from "./errors.js";
import { attempt, issues, refuse, type Key } from "./run.js";

/** Whether the run that goes on has met members that are `undefined`, and must be left out. */
let hasAbsent = false;

/**
 * Encodes a value with a writer; throws an {@link EncodeError} that lists every issue.
 *
 * @param present leaves out the members that are `undefined`: most often there are none
 */
export function encode<T, J>(
  write: (value: T) => J,
  value: T,
  present: (json: J) => J = withoutAbsent,
): J {
  const outer = hasAbsent;
  hasAbsent = false;
  const result = attempt((value) => {
    const json = value === undefined ? refuse("a value", value) : write(value);
    if (issues !== undefined) locate(json, []);
    else if (hasAbsent) return present(json);
    return json;
  }, value);
  hasAbsent = outer;
  if (result.ok) return result.value;
  throw new EncodeError(result.issues);
}

/** What is `undefined` is left out in the end; any other value is wrong. */
export function absent(expected: string, value: unknown): never {
  if (value !== undefined) return refuse(expected, value);
  hasAbsent = true;
  return undefined as never;
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
