/** Types that are defined outside of this package: their codecs read and write them. */
import type { Codec } from "./codec.js";
import type { Init } from "./init.js";
import type { Issue } from "./issue.js";
import type { JsonValue } from "./json.js";
import { pathTo, report, type Key, type Parent } from "./run.js";

/** What the codec of such a type must have, as those of every generated package do. */
export type ExternalCodec<T> = Pick<Codec<T, JsonValue>, "safeDecode" | "encode">;

/** Reads a value; what its codec finds wrong stands below the place of the value. */
export function read<T>(json: unknown, parent: Parent, key: Key, codec: ExternalCodec<T>): T {
  const result = codec.safeDecode(json);
  return result.ok ? result.value : reportAll(result.issues, pathTo(parent, key));
}

/** Writes a value; what its codec finds wrong stands below the place of the value. */
export function write<T>(value: Init<T>, codec: ExternalCodec<T>): JsonValue {
  try {
    return codec.encode(value);
  } catch (error) {
    const { issues } = error as { readonly issues?: readonly Issue[] };
    if (issues === undefined) throw error;
    return reportAll(issues, []);
  }
}

/** Reports issues below a place; what comes back stands for the result. */
function reportAll(issues: readonly Issue[], place: readonly Key[]): never {
  const reported = issues.map(({ path, message }) => report(message, [...place, ...path]));
  return new Set<unknown>(reported) as never;
}
