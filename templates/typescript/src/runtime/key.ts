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
  // Readers of integers that no number holds take them as `bigint`.
  const key = attempt(check, isLong ? BigInt(text.replace("+", "")) : number);
  // Readers of unsigned integers refuse the sign of "-0", and so they refuse "+1".
  const isRefused = !key.ok || (text.startsWith("+") && !attempt(check, -0).ok);
  return isRefused ? undefined : String(key.value);
}
