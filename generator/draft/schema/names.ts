import { isGoIdentifier, pascalCase, upperFirst } from "../../names.js";

/** Names that no two things have, whatever the case of their first letters is. */
export class Names {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set([...taken].map(upperFirst));
  }

  /** Returns an identifier for a name, with a number behind it if another thing has that already. */
  take(wanted: string): string {
    const name = identifierOf(wanted);
    let free = name;
    for (let count = 2; this.#taken.has(upperFirst(free)); count++) free = `${name}${count}`;
    this.#taken.add(upperFirst(free));
    return free;
  }
}

/** Returns a name if it is an identifier of Go, and else its words as one. */
export function identifierOf(name: string): string {
  if (isGoIdentifier(name)) return name;
  const joined = pascalCase(name);
  return isGoIdentifier(joined) ? joined : "X";
}
