/** An access token. */
export interface Token {
  readonly value: string;
  /** When it is to be replaced, shortly before it expires: milliseconds since 1970. */
  readonly freshUntil: number;
}

/** Where tokens are kept; the processes that share one fetch a token once. */
export interface TokenStore {
  readonly get: (key: string) => Promise<Token | undefined> | Token | undefined;
  readonly set: (key: string, token: Token) => Promise<void> | void;
  /** Runs something for a key alone, among all processes that share the store. */
  readonly lock?: <Result>(key: string, run: () => Promise<Result>) => Promise<Result>;
}

/** Keeps tokens as long as the process lives. */
export class MemoryTokenStore implements TokenStore {
  readonly #tokens = new Map<string, Token>();

  get = (key: string): Token | undefined => this.#tokens.get(key);

  set = (key: string, token: Token): void => {
    this.#tokens.set(key, token);
  };
}

/** The tokens that are being fetched, by the store and the key that they are for. */
const flights = new WeakMap<TokenStore, Map<string, Promise<Token>>>();

/**
 * The token for a key: the one of the store, or a new one, for which all who ask wait together.
 *
 * @param refused a token that the server no longer takes; where the store has another one by now, that
 *   is the one
 */
export async function tokenFor(
  store: TokenStore,
  key: string,
  fetchToken: () => Promise<Token>,
  refused?: string,
): Promise<string> {
  const isGood = (token: Token | undefined): token is Token =>
    token !== undefined && token.value !== refused && Date.now() < token.freshUntil;
  const stored = await store.get(key);
  if (isGood(stored)) return stored.value;
  const flown = await flightOf(store, key, async () => {
    // Another process, or the flight before, may have been faster.
    const known = await store.get(key);
    if (isGood(known)) return known;
    const token = await fetchToken();
    await store.set(key, token);
    return token;
  });
  return flown.value;
}

function flightOf(
  store: TokenStore,
  key: string,
  fetchToken: () => Promise<Token>,
): Promise<Token> {
  const all = flights.get(store) ?? new Map<string, Promise<Token>>();
  flights.set(store, all);
  const under = all.get(key);
  if (under !== undefined) return under;
  const flight = (store.lock?.(key, fetchToken) ?? fetchToken()).finally(() => all.delete(key));
  all.set(key, flight);
  return flight;
}
