import { EncodeError } from "./errors.js";
import type { JsonValue } from "./json.js";
import { attempt, refuse, type Trace } from "./run.js";

/** What the run that goes on has met so far. */
export const state: {
  /** Members of the output that are `undefined`, and not yet left out. */
  absences: number;
} = { absences: 0 };

/** Encodes a value with a writer; throws an {@link EncodeError} that lists every issue. */
export function encode<T, J extends JsonValue>(write: (value: T) => J, value: T): J {
  const { absences } = state;
  const result = attempt(
    () => (value === undefined ? refuse("a value", value) : write(value)),
    (json, { issues }) => locate(issues, json, []),
  );
  state.absences = absences;
  if (result.ok) return result.value;
  throw new EncodeError(result.issues);
}

/** Looks for the issues in what a writer made: they stand where the refused values would. */
function locate(issues: Trace["issues"], json: unknown, path: readonly (string | number)[]): void {
  const issue = issues.find((one) => one === json);
  if (issue !== undefined) issue.path.push(...path);
  else if (typeof json === "object" && json !== null) {
    for (const [key, member] of Object.entries(json)) {
      locate(issues, member, [...path, Array.isArray(json) ? Number(key) : key]);
    }
  }
}
