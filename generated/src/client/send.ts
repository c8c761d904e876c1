import type { CallOptions, Settings } from "./client.js";
import type { Decode, Endpoint } from "./endpoint.js";
import { ResponseError, TransportError, WorkWxError } from "./errors.js";
import { pause, unlessAborted } from "./signal.js";
import { tokenFor, type Token } from "./token.js";
import { exchange, type Payload } from "./transport.js";

/** Error codes of a token that is invalid, malformed or expired. */
const TOKEN_ERRORS: ReadonlySet<number> = /* @__PURE__ */ new Set([40001, 40014, 42001]);

const BUSY = -1;

/**
 * Sends a call and repeats it when that can help: once with a new token if the server refuses the old one, and
 * several times if the server is busy, or if it does not answer and the call is safe to repeat.
 */
export async function send<Value>(
  settings: Settings,
  endpoint: Endpoint,
  payload: Payload,
  decode: Decode<Value>,
  options: CallOptions,
): Promise<Value> {
  const { token: needsToken = true } = endpoint;
  const signal = options.signal as AbortSignal | undefined;
  // POST and PATCH are not (RFC 9110, section 9.2.2).
  const { idempotent = !/PO|PA/.test(endpoint.method) } = options;
  let refused: string | undefined;
  let retries = 0;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const token = needsToken ? await unlessAborted(tokenOf(settings, refused), signal) : undefined;
    try {
      return await exchange(settings, { endpoint, payload, decode, token, attempt }, options);
    } catch (error) {
      if (token !== undefined && refused === undefined && isTokenError(error)) {
        refused = token;
        continue;
      }
      if (retries >= settings.retries || !isTransient(error, idempotent)) throw error;
      await pause(backoff(retries), signal);
      retries += 1;
    }
  }
}

/** Returns the token of the application; the abort of one caller leaves the others waiting. */
async function tokenOf(settings: Settings, refused: string | undefined): Promise<string> {
  const { tokenStore, corpId, corpSecret, agentId } = settings;
  // The secret itself must not reach a store.
  const application = agentId === undefined ? await digestOf(corpSecret) : `agent ${agentId}`;
  return tokenFor(tokenStore, `${corpId} ${application}`, () => fetchToken(settings), refused);
}

function fetchToken(settings: Settings): Promise<Token> {
  const { corpId, corpSecret } = settings;
  const name = "gettoken";
  return send(
    settings,
    { name, method: "GET", path: "/cgi-bin/gettoken", token: false },
    { query: { corpid: corpId, corpsecret: corpSecret } },
    ({ access_token: value, expires_in: seconds }) => {
      if (typeof value !== "string" || value === "" || typeof seconds !== "number") {
        throw new ResponseError(name, [{ path: [], message: "expected access_token" }]);
      }
      // Replace the token five minutes before it expires, or after 90 % of a short life.
      const life = Math.max(seconds - 300, seconds * 0.9);
      return { value, freshUntil: Date.now() + life * 1000 };
    },
    {},
  );
}

function isTokenError(error: unknown): boolean {
  return error instanceof WorkWxError && TOKEN_ERRORS.has(error.errcode);
}

/** Whether the same call may succeed a little later. */
function isTransient(error: unknown, isIdempotent: boolean): boolean {
  if (error instanceof WorkWxError) return error.errcode === BUSY;
  if (!isIdempotent || !(error instanceof TransportError)) return false;
  const { failure, status = 0 } = error;
  return failure === "network" || failure === "timeout" || status >= 500;
}

/** Returns 200 ms doubled with each retry, at most 10 s, with a random factor of 0.5 to 1.5. */
function backoff(retries: number): number {
  return Math.min(200 * 2 ** retries, 10_000) * (0.5 + Math.random());
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
