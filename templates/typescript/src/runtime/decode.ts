import { DecodeError } from "./errors.js";
import type { Issue } from "./issue.js";
import { attempt, failure, type Key, type Parent } from "./run.js";

/** The outcome of decoding, also a result of Standard Schema v1. */
export type SafeDecodeResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads a value of a type, which is a member of an object or a list. */
export type Reader<T> = (json: unknown, parent: Parent, key: Key) => T;

/** Decodes JSON with a reader; throws a {@link DecodeError} that lists every issue. */
export function decode<T>(read: Reader<T>, json: unknown): T {
  const result = safeDecode(read, json);
  if (result.ok) return result.value;
  throw new DecodeError(result.issues);
}

/** Decodes JSON with a reader, and never throws. */
export function safeDecode<T>(read: Reader<T>, json: unknown): SafeDecodeResult<T> {
  // Unlike in Go: a member of `null` is an absent one, but a response of `null` is no response.
  if (json == null) return failure(`expected a value, got ${json}`);
  const result = attempt(read, json);
  // A second run finds the issues again, and records their places.
  const located = result.ok ? result : attempt(read, json, new Map());
  // A value that is not JSON, for instance an object with getters, may be valid the second time.
  return located.ok ? result : located;
}
