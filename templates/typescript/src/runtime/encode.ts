import { EncodeError } from "./errors.js";
import { attempt, issues, refuse, type Key } from "./run.js";
import { isArray } from "./scalar.js";

/** Whether the current run has met members that are `undefined`: `JSON.stringify` leaves them out. */
let hasAbsent = false;

/**
 * Encodes a value with a writer; throws an {@link EncodeError} that lists every issue.
 *
 * @param finish makes the result of the JSON, in which members may be `undefined`
 */
export function encode<T, J, Result = J>(
  write: (value: T) => J,
  value: T,
  finish: (json: J) => Result = withoutAbsent,
): Result {
  const outerAbsent = hasAbsent;
  hasAbsent = false;
  const result = attempt((value) => {
    const json = value === undefined ? refuse("a value", value) : write(value);
    return issues ? (locate(json, []) as never) : finish(json);
  }, value);
  hasAbsent = outerAbsent;
  if (result.ok) return result.value;
  throw new EncodeError(result.issues);
}

/** Leaves out what is `undefined`; refuses any other value. */
export function absent(expected: string, value: unknown): never {
  if (value !== undefined) return refuse(expected, value);
  hasAbsent = true;
  return undefined as never;
}

function withoutAbsent<Result>(json: unknown): Result {
  return (hasAbsent ? JSON.parse(JSON.stringify(json)) : json) as Result;
}

/** Looks for the issues in what a writer made: they stand where the refused values would. */
function locate(json: unknown, path: readonly Key[]): void {
  issues?.forEach((issue) => {
    // A codec from elsewhere may have several for one value.
    if (issue === json || (json instanceof Set && json.has(issue))) issue.path.unshift(...path);
  });
  if (typeof json !== "object") return;
  for (const key in json) locate(json[key as never], [...path, isArray(json) ? Number(key) : key]);
}
