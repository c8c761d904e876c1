import { DecodeError } from "./errors.js";
import type { Issue } from "./issue.js";
import { refuse, run } from "./run.js";
import { trace } from "./trace.js";

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
  const readWhole = (whole: unknown) => (whole == null ? refuse("a value", whole) : read(whole));
  const [value, issues] = run(readWhole, json);
  if (issues.length === 0) return { ok: true, value };
  const [, traced] = run(() => readWhole(trace(json)), json);
  // Getters may give something else the second time.
  return { ok: false, issues: traced.length > 0 ? traced : issues };
}
