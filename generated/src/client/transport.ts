import { SdkError } from "../runtime/errors.js";
import type { JsonObject } from "../runtime/json.js";
import type { FetchResponse } from "../runtime/web.js";
import { responseIn } from "./answer.js";
import { contentOf } from "./body.js";
import type { CallOptions, RequestEvent, Settings } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import { TransportError, withAnswer, type ResponseError } from "./errors.js";
import { parametersOf } from "./parameters.js";
import type { Authorization } from "./profile.js";
import type { OpenAnswer, Reading } from "./receiver.js";
import { withoutSecrets, type Secrets } from "./secrets.js";
import { limited } from "./signal.js";

/** The query and the body of a request. */
export interface Payload {
  readonly query?: JsonObject;
  /**
   * Creates the body for each attempt.
   *
   * @param extra more members of it
   */
  readonly body?: (extra: JsonObject | undefined) => Body;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The body of a request. */
export interface Body {
  readonly content: string | Blob;
  readonly type: string;
}

/** One attempt of a call. */
export interface Attempt<Value> {
  readonly endpoint: Endpoint;
  readonly payload: Payload;
  readonly reading: Reading<Value>;
  readonly authorization: Authorization | undefined;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  /** Ends the attempt: the signal of the caller, or one that aborts when the call has taken too long, too. */
  readonly signal: AbortSignal | undefined;
}

/** A response that is made of the head of an answer, or the whole answer. */
type Received<Value> =
  | { readonly file: Value }
  | {
      readonly response: FetchResponse;
      readonly content: Blob | undefined;
      readonly open: OpenAnswer;
    };

/** Sends one request and returns its decoded answer; throws for an error. */
export async function exchange<Value>(
  settings: Settings,
  attempt: Attempt<Value>,
  options: CallOptions,
): Promise<Value> {
  const { endpoint, authorization, reading, signal } = attempt;
  const { name: call, method } = endpoint;
  const { profile, timeout, maxAnswerSize: most } = settings;
  const query = { ...attempt.payload.query, ...options.extra?.query };
  const url = urlOf(settings, attempt, query);
  const secrets = [...profile.secretsIn(query), ...(authorization?.secrets ?? [])];
  const shownUrl = withoutSecrets(url, secrets);
  const event: RequestEvent = { call, method, url: shownUrl, attempt: attempt.attempt };
  await settings.onRequest?.(event);
  const start = Date.now();
  let status: number | undefined;
  let outcome: { readonly error?: unknown; readonly invalid?: ResponseError } = {};
  const request = requestOf(settings, attempt, options);
  const late = new TransportError(call, "timeout", `no answer within ${timeout} ms`);
  const run = async (connection: AbortController): Promise<Received<Value>> => {
    const init = { ...request, redirect: "manual", signal: connection.signal } as const;
    const response = await settings.fetch(url, init);
    ({ status } = response);
    const close = () => connection.abort();
    const { signal: user } = options;
    const { body } = response;
    const open: OpenAnswer = { response, body, call, secrets, timeout, user, close };
    if ("isFile" in reading && reading.isFile(response)) return { file: reading.take(open) };
    // That of a HEAD has no body, and counts as an empty object.
    const content = method === "HEAD" ? new Blob(["{}"]) : await contentOf(response, most);
    return { response, content, open };
  };
  try {
    const answer = await limited(run, timeout, late, signal).catch((cause: unknown) => {
      signal?.throwIfAborted();
      throw cause === late ? late : failureOf(call, cause, secrets);
    });
    if ("file" in answer) return answer.file;
    const { response, content } = answer;
    if (content === undefined) {
      // Otherwise the rest of the answer would arrive.
      answer.open.close();
      throw new TransportError(call, "body", `expected an answer of at most ${most} bytes`);
    }
    const text = await content.text();
    const open = { ...answer.open, body: content.stream() };
    const report =
      settings.onInvalidResponse === "report"
        ? (invalid: ResponseError) => {
            outcome = {
              invalid: withAnswer(invalid, { response, text }, secrets) as ResponseError,
            };
          }
        : undefined;
    try {
      const context = { profile, secrets, open, report };
      return responseIn({ response, text }, endpoint, reading, context);
    } catch (error) {
      throw error instanceof SdkError ? withAnswer(error, { response, text }, secrets) : error;
    }
  } catch (error) {
    outcome = { error };
    throw error;
  } finally {
    // An exception of a hook must not cause a retry.
    await settings.onResponse?.({ ...event, status, milliseconds: Date.now() - start, ...outcome });
  }
}

function requestOf<Value>(
  settings: Settings,
  { endpoint: { method }, payload, authorization }: Attempt<Value>,
  { extra }: CallOptions,
) {
  const body = payload.body?.(extra?.body);
  const headers: Record<string, string> = {
    ...settings.headers,
    ...payload.headers,
    ...extra?.headers,
    ...authorization?.headers,
  };
  if (body === undefined) return { method, headers };
  headers["content-type"] = body.type;
  return { method, headers, body: body.content };
}

function urlOf<Value>(
  { baseUrl, profile }: Settings,
  { endpoint, authorization }: Attempt<Value>,
  query: JsonObject,
): string {
  const parameters = parametersOf(query, profile.lists) as URLSearchParams;
  for (const [name, value] of Object.entries(authorization?.query ?? {}))
    parameters.set(name, value);
  const text = parameters.toString();
  return baseUrl + endpoint.path + (text === "" ? "" : `?${text}`);
}

/** Converts an exception of `fetch`; its messages may contain the URL and so the token. */
export function failureOf(call: string, cause: unknown, secrets: Secrets): TransportError {
  const masked = maskedCause(cause, secrets, 3);
  const reasons = [masked, masked?.cause as Error | undefined].flatMap((reason) =>
    // If all addresses of a host failed, the error has a code but no message.
    reason === undefined ? [] : reason.message || String((reason as { code?: unknown }).code),
  );
  return new TransportError(call, "network", reasons.join(": ") || "no connection", masked);
}

/** Copies an error with its causes, as far as a depth, without secrets. */
function maskedCause(error: unknown, secrets: Secrets, depth: number): Error | undefined {
  if (!(error instanceof Error) || depth === 0) return undefined;
  const { name, message, cause, code } = error as Error & { readonly code?: unknown };
  const inner = maskedCause(cause, secrets, depth - 1);
  const copy = new Error(withoutSecrets(message, secrets), inner && { cause: inner });
  return Object.assign(copy, { name }, code === undefined ? {} : { code });
}
