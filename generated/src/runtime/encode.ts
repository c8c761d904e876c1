import { EncodeError } from "./errors.js";
import { issueOfThrown, issuesOf, type Issue } from "./issue.js";
import type { JsonValue } from "./json.js";
import { run, type Place, type Refusal } from "./run.js";

/** Encodes a value with a writer; throws an {@link EncodeError} that lists every issue. */
export function encode<T, J extends JsonValue>(write: (value: T) => J, value: T): J {
  let issues: readonly Issue[];
  let cause: unknown;
  try {
    const [json, refusals] = run(write, value);
    if (refusals.length === 0) return json;
    locate(new Set(refusals), json, undefined);
    issues = issuesOf(refusals);
  } catch (error) {
    issues = [issueOfThrown(error)];
    cause = error;
  }
  throw new EncodeError(issues, { cause });
}

/** Finds the refusals in what a writer made, and gives them their places. */
function locate(refusals: ReadonlySet<object>, json: unknown, place: Place | undefined): void {
  if (typeof json !== "object" || json === null) return;
  if (refusals.has(json)) {
    (json as Refusal).place = place;
    return;
  }
  for (const [key, value] of Object.entries(json)) {
    locate(refusals, value, { parent: place, key: Array.isArray(json) ? Number(key) : key });
  }
}
