/** Types that are defined outside of this package: their codecs read and write them. */
import type { Codec } from "./codec.js";
import type { Init } from "./init.js";
import type { Issue } from "./issue.js";
import type { JsonValue } from "./json.js";
import { report, trace, type Trace } from "./run.js";

/** What the codec of such a type must have, as those of every generated package do. */
export type ExternalCodec<T> = Pick<Codec<T, JsonValue>, "safeDecode" | "encode">;

/** Reads a value; what its codec finds wrong stands below the place of the value. */
export function read<T>(json: unknown, codec: ExternalCodec<T>): T {
  const isKnown = trace?.place !== undefined;
  // In the second run a refused value is a function; others may have such inside, which it knows nothing of.
  if (isKnown && typeof json !== "function") return json as T;
  const value: unknown = isKnown ? (json as (asItIs: boolean) => unknown)(true) : json;
  const result = codec.safeDecode(value);
  return result.ok ? result.value : reportAll(result.issues, value);
}

/** Writes a value; what its codec finds wrong stands below the place of the value. */
export function write<T>(value: Init<T>, codec: ExternalCodec<T>): JsonValue {
  try {
    return codec.encode(value);
  } catch (error) {
    const { issues } = error as { readonly issues?: readonly Issue[] };
    if (issues === undefined) throw error;
    return reportAll(issues, value);
  }
}

/** Reports issues below a value; what comes back stands for the result. */
function reportAll(issues: readonly Issue[], value: unknown): never {
  const reported = issues.map(({ path, message }) => {
    const issue: Trace["issues"][number] = report(message, value);
    issue.path.push(...path);
    return issue;
  });
  return new Set(reported) as never;
}
