import type { JsonObject } from "../runtime/json.js";
import { responseIn, type Answer } from "./answer.js";
import type { CallOptions, RequestEvent, Settings } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import { TransportError } from "./errors.js";
import { parametersOf } from "./parameters.js";
import type { Authorization } from "./profile.js";
import { withoutSecrets, type Secrets } from "./secrets.js";
import { limited } from "./signal.js";
import type { Reading } from "./receiver.js";

/** The query and the body of a request. */
export interface Payload {
  readonly query?: JsonObject;
  /** Creates the body for each attempt. */
  readonly body?: () => string | FormData | URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One attempt of a call. */
export interface Attempt<Value> {
  readonly endpoint: Endpoint;
  readonly payload: Payload;
  readonly reading: Reading<Value>;
  readonly authorization: Authorization | undefined;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
}

/** Sends one request and returns its decoded answer; throws for an error. */
export async function exchange<Value>(
  settings: Settings,
  attempt: Attempt<Value>,
  options: CallOptions,
): Promise<Value> {
  const { endpoint, payload, authorization, reading } = attempt;
  const { name: call, method } = endpoint;
  const { profile } = settings;
  const url = urlOf(settings, attempt);
  const secrets = [...profile.secretsIn(payload.query ?? {}), ...(authorization?.secrets ?? [])];
  const shownUrl = withoutSecrets(url, secrets);
  const event: RequestEvent = { call, method, url: shownUrl, attempt: attempt.attempt };
  await settings.onRequest?.(event);
  const start = Date.now();
  let status: number | undefined;
  let failure: { readonly error?: unknown } = {};
  const request = requestOf(settings, attempt);
  const { timeout = settings.timeout } = options;
  const user = options.signal as AbortSignal | undefined;
  const run = async (connection: AbortController): Promise<Answer & { readonly value?: Value }> => {
    const { signal } = connection;
    const response = await (settings.fetch as typeof fetch)(url, { ...request, signal });
    ({ status } = response);
    if (typeof reading === "object") {
      const close = () => connection.abort();
      const open = { response, call, profile, secrets, timeout, user, close };
      const value = reading.receive(open);
      if (value !== undefined) return { response, text: "", value };
    }
    // The answer of a HEAD has no body, and counts as an empty object.
    return { response, text: method === "HEAD" ? "{}" : await response.text() };
  };
  try {
    const late = new TransportError(call, "timeout", "no answer in time");
    const answer = await limited(run, timeout, late, user).catch((cause: unknown) => {
      user?.throwIfAborted();
      throw cause === late ? late : failureOf(call, cause, secrets);
    });
    return answer.value ?? responseIn(answer, endpoint, reading, { profile, secrets });
  } catch (error) {
    failure = { error };
    throw error;
  } finally {
    // An exception of a hook must not cause a retry.
    await settings.onResponse?.({ ...event, status, milliseconds: Date.now() - start, ...failure });
  }
}

function requestOf<Value>(
  settings: Settings,
  { endpoint: { method }, payload, authorization }: Attempt<Value>,
): RequestInit {
  const body = payload.body?.();
  const headers: Record<string, string> = {
    ...settings.headers,
    ...payload.headers,
    ...authorization?.headers,
  };
  // `fetch` sets the types of forms.
  if (typeof body === "string") headers["content-type"] = "application/json";
  return { method, headers, ...(body === undefined ? {} : { body }) };
}

function urlOf<Value>(
  { baseUrl, profile }: Settings,
  { endpoint, payload, authorization }: Attempt<Value>,
): string {
  const query = parametersOf(payload.query ?? {}, profile.lists) as URLSearchParams;
  for (const [name, value] of Object.entries(authorization?.query ?? {})) query.set(name, value);
  const text = query.toString();
  return baseUrl + endpoint.path + (text === "" ? "" : `?${text}`);
}

/** Converts an exception of `fetch`; its message may contain the URL and so the token. */
export function failureOf(call: string, cause: unknown, secrets: Secrets): TransportError {
  const reasons = [cause, (cause as Error | null | undefined)?.cause]
    .filter((reason): reason is Error => reason instanceof Error)
    // If all addresses of a host failed, the error has a code but no message.
    .map((reason) =>
      withoutSecrets(reason.message || String((reason as { code?: unknown }).code), secrets),
    );
  return new TransportError(call, "network", reasons.join(": ") || "no connection");
}
