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
  check: (value: number) => number,
  member: unknown,
): string {
  const key = attempt(() => {
    // What reads unsigned integers refuses the sign of "-0", and so tells that it refuses "+1".
    if (text.startsWith("+")) check(-0);
    return String(check(/^[+-]?\d+$/.test(text) ? Number(text) : NaN));
  });
  return key.ok ? key.value : report(`expected integer key, got ${describe(text)}`, member);
}
