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

/** What stands for a value when it is read again: a function that gives it, and tells its place. */
function located(value: unknown, place: Place, found: Trace): () => unknown {
  const locate = (member: unknown, key: string | number) =>
    typeof member === "object" || found.refused.has(member)
      ? located(member, { parent: place, key }, found)
      : member;
  return () => {
    found.place = place;
    if (Array.isArray(value)) return value.map(locate);
    if (typeof value !== "object" || value === null) return value;
    // Members that are there already are set, that of `__proto__`, too.
    const copy: Record<string, unknown> = { ...value };
    for (const key of Object.keys(copy)) copy[key] = locate(copy[key], key);
    return copy;
  };
}

/** The value itself, of which it is known from now on where it stands. */
export function open(json: unknown): unknown {
  return trace?.place !== undefined && typeof json === "function" ? json() : json;
}
