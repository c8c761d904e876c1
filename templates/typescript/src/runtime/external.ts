/** Types that are defined outside of this package: their codecs read and write them. */
import type { Init } from "./init.js";
import type { Issue } from "./issue.js";
import type { JsonValue } from "./json.js";
import {
  issues,
  pathTo,
  places,
  report,
  type Failure,
  type Key,
  type Parent,
  type Result,
} from "./run.js";

/**
 * What the codec of such a type must have, as those of every generated package do. These are methods
 * to TypeScript, so that `encode` may ask for a whole `T`, as that of a class must.
 */
export interface ExternalCodec<T> {
  safeDecode(json: unknown): Result<T>;
  encode(value: Init<T>): JsonValue;
  /** The zero value, for what is absent; without it that is a matter of `safeDecode`. */
  readonly create?: () => T;
}

/** Values that a codec has refused, until the second run of readers comes to them. */
const refusals = /* @__PURE__ */ new WeakMap<object, readonly [codec: unknown, failure: Failure]>();

/** Reads a value; what its codec finds wrong stands below the place of the value. */
export function read<T>(json: unknown, parent: Parent, key: Key, codec: ExternalCodec<T>): T {
  // Nobody reads more.
  if (issues !== undefined && issues.length > 99) return undefined as never;
  const place = pathTo(parent, key);
  const { create } = codec;
  if (json == null && create !== undefined) return located(() => create.call(codec), place);
  const result = decode(json, codec);
  return result.ok ? result.value : reportAll(result.issues, place);
}

/**
 * Asks the codec, but in the second run not again for what it has refused in the first one: where
 * such codecs are nested, each would run twice as often as the one around it.
 */
function decode<T>(json: unknown, codec: ExternalCodec<T>): Result<T> {
  if (typeof json !== "object" || json === null) return codec.safeDecode(json);
  const [asked, refusal] = (places && refusals.get(json)) ?? [];
  refusals.delete(json);
  if (refusal !== undefined && asked === codec) return refusal;
  const result = codec.safeDecode(json);
  if (!result.ok && places === undefined) refusals.set(json, [codec, result]);
  return result;
}

/** Writes a value; what its codec finds wrong stands below the place of the value. */
export function write<T>(value: Init<T>, codec: ExternalCodec<T>): JsonValue {
  return located(() => codec.encode(value), []);
}

/** Returns the result of a codec; issues that it throws are reported below a place. */
function located<T>(run: () => T, place: readonly Key[]): T {
  try {
    return run();
  } catch (error) {
    const { issues } = error as { readonly issues?: readonly Issue[] };
    if (issues === undefined) throw error;
    return reportAll(issues, place);
  }
}

/** Reports issues below a place; what comes back stands for the result. */
function reportAll(issues: readonly Issue[], place: readonly Key[]): never {
  const reported = issues.map(({ path, message }) => report(message, [...place, ...path]));
  return new Set<unknown>(reported) as never;
}
