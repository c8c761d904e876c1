import type { Reader } from "./decode.js";
import { attempt } from "./run.js";

/**
 * The text that a map with integer keys has for a key, or `undefined` where it has no such key. Go's
 * `strconv.ParseInt` takes signs and leading zeros, `ParseUint` no sign at all.
 */
export function integerKey(
  text: string,
  check: Reader<number | bigint | string>,
): string | undefined {
  const number = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
  const isLong = Number.isInteger(number) && !Number.isSafeInteger(number);
  // Who takes integers that no number holds takes them as `bigint`.
  const key = attempt(check, isLong ? BigInt(text.replace("+", "")) : number);
  // What reads unsigned integers refuses the sign of "-0", and so tells that it refuses "+1".
  const isRefused = !key.ok || (text.startsWith("+") && !attempt(check, -0).ok);
  return isRefused ? undefined : String(key.value);
}
