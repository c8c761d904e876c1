/** Types that are defined outside of this package: their codecs read and write them. */
import type { Codec } from "./codec.js";
import type { Init } from "./init.js";
import type { Issue } from "./issue.js";
import type { JsonValue } from "./json.js";
import { refuse, type Refusal } from "./run.js";

/** What the codec of such a type must have, as those of every generated package do. */
export type ExternalCodec<T> = Pick<Codec<T, JsonValue>, "safeDecode" | "encode">;

/** Reads a value; what its codec finds wrong stands below the place of the value. */
export function read<T>(json: unknown, codec: ExternalCodec<T>): T {
  const result = codec.safeDecode(json);
  return result.ok ? result.value : refuseAll(result.issues, json);
}

/** Writes a value; what its codec finds wrong stands below the place of the value. */
export function write<T>(value: Init<T>, codec: ExternalCodec<T>): JsonValue {
  try {
    return codec.encode(value);
  } catch (error) {
    const { issues } = error as { issues?: readonly Issue[] };
    if (issues === undefined) throw error;
    return refuseAll(issues, value);
  }
}

function refuseAll(issues: readonly Issue[], value: unknown): never {
  const refusal: Refusal = refuse("", value, "external");
  refusal.inner = issues;
  return refusal as never;
}
