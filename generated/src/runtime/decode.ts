import { DecodeError } from "./errors.js";
import type { Issue } from "./issue.js";
import { attempt, Failure, issuesOf, noValue, type Place } from "./run.js";

/** The outcome of decoding, also a result of Standard Schema v1. */
export type SafeDecodeResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Decodes JSON with a reader; throws a {@link DecodeError} that lists every issue. */
export function decode<T>(read: (json: unknown) => T, json: unknown): T {
  // Unlike in Go: a member of `null` is an absent one, but a response of `null` is no response.
  const value = attempt(json == null ? noValue : read, json);
  if (value instanceof Failure) throw new DecodeError(locate(read, json, value));
  return value;
}

/** Decodes JSON with a reader, and never throws. */
export function safeDecode<T>(read: (json: unknown) => T, json: unknown): SafeDecodeResult<T> {
  const value = attempt(json == null ? noValue : read, json);
  return value instanceof Failure
    ? { ok: false, issues: locate(read, json, value) }
    : { ok: true, value };
}

/** What a copy of a value, or a mark in its place, stands for. */
interface Origin {
  readonly value: unknown;
  readonly place: Place | undefined;
}

/**
 * Finds out where the refused values stand: the reader reads once more what is left of the input when
 * all is absent that was never refused, and what was refused are marks, of which it is known where
 * they stand. Of one value and one check, all are refused, or none is.
 */
function locate(
  read: (json: unknown) => unknown,
  json: unknown,
  { refusals }: Failure,
): readonly Issue[] {
  // Nobody reads more.
  const shown = refusals.slice(0, 100);
  // Below a value that was refused nothing was read, but for one that only its key was refused for.
  const isOpen = new Map<unknown, boolean>();
  for (const { at, check } of shown) {
    isOpen.set(at, check === "integer key" && isOpen.get(at) !== false);
  }
  const origins = new Map<unknown, Origin>();
  const marked = attempt(() => read(marks(json, undefined, isOpen, origins)), undefined);
  const issues: Issue[] = [];
  for (const { at, check } of marked instanceof Failure ? marked.refusals : []) {
    const { value, place } = origins.get(at) ?? {};
    const refusal = shown.find((one) => one.check === check && Object.is(one.at, value));
    if (refusal !== undefined) issues.push(...issuesOf(refusal, place));
  }
  // What is no JSON, but an object with getters for instance, may well be another the second time.
  const found = issues.length > 0 ? issues : shown.flatMap((refusal) => issuesOf(refusal));
  return found.slice(0, 100);
}

/** Deeper than this nothing is marked: what nobody reads may be nested as deeply as it likes. */
const DEEPEST = 2000;

/** A copy of JSON with marks, which fit no type, for some values, and without all that holds none. */
function marks(
  value: unknown,
  place: Place | undefined,
  isOpen: ReadonlyMap<unknown, boolean>,
  origins: Map<unknown, Origin>,
  depth = 0,
): unknown {
  if (depth > DEEPEST) return undefined;
  let copy: unknown = isOpen.has(value) ? () => undefined : undefined;
  if (typeof value === "object" && value !== null && isOpen.get(value) !== false) {
    const isArray = Array.isArray(value);
    const empty = isArray ? value.map(() => undefined) : {};
    if (copy !== undefined) copy = empty;
    for (const name of Object.keys(value)) {
      const member: unknown = value[name as never];
      if (typeof member !== "object" && !isOpen.has(member)) continue;
      const key = isArray ? Number(name) : name;
      const mark = marks(member, { parent: place, key }, isOpen, origins, depth + 1);
      if (mark === undefined) continue;
      copy = empty;
      // An own member, of `__proto__` too.
      if (name === "__proto__")
        Object.defineProperty(empty, name, { value: mark, enumerable: true });
      else empty[name as never] = mark as never;
    }
  }
  if (copy !== undefined) origins.set(copy, { value, place });
  return copy;
}
