import type { CallOptions, Settings } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import { TransportError } from "./errors.js";
import type { Authorization } from "./profile.js";
import type { Reading } from "./receiver.js";
import { limited, pause, unlessAborted } from "./signal.js";
import { exchange, type Payload } from "./transport.js";

/** The longest time in milliseconds that a call waits for another attempt. */
const LONGEST_WAIT = 60_000;

/** The codes of connections that have not come about: the server has received nothing. */
const UNSENT = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * Sends a call and repeats it when that can help: once with new credentials if the server refuses the old ones, and
 * several times if the server is busy, if no connection comes about, or if it does not answer and the call is safe to
 * repeat. The timeout of a call bounds all of that.
 */
export function send<Value>(
  settings: Settings,
  endpoint: Endpoint,
  payload: Payload,
  reading: Reading<Value>,
  options: CallOptions,
): Promise<Value> {
  const { timeout } = options;
  const user = options.signal as AbortSignal | undefined;
  const run = (signal: AbortSignal | undefined) =>
    attempts(settings, { endpoint, payload, reading, signal }, options);
  if (timeout === undefined) return run(user);
  const late = new TransportError(endpoint.name, "timeout", `no answer within ${timeout} ms`);
  return limited(({ signal }) => run(signal), timeout, late, user);
}

async function attempts<Value>(
  settings: Settings,
  call: Pick<Parameters<typeof exchange<Value>>[1], "endpoint" | "payload" | "reading" | "signal">,
  options: CallOptions,
): Promise<Value> {
  const { profile, pace = (_call, run) => run() } = settings;
  const { endpoint, signal } = call;
  const { name, token: isAuthorized = true } = endpoint;
  // POST and PATCH are not (RFC 9110, section 9.2.2).
  const { idempotent = !/PO|PA/.test(endpoint.method), retries: most = settings.retries } = options;
  let refused: Authorization | undefined;
  let retries = 0;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const authorization = isAuthorized
      ? await unlessAborted(profile.authorize(settings, refused), signal)
      : undefined;
    try {
      const run = () => exchange(settings, { ...call, authorization, attempt }, options);
      return await pace(name, run, signal);
    } catch (error) {
      if (authorization !== undefined && refused === undefined && profile.isRefused(error)) {
        refused = authorization;
        continue;
      }
      const isTransient = profile.isBusy(error) || mayPass(error, idempotent);
      if (retries >= most || !isTransient) throw error;
      const { retryAfter = backoff(retries) } = error as { readonly retryAfter?: number };
      await pause(retryAfter, signal);
      retries += 1;
    }
  }
}

/** Tells whether the same call may succeed a little later. */
function mayPass(error: unknown, idempotent: boolean): boolean {
  const { failure, code = "", status = 0, retryAfter = 0 } = error as Partial<TransportError>;
  if (/^(?:429|503)$/.test(String(status))) return retryAfter <= LONGEST_WAIT;
  if (UNSENT.test(code)) return true;
  return idempotent && (failure === "network" || failure === "timeout" || status >= 500);
}

/** Returns 200 ms doubled with each retry, at most 10 s, with a random factor of 0.5 to 1.5. */
function backoff(retries: number): number {
  return Math.min(200 * 2 ** retries, 10_000) * (0.5 + Math.random());
}
