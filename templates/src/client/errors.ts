import { DecodeError } from "../runtime/errors.js";
import type { Issue } from "../runtime/issue.js";

/** The server has refused a call, or could not do it. */
export class WorkWxError extends Error {
  /** The name of the call. */
  readonly call: string;
  /** The global error code; `error-codes` explains the common ones. */
  readonly errcode: number;
  readonly errmsg: string;
  /** What the support of WeCom asks for, where the server has told it. */
  readonly requestId: string | undefined;

  constructor(call: string, errcode: number, errmsg: string) {
    super(`${call}: ${errcode} ${errmsg}`.trimEnd());
    this.call = call;
    this.errcode = errcode;
    this.errmsg = errmsg;
    this.requestId = /hint: ?\[([^[\]]+)\]/.exec(errmsg)?.[1];
  }

  override get name(): string {
    return "WorkWxError";
  }
}

/** Too many calls (45009): the server takes no more for some time. */
export class RateLimitError extends WorkWxError {
  override get name(): "RateLimitError" {
    return "RateLimitError";
  }
}

/** Why there is no answer of the server. */
export type TransportFailure =
  /** There was no connection, or it broke off. */
  | "network"
  /** The attempt took longer than it may. */
  | "timeout"
  /** The server has answered with an HTTP status that tells of an error, and with no error code. */
  | "status"
  /** The answer is no JSON object. */
  | "body";

/** There is no answer of the server to a call. */
export class TransportError extends Error {
  /** The name of the call. */
  readonly call: string;
  readonly failure: TransportFailure;
  /** The HTTP status, where there is one. */
  readonly status: number | undefined;

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

/** The server has answered otherwise than the documentation says. */
export class ResponseError extends DecodeError {
  /** The name of the call. */
  readonly call: string;

  constructor(call: string, issues: readonly Issue[]) {
    super(issues);
    this.call = call;
    this.message = `${call}: ${this.message}`;
  }

  override get name(): "ResponseError" {
    return "ResponseError";
  }
}
