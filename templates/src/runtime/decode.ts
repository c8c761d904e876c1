import { DecodeError } from "./errors.js";
import type { Issue } from "./issue.js";
import { attempt, refuse, trace, type Place, type Trace } from "./run.js";

/** The outcome of decoding, also a result of Standard Schema v1. */
export type SafeDecodeResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Decodes JSON with a reader; throws a {@link DecodeError} that lists every issue. */
export function decode<T>(read: (json: unknown) => T, json: unknown): T {
  const result = safeDecode(read, json);
  if (result.ok) return result.value;
  throw new DecodeError(result.issues);
}

/** Decodes JSON with a reader, and never throws. */
export function safeDecode<T>(read: (json: unknown) => T, json: unknown): SafeDecodeResult<T> {
  return attempt(
    // Unlike in Go: a member of `null` is an absent one, but a response of `null` is no response.
    () => (json == null ? refuse("a value", json) : read(json)),
    (_, found) => {
      const { issues } = found;
      found.issues = [];
      found.place = { parent: undefined, key: "" };
      read(located(json, found.place, found));
      // What is no JSON, but an object with getters for instance, may well be right this time.
      if (found.issues.length === 0) found.issues = issues;
    },
  );
}

/** Deeper than this nothing is looked for: what nobody reads may be nested as deeply as it likes. */
const DEEPEST = 2000;

/**
 * What is left of a value when all is absent that was not refused. A function stands for what was:
 * it tells the place of the value, and gives the value.
 */
function located(value: unknown, place: Place, found: Trace, depth = 0): unknown {
  let copy: object | undefined;
  if (typeof value === "object" && value !== null && depth < DEEPEST) {
    const isArray = Array.isArray(value);
    const members: readonly unknown[] = isArray ? value : Object.values(value);
    const names = isArray ? [] : Object.keys(value);
    for (let index = 0; index < members.length; index++) {
      const member = members[index];
      if (typeof member !== "object" && !found.refused.has(member)) continue;
      const key = names[index] ?? index;
      const rest = located(member, { parent: place, key }, found, depth + 1);
      if (rest === undefined) continue;
      copy ??= isArray ? value.map(() => undefined) : {};
      // An own member, of `__proto__` too.
      if (key === "__proto__") Object.defineProperty(copy, key, { value: rest, enumerable: true });
      else copy[key as never] = rest as never;
    }
  }
  if (!found.refused.has(value)) return copy;
  return () => {
    found.place = place;
    return copy ?? value;
  };
}

/** The value itself, of which it is known from now on where it stands. */
export function open(json: unknown): unknown {
  return trace?.place !== undefined && typeof json === "function" ? json() : json;
}
