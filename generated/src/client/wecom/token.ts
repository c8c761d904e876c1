/** An access token. */
export interface Token {
  readonly value: string;
  /** The time to replace the token, shortly before it expires: milliseconds since 1970. */
  readonly freshUntil: number;
}

/**
 * A store of access tokens. Processes that share one fetch each token once. An exception of its functions
 * rejects the call.
 */
export interface TokenStore {
  /** Returns the token for a key, if the store has one. */
  readonly get: (key: string) => Promise<Token | null | undefined> | Token | null | undefined;
  /** Keeps the token for a key at least until it expires; a returned promise is awaited. */
  readonly set: (key: string, token: Token) => unknown;
  /** Runs a function while no other process that shares the store runs one for the same key. */
  readonly lock?: <Result>(key: string, run: () => Promise<Result>) => Promise<Result>;
}

/** A store in the memory of the process. */
export class MemoryTokenStore implements TokenStore {
  readonly #tokens = new Map<string, Token>();

  get = (key: string): Token | undefined => this.#tokens.get(key);

  set = (key: string, token: Token): void => {
    this.#tokens.set(key, token);
  };
}

/** A request for a token under way. */
interface Flight {
  readonly token: Promise<Token>;
  /** The token to replace because the server refuses it. */
  readonly refused: string | undefined;
}

/** The flights by their stores and keys. */
const flights = /* @__PURE__ */ new WeakMap<TokenStore, Map<string, Flight>>();

/**
 * Returns the token for a key from the store, or fetches a new one, once for all concurrent callers.
 *
 * @param refused a token that the server refuses; another token in the store is used instead
 */
export async function tokenFor(
  store: TokenStore,
  key: string,
  fetchToken: () => Promise<Token>,
  refused?: string,
): Promise<string> {
  const isGood = (token: Token | null | undefined): token is Token =>
    token != null && token.value !== refused && Date.now() < token.freshUntil;
  const stored = await store.get(key);
  if (isGood(stored)) return stored.value;
  for (;;) {
    const flight = flightOf(store, key, refused, async () => {
      // Another process or the previous flight may have stored a token meanwhile.
      const known = await store.get(key);
      if (isGood(known)) return known;
      const token = await fetchToken();
      await store.set(key, token);
      return token;
    });
    const { value } = await flight.token;
    // A flight that did not know of the refusal may return the refused token from the store.
    if (value !== refused || flight.refused === refused) return value;
  }
}

/** Returns the flight under way for a key, or starts one. */
function flightOf(
  store: TokenStore,
  key: string,
  refused: string | undefined,
  fetchToken: () => Promise<Token>,
): Flight {
  const all = flights.get(store) ?? new Map<string, Flight>();
  flights.set(store, all);
  const under = all.get(key);
  if (under !== undefined) return under;
  const fetched = store.lock?.(key, fetchToken) ?? fetchToken();
  const flight = { token: fetched.finally(() => all.delete(key)), refused };
  all.set(key, flight);
  return flight;
}
