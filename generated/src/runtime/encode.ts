import { EncodeError } from "./errors.js";
import type { JsonValue } from "./json.js";
import { pathTo, run, type Place } from "./run.js";

/** Encodes a value with a writer; throws an {@link EncodeError} that lists every issue. */
export function encode<T, J extends JsonValue>(write: (value: T) => J, value: T): J {
  const [json, issues] = run(() => write(value));
  if (issues.length === 0) return json;
  run(() => locate(new Set(issues), json));
  throw new EncodeError(issues);
}

/** Finds the issues that stand in what a writer made, and gives them their paths. */
function locate(issues: ReadonlySet<unknown>, json: unknown, place?: Place): void {
  if (typeof json !== "object" || json === null) return;
  if (issues.has(json)) Object.assign(json, { path: pathTo(place) });
  else {
    for (const [key, value] of Object.entries(json)) {
      locate(issues, value, { parent: place, key: Array.isArray(json) ? Number(key) : key });
    }
  }
}
