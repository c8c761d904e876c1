import { DecodeError } from "./errors.js";
import type { Issue } from "./issue.js";
import { attempt, refuse, trace, type Place } from "./run.js";

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
    () => read(located(json, undefined)),
  );
}

/** What stands for a value in the second run: a function that gives it, and tells where it stands. */
function located(value: unknown, place: Place | undefined): () => unknown {
  return () => {
    if (trace !== undefined) trace.place = place;
    if (Array.isArray(value)) {
      return value.map((element, key) => located(element, { parent: place, key }));
    }
    if (typeof value !== "object" || value === null) return value;
    // `Object.fromEntries` makes own members, of `__proto__` too.
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, located(member, { parent: place, key })]),
    );
  };
}

/** The value itself, of which it is known from now on where it stands. */
export function open(json: unknown): unknown {
  return trace !== undefined && typeof json === "function" ? json() : json;
}
