/** An access token. */
export interface Token {
  readonly value: string;
  /** When it is to be replaced, shortly before it expires: milliseconds since 1970. */
  readonly freshUntil: number;
}

/**
 * Where tokens are kept; the processes that share one fetch a token once. What its functions throw is
 * the error of the call.
 */
export interface TokenStore {
  /** The token for a key, where there is one. */
  readonly get: (key: string) => Promise<Token | null | undefined> | Token | null | undefined;
  /** Keeps the token for a key, at least as long as it is fresh; what it returns is waited for. */
  readonly set: (key: string, token: Token) => unknown;
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

/** A token that is being fetched. */
interface Flight {
  readonly token: Promise<Token>;
  /** The token that it is to replace, where the server no longer takes that. */
  readonly refused: string | undefined;
}

/** The flights by the store and the key that they are for. */
const flights = /* @__PURE__ */ new WeakMap<TokenStore, Map<string, Flight>>();

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
  const isGood = (token: Token | null | undefined): token is Token =>
    token != null && token.value !== refused && Date.now() < token.freshUntil;
  const stored = await store.get(key);
  if (isGood(stored)) return stored.value;
  for (;;) {
    const flight = flightOf(store, key, refused, async () => {
      // Another process, or the flight before, may have been faster.
      const known = await store.get(key);
      if (isGood(known)) return known;
      const token = await fetchToken();
      await store.set(key, token);
      return token;
    });
    const { value } = await flight.token;
    // A flight that knew of no refusal may bring the refused token again, from another process.
    if (value !== refused || flight.refused === refused) return value;
  }
}

/** The flight for a key: the one that is under way, or a new one. */
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
