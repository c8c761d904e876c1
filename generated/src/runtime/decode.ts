import { DecodeError } from "./errors.js";
import type { Issue } from "./issue.js";
import { refuse, run, trace } from "./run.js";

/** The outcome of decoding, also a result of Standard Schema v1. */
export type SafeDecodeResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Decodes JSON with a reader; throws a {@link DecodeError} that lists every issue. */
export function decode<T>(read: (json: unknown) => T, json: unknown): T {
  const [value, issues] = attempt(read, json);
  if (issues.length > 0) throw new DecodeError(issues);
  return value;
}

/** Decodes JSON with a reader, and never throws. */
export function safeDecode<T>(read: (json: unknown) => T, json: unknown): SafeDecodeResult<T> {
  const [value, issues] = attempt(read, json);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

function attempt<T>(read: (json: unknown) => T, json: unknown) {
  // Unlike in Go: a member of `null` is an absent one, but a response of `null` is no response.
  const first = run(() => (json == null ? refuse("a value", json) : read(json)));
  if (first[1].length === 0) return first;
  const second = run(() => read(trace(json)));
  // Nothing is wrong with `null` as a member, nor with what getters may give the second time.
  return second[1].length > 0 ? second : first;
}
