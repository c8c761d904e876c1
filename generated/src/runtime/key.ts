import { describe } from "./issue.js";
import { attempt, report } from "./run.js";

/**
 * The text that a map with integer keys has for a key. Go's `strconv.ParseInt` takes signs and
 * leading zeros, `ParseUint` no sign at all.
 *
 * @param member what the key leads to: a key that is refused stands in its place
 */
export function integerKey(
  text: string,
  check: (value: number) => number | bigint | string,
  member: unknown,
): string {
  const key = attempt(() => {
    // What reads unsigned integers refuses the sign of "-0", and so tells that it refuses "+1".
    if (text.startsWith("+")) check(-0);
    const number = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
    const isLong = Number.isInteger(number) && !Number.isSafeInteger(number);
    // Who takes integers that no number holds takes them as `bigint`.
    return String(check(isLong ? (BigInt(text.replace("+", "")) as never) : number));
  });
  return key.ok ? key.value : report(`expected integer key, got ${describe(text)}`, member);
}
