import { closestMatch } from "leven";
import { code } from "./code.js";

/** Limits the work of a speller, in pairs of characters: where very much is misspelt, hints end. */
const MOST_WORK = 200_000_000;

/** Finds the names that misspelt ones stand for, each misspelt name once. */
export class Speller {
  readonly #spellings: ReadonlyMap<string, string>;
  readonly #lowerCase: readonly string[];
  readonly #found = new Map<string, string | undefined>();
  #work = 0;

  /** @param candidates the last of those that differ in case alone counts */
  constructor(candidates: Iterable<string>) {
    this.#spellings = new Map(Array.from(candidates, (name) => [name.toLowerCase(), name]));
    this.#lowerCase = [...this.#spellings.keys()];
  }

  /** Returns the candidate closest to a misspelt name, within a third of the name's length. */
  closest(name: string): string | undefined {
    if (this.#found.has(name)) return this.#found.get(name);
    this.#work += name.length ** 2 * this.#lowerCase.length;
    if (this.#work > MOST_WORK) return undefined;
    const match = closestMatch(name.toLowerCase(), this.#lowerCase, {
      maxDistance: name.length < 3 ? 0 : Math.ceil(name.length / 3),
    });
    const found = match === undefined ? undefined : this.#spellings.get(match);
    this.#found.set(name, found);
    return found;
  }

  /**
   * Returns a hint that names the candidate closest to a misspelt name.
   *
   * @returns ``did you mean `X`?``, or nothing where no candidate is close
   */
  suggest(name: string): string | undefined {
    const match = this.closest(name);
    return match === undefined ? undefined : `did you mean ${code(match)}?`;
  }
}

/** Returns the candidate closest to a misspelt name, for few candidates. */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  return new Speller(candidates).closest(name);
}

/** Returns a hint that names the candidate closest to a misspelt name, for few candidates. */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  return new Speller(candidates).suggest(name);
}
