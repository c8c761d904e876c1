import { EncodeError } from "./errors.js";
import type { JsonValue } from "./json.js";
import { attempt, refuse, trace, type Trace } from "./run.js";

/** What the run that goes on has met so far. */
export const state: {
  /** Whether members of the output are `undefined`, and must be left out. */
  hasAbsent: boolean;
  /** Whether integers were written that no number holds; `undefined` where they may not be. */
  long: boolean | undefined;
} = { hasAbsent: false, long: undefined };

/** Encodes a value with a writer; throws an {@link EncodeError} that lists every issue. */
export function encode<T, J extends JsonValue>(write: (value: T) => J, value: T): J {
  const { hasAbsent } = state;
  state.hasAbsent = false;
  const result = attempt(
    () => {
      const json = value === undefined ? refuse("a value", value) : write(value);
      return state.hasAbsent && trace === undefined ? (present(json) as J) : json;
    },
    (json, { issues }) => locate(issues, json, []),
  );
  state.hasAbsent = hasAbsent;
  if (result.ok) return result.value;
  throw new EncodeError(result.issues);
}

/** What a writer made, without the members that are `undefined`: most often there are none. */
function present(json: JsonValue): JsonValue {
  if (Array.isArray(json)) return json.map(present);
  if (typeof json !== "object" || json === null) return json;
  const members = Object.entries(json).filter(([, member]) => member !== undefined);
  // `Object.fromEntries` makes own members, of `__proto__` too.
  return Object.fromEntries(members.map(([name, member]) => [name, present(member)]));
}

/** Looks for the issues in what a writer made: they stand where the refused values would. */
function locate(issues: Trace["issues"], json: unknown, path: readonly (string | number)[]): void {
  // A codec from elsewhere may have several for one value.
  const found = issues.filter(
    (issue) => issue === json || (json instanceof Set && json.has(issue)),
  );
  for (const issue of found) issue.path.unshift(...path);
  if (found.length === 0 && typeof json === "object" && json !== null) {
    for (const [key, member] of Object.entries(json)) {
      locate(issues, member, [...path, Array.isArray(json) ? Number(key) : key]);
    }
  }
}
