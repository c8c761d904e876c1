import { closestMatch } from "leven";
import { code } from "./code.js";

/**
 * A hint that names the candidate closest to a misspelt name.
 *
 * @returns ``did you mean `X`?``, or nothing where no candidate is within a third of the name's length
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const spellings = new Map<string, string>();
  for (const candidate of candidates) spellings.set(candidate.toLowerCase(), candidate);
  const closest = closestMatch(name.toLowerCase(), [...spellings.keys()], {
    maxDistance: name.length < 3 ? 0 : Math.ceil(name.length / 3),
  });
  if (closest === undefined) return undefined;
  return `did you mean ${code(spellings.get(closest) ?? closest)}?`;
}
