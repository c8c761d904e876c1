import { code } from "../source/code.js";

/** The two sides of a change; they always differ. */
export interface Sides {
  readonly old: string;
  readonly new: string;
}

/** The number of names that a sentence lists. */
const LISTED = 3;

/** Returns `from X to Y`; the noun stands before each side. */
export function fromTo(sides: Sides, noun = ""): string {
  return changed(sides, ([old, now]) => `from ${noun}${old} to ${noun}${now}`);
}

/** Returns `X, now Y`. */
export function nowInsteadOf(sides: Sides): string {
  return changed(sides, ([old, now]) => `${old}, now ${now}`);
}

/** Returns a sentence about both sides, quoted so that a reader sees the difference. */
export function changed(
  { old, new: now }: Sides,
  sentence: (quoted: readonly [old: string, now: string]) => string,
): string {
  // A quotation is cut at its end: if the difference is behind that, begin just before it.
  const start = Math.max(0, differenceOf(old, now) - LEAD);
  const cut = (text: string) => code(start === 0 ? text : `…${text.slice(start)}`);
  const [one, other] = code(old) === code(now) ? [cut(old), cut(now)] : [code(old), code(now)];
  return sentence([one, other]);
}

/** The number of characters that a cut text shows before its difference. */
const LEAD = 20;

function differenceOf(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index++;
  return index;
}

/** Returns the first names of a list, and the number of the others. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, names.length > LISTED + 1 ? LISTED : names.length).map(code);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  if (shown.length === 1) return shown.join();
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
