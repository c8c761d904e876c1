/** Returns how much of two labels is the same, from 0 to 1; a label within the other one is almost the same. */
export function similarity(one: string, other: string): number {
  const left = unitsOf(one);
  const right = unitsOf(other);
  if (left.length === 0 || right.length === 0) return 0;
  const [first, second] = [left.join(" "), right.join(" ")];
  if (first === second) return 1;
  const shorter = Math.min(left.length, right.length);
  const isWithin = first.includes(second) || second.includes(first);
  const share = (2 * commonCount(left, right)) / (left.length + right.length);
  return isWithin && shorter > 1 ? Math.max(share, WITHIN) : share;
}

/** The similarity of a label to one that it is in. */
export const WITHIN = 0.9;

/** Tells whether one label says no where the other one does not. */
export function isOpposite(one: string, other: string): boolean {
  return NEGATION.test(one) !== NEGATION.test(other);
}

const NEGATION =
  /[不未非否无没勿禁]|取消|关闭|停止|\b(?:no|not|never|without)\b|\b(?:un|non|dis|in)[a-z]{3}/iu;

/** Returns the characters of Chinese and the words of other scripts, without what stands in brackets. */
function unitsOf(label: string): string[] {
  const text = label
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\([^()]*\)/g, "");
  return text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{Nd}])+/gu) ?? [];
}

function commonCount(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const unit of one) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return other.filter((unit) => {
    const count = counts.get(unit) ?? 0;
    counts.set(unit, count - 1);
    return count > 0;
  }).length;
}
