import { DecodeError } from "./errors.js";
import { issueOfThrown, issuesOf, type Issue } from "./issue.js";
import { run } from "./run.js";
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
  try {
    // Unlike Go: a response of `null` is no response, but a member of `null` is an absent one.
    if (json == null)
      return failure(issuesOf([{ expected: "a value", actual: json, place: undefined }]));
    const [value, refusals] = run(read, json);
    if (refusals.length === 0) return { ok: true, value };
    const [, traced] = run((json) => read(trace(json)), json);
    // Getters may give something else the second time.
    return failure(issuesOf(traced.length > 0 ? traced : refusals));
  } catch (error) {
    return failure([issueOfThrown(error)]);
  }
}

function failure(issues: readonly Issue[]): SafeDecodeResult<never> {
  return { ok: false, issues };
}
