import type { CallOptions, Settings } from "./client.js";
import type { Decode, Endpoint } from "./endpoint.js";
import { ResponseError, TransportError, WorkWxError } from "./errors.js";
import { pause, unlessAborted } from "./signal.js";
import { tokenFor, type Token } from "./token.js";
import { exchange, type Payload } from "./transport.js";

/** What the server says of a token: not valid, not legal, expired. */
const TOKEN_ERRORS: ReadonlySet<number> = /* @__PURE__ */ new Set([40001, 40014, 42001]);

const BUSY = -1;

/**
 * Sends a call as often as it takes: once more with a new token where the server refuses the old one,
 * and some times more where it is busy, or where it does not answer and another attempt does no harm.
 */
export async function send<Value>(
  settings: Settings,
  endpoint: Endpoint,
  payload: Payload,
  decode: Decode<Value>,
  options: CallOptions,
): Promise<Value> {
  const { token: needsToken = true, method } = endpoint;
  const signal = options.signal as AbortSignal | undefined;
  const { idempotent = method === "GET" } = options;
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

/** The token of the application; a caller that aborts leaves the others waiting for it. */
async function tokenOf(settings: Settings, refused: string | undefined): Promise<string> {
  const { tokenStore, corpId, corpSecret, agentId } = settings;
  // A store is no place for a secret.
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
      // Five minutes before it expires, or earlier where it does not live long.
      const life = Math.max(seconds - 300, seconds * 0.9);
      return { value, freshUntil: Date.now() + life * 1000 };
    },
    {},
  );
}

function isTokenError(error: unknown): boolean {
  return error instanceof WorkWxError && TOKEN_ERRORS.has(error.errcode);
}

/** Whether the same call may well be answered a little later. */
function isTransient(error: unknown, isIdempotent: boolean): boolean {
  if (error instanceof WorkWxError) return error.errcode === BUSY;
  if (!isIdempotent || !(error instanceof TransportError)) return false;
  const { failure, status = 0 } = error;
  return failure === "network" || failure === "timeout" || status >= 500;
}

/** About 200 ms, 400 ms, 800 ms … and at last 10 s, but not for all callers the same. */
function backoff(retries: number): number {
  return Math.min(200 * 2 ** retries, 10_000) * (0.5 + Math.random());
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
