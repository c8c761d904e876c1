import { refusal } from "./refusal.js";
import type { Refusal } from "../refusal.js";

/** The access tokens that a fake issued. */
export class Tokens {
  /** The times at which the tokens expire. */
  readonly #tokens = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The number of tokens issued so far. */
  get count(): number {
    return this.#tokens.size;
  }

  /** Issues a token that lives a number of seconds. */
  issue(seconds: number): string {
    const token = `fake-access-token-${this.#tokens.size + 1}`;
    this.#tokens.set(token, this.#now() + seconds * 1000);
    return token;
  }

  /** Makes all tokens expire that were issued so far. */
  expire(): void {
    for (const token of this.#tokens.keys()) this.#tokens.set(token, 0);
  }

  /** Returns the refusal of a token, or the reason why a request without one is forbidden. */
  refusalOf(token: string | null): Refusal | string | undefined {
    if (token === null || token === "") return "expected an access_token";
    const end = this.#tokens.get(token);
    if (end === undefined) return refusal(40014);
    return this.#now() < end ? undefined : refusal(42001);
  }
}
