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

/** Deeper than this all is absent: what nobody reads may be nested as deeply as it likes. */
const DEEPEST = 2000;

/**
 * The value, with functions in place of what was refused: they tell the place of a value, and give
 * it. What has none in it is not copied, and copies are made alike: V8 knows their shapes already.
 */
function located(value: unknown, place: Place, found: Trace, depth = 0): unknown {
  let copy = value;
  if (typeof value === "object" && value !== null) {
    if (depth > DEEPEST) return null;
    const isArray = Array.isArray(value);
    const members: readonly unknown[] = isArray ? value : Object.values(value);
    const names = isArray ? [] : Object.keys(value);
    for (let index = 0; index < members.length; index++) {
      const member = members[index];
      if (typeof member !== "object" && !found.refused.has(member)) continue;
      const key = names[index] ?? index;
      const rest = located(member, { parent: place, key }, found, depth + 1);
      if (rest === member) continue;
      // Members that are there already are set, that of `__proto__`, too.
      if (copy === value) copy = isArray ? [...members] : { ...value };
      (copy as Record<string | number, unknown>)[key] = rest;
    }
  }
  if (!found.refused.has(value)) return copy;
  return (asItIs?: boolean) => {
    found.place = place;
    return asItIs ? value : copy;
  };
}

/** The value itself, of which it is known from now on where it stands. */
export function open(json: unknown): unknown {
  return trace?.place !== undefined && typeof json === "function" ? json() : json;
}
