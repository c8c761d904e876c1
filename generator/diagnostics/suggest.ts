import { closestMatch } from "leven";
import { code } from "./code.js";

/** The candidate closest to a misspelt name, within a third of the name's length. */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  const spellings = new Map<string, string>();
  for (const candidate of candidates) spellings.set(candidate.toLowerCase(), candidate);
  const match = closestMatch(name.toLowerCase(), [...spellings.keys()], {
    maxDistance: name.length < 3 ? 0 : Math.ceil(name.length / 3),
  });
  return match === undefined ? undefined : (spellings.get(match) ?? match);
}

/**
 * A hint that names the candidate closest to a misspelt name.
 *
 * @returns ``did you mean `X`?``, or nothing where no candidate is close
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const match = closest(name, candidates);
  return match === undefined ? undefined : `did you mean ${code(match)}?`;
}
