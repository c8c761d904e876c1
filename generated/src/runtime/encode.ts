import { EncodeError } from "./errors.js";
import type { Issue } from "./issue.js";
import type { JsonValue } from "./json.js";
import { attempt, Failure, issuesOf, noValue, type Place } from "./run.js";

/** Encodes a value with a writer; throws an {@link EncodeError} that lists every issue. */
export function encode<T, J extends JsonValue>(write: (value: T) => J, value: T): J {
  const json = attempt(value === undefined ? noValue : write, value);
  if (!(json instanceof Failure)) return json;
  throw new EncodeError(issuesIn(json));
}

/** The refusals that stand in what a writer made, with their places. */
function issuesIn({ result, refusals }: Failure): Issue[] {
  const places = new Map<unknown, Place | undefined>(
    refusals.map((refusal) => [refusal, undefined]),
  );
  const visit = (json: unknown, place: Place | undefined): void => {
    if (places.has(json)) places.set(json, place);
    else if (typeof json === "object" && json !== null) {
      for (const [key, value] of Object.entries(json)) {
        visit(value, { parent: place, key: Array.isArray(json) ? Number(key) : key });
      }
    }
  };
  attempt((json) => visit(json, undefined), result);
  return refusals.flatMap((refusal) => issuesOf(refusal, places.get(refusal))).slice(0, 100);
}
