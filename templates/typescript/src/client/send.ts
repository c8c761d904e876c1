import type { CallOptions, Settings } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import type { TransportError } from "./errors.js";
import type { Authorization } from "./profile.js";
import { pause, unlessAborted } from "./signal.js";
import { exchange, type Payload } from "./transport.js";
import type { Reading } from "./receiver.js";

/**
 * Sends a call and repeats it when that can help: once with new credentials if the server refuses the old ones, and
 * several times if the server is busy, or if it does not answer and the call is safe to repeat.
 */
export async function send<Value>(
  settings: Settings,
  endpoint: Endpoint,
  payload: Payload,
  reading: Reading<Value>,
  options: CallOptions,
): Promise<Value> {
  const { profile } = settings;
  const { token: isAuthorized = true } = endpoint;
  const signal = options.signal as AbortSignal | undefined;
  // POST and PATCH are not (RFC 9110, section 9.2.2).
  const { idempotent = !/PO|PA/.test(endpoint.method) } = options;
  let refused: Authorization | undefined;
  let retries = 0;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const authorization = isAuthorized
      ? await unlessAborted(profile.authorize(settings, refused), signal)
      : undefined;
    try {
      return await exchange(
        settings,
        { endpoint, payload, reading, authorization, attempt },
        options,
      );
    } catch (error) {
      if (authorization !== undefined && refused === undefined && profile.isRefused(error)) {
        refused = authorization;
        continue;
      }
      const isTransient = profile.isBusy(error) || (idempotent && isInterrupted(error));
      if (retries >= settings.retries || !isTransient) throw error;
      const { retryAfter = backoff(retries) } = error as { readonly retryAfter?: number };
      await pause(retryAfter, signal);
      retries += 1;
    }
  }
}

/** Whether the same call may succeed a little later. */
function isInterrupted(error: unknown): boolean {
  const { failure, status = 0 } = error as Partial<TransportError>;
  return failure === "network" || failure === "timeout" || status >= 500;
}

/** Returns 200 ms doubled with each retry, at most 10 s, with a random factor of 0.5 to 1.5. */
function backoff(retries: number): number {
  return Math.min(200 * 2 ** retries, 10_000) * (0.5 + Math.random());
}
