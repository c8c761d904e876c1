import { DecodeError } from "../runtime/errors.js";
import type { Issue } from "../runtime/issue.js";

/** The reason why a call has no usable answer. */
export type TransportFailure =
  /** The connection failed or broke off. */
  | "network"
  /** The attempt timed out. */
  | "timeout"
  /** The server answered with an HTTP error status and without an error code. */
  | "status"
  /** The answer is not a JSON object. */
  | "body";

/** The error of a call without a usable answer. */
export class TransportError extends Error {
  /** The name of the call. */
  declare readonly call: string;
  declare readonly failure: TransportFailure;
  /** The HTTP status, if the server answered. */
  declare readonly status: number | undefined;

  constructor(call: string, failure: TransportFailure, message: string, status?: number) {
    super(`${call}: ${message}`);
    this.call = call;
    this.failure = failure;
    this.status = status;
  }

  override get name(): "TransportError" {
    return "TransportError";
  }
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
