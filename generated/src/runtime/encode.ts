import { EncodeError } from "./errors.js";
import { issueOfThrown, issuesOf } from "./issue.js";
import type { JsonValue } from "./json.js";
import { locate, run, type Refusal } from "./run.js";

/** Encodes a value with a writer; throws an {@link EncodeError} that lists every issue. */
export function encode<T, J extends JsonValue>(write: (value: T) => J, value: T): J {
  let refusals: readonly Refusal[];
  try {
    const [json, refused] = run(write, value);
    if (refused.length === 0) return json;
    locate(json, new Set(refused));
    refusals = refused;
  } catch (error) {
    throw new EncodeError([issueOfThrown(error)], { cause: error });
  }
  throw new EncodeError(issuesOf(refusals));
}
