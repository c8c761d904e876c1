import { DecodeError, SdkError } from "../runtime/errors.js";
import type { Issue } from "../runtime/issue.js";
import type { Answer } from "./answer.js";
import { withoutSecrets, type Secrets } from "./secrets.js";

/** The reason why a call has no usable answer. */
export type TransportFailure =
  /** The connection failed or broke off. */
  | "network"
  /** The attempt or the call timed out. */
  | "timeout"
  /** The server answered with an HTTP error status and without an error code. */
  | "status"
  /** The answer is not what the API answers: no JSON object, no file, or too large. */
  | "body";

/** The error of a call without a usable answer. */
export class TransportError extends SdkError {
  declare readonly call: string;
  declare readonly failure: TransportFailure;
  /** The code of a failed connection, for instance `ECONNREFUSED`. */
  declare readonly code: string | undefined;

  constructor(call: string, failure: TransportFailure, message: string, cause?: Error) {
    super(`${call}: ${message}`, cause && { cause });
    this.call = call;
    this.failure = failure;
    this.code = codeOf(cause);
  }

  override get name(): "TransportError" {
    return "TransportError";
  }
}

function codeOf(error: unknown): string | undefined {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === "string") return code;
  return cause === undefined ? undefined : codeOf(cause);
}

/** The error of a call whose answer differs from the documentation. */
export class ResponseError extends DecodeError {
  /** The name of the call. */
  declare readonly call: string;

  constructor(call: string, issues: readonly Issue[]) {
    super(issues);
    this.call = call;
    this.message = `${call}: ${this.message}`;
  }

  override get name(): "ResponseError" {
    return "ResponseError";
  }
}

/** Gives an error what the server answered. */
export function withAnswer(
  error: SdkError,
  { response: { status, headers }, text }: Answer,
  secrets: Secrets,
): SdkError {
  const { requestId = headers.get("x-request-id") ?? headers.get("request-id") ?? undefined } =
    error;
  const masked = withoutSecrets(text, secrets);
  return Object.defineProperties(
    Object.assign(error, { status, requestId, retryAfter: waitIn(headers.get("retry-after")) }),
    {
      text: { value: masked, configurable: true },
      json: { get: () => jsonIn(masked), configurable: true },
    },
  );
}

/** Returns the milliseconds of a number of seconds, or those until a date. */
function waitIn(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const milliseconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(milliseconds, 0);
}

/** Returns the value of a text in JSON, and `undefined` for any other text. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
