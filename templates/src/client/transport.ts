import type { JsonObject } from "../runtime/json.js";
import type { CallOptions, RequestEvent, Settings } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import { RateLimitError, TransportError, WorkWxError } from "./errors.js";

/** What a call has to say: in its query, in its body. */
export interface Payload {
  readonly query?: JsonObject;
  /** Made anew for every attempt. */
  readonly body?: () => string | FormData;
}

/** One attempt of a call. */
export interface Attempt {
  readonly endpoint: Endpoint;
  readonly payload: Payload;
  readonly token: string | undefined;
  /** From 1. */
  readonly attempt: number;
}

const RATE_LIMIT = 45009;

/** Sends one request; returns what the server answers, where that is no error. */
export async function exchange(
  settings: Settings,
  attempt: Attempt,
  options: CallOptions,
): Promise<JsonObject> {
  const { endpoint, payload, token } = attempt;
  const { name: call, method } = endpoint;
  const url = urlOf(settings, attempt);
  const secrets = [settings.corpSecret, token ?? ""].filter((secret) => secret !== "");
  const event: RequestEvent = {
    call,
    method,
    url: withoutSecrets(url, secrets),
    attempt: attempt.attempt,
  };
  const timeout = AbortSignal.timeout(options.timeout ?? settings.timeout);
  const user = options.signal as AbortSignal | undefined;
  const start = Date.now();
  let status: number | undefined;
  const tell = (outcome: { readonly error?: Error }) => {
    settings.onResponse?.({ ...event, status, milliseconds: Date.now() - start, ...outcome });
  };
  settings.onRequest?.(event);
  let json: JsonObject;
  try {
    const body = payload.body?.();
    const send = settings.fetch as typeof fetch;
    const response = await send(url, {
      method,
      signal: user === undefined ? timeout : AbortSignal.any([user, timeout]),
      ...(body === undefined ? {} : { body }),
      ...(typeof body === "string" ? { headers: { "content-type": "application/json" } } : {}),
    });
    ({ status } = response);
    json = answerOf(call, response, await response.text(), secrets);
  } catch (cause) {
    user?.throwIfAborted();
    const error = failureOf(call, cause, timeout.aborted, secrets);
    tell({ error });
    throw error;
  }
  // What a hook throws is its own error, and no reason to send the call again.
  tell({});
  return json;
}

function urlOf({ baseUrl }: Settings, { endpoint, payload, token }: Attempt): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(payload.query ?? {})) {
    if (value === null) continue;
    query.set(name, typeof value === "object" ? JSON.stringify(value) : String(value));
  }
  if (token !== undefined) query.set("access_token", token);
  const text = query.toString();
  return baseUrl + endpoint.path.replace(/^\/+/, "") + (text === "" ? "" : `?${text}`);
}

/** The object that the server answers with; an error code other than 0 is thrown. */
function answerOf(
  call: string,
  { status, ok, headers }: Response,
  text: string,
  secrets: readonly string[],
): JsonObject {
  const json = objectIn(text);
  const { errcode, errmsg } = json ?? {};
  const code = Number(errcode ?? 0);
  if (code !== 0) {
    const Refusal = code === RATE_LIMIT ? RateLimitError : WorkWxError;
    throw new Refusal(call, code, withoutSecrets(String(errmsg), secrets));
  }
  if (!ok) throw new TransportError(call, "status", `HTTP status ${status}`, { status });
  if (json !== undefined) return json;
  const type = headers.get("content-type") ?? "no content type";
  throw new TransportError(call, "body", `expected a JSON object, got ${type}`, { status });
}

function objectIn(text: string): JsonObject | undefined {
  try {
    const json = JSON.parse(text) as unknown;
    const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
    return isObject ? (json as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

/** What `fetch` throws, in our words; it may well have the address in it, and so the token. */
function failureOf(
  call: string,
  cause: unknown,
  isLate: boolean,
  secrets: readonly string[],
): Error {
  if (cause instanceof TransportError || cause instanceof WorkWxError) return cause;
  if (isLate) return new TransportError(call, "timeout", "no answer in time");
  const reasons: string[] = [];
  for (let reason = cause; reason instanceof Error; reason = reason.cause) {
    reasons.push(withoutSecrets(reason.message, secrets));
  }
  return new TransportError(call, "network", reasons.join(": ") || "no connection");
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  let shown = text;
  for (const secret of secrets) {
    const inQuery = new URLSearchParams({ "": secret }).toString().slice(1);
    shown = shown.replaceAll(secret, "***").replaceAll(inQuery, "***");
  }
  return shown;
}
