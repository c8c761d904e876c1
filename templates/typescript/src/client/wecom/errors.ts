import { SdkError } from "../../runtime/errors.js";

/** The error of a call that the server refused or failed to execute. */
export class WorkWxError extends SdkError {
  declare readonly call: string;
  /** The global error code; `error-codes` explains the common ones. */
  declare readonly errcode: number;
  declare readonly errmsg: string;
  /** The explanation of the error code, if the client has one. */
  declare readonly explanation: string | undefined;
  /** The identifier that WeCom's support asks for, if the server sent it. */
  declare readonly requestId: string | undefined;

  constructor(call: string, errcode: number, errmsg: string, explanation?: string) {
    const words = explanation === undefined ? "" : `（${explanation}）`;
    super(`${call}: ${errcode} ${errmsg}`.trimEnd() + words);
    this.call = call;
    this.errcode = errcode;
    this.errmsg = errmsg;
    this.explanation = explanation;
    this.requestId = /hint: ?\[([^[\]]+)\]/.exec(errmsg)?.[1];
  }

  override get name(): string {
    return "WorkWxError";
  }
}

/** The error of a call beyond the rate limit (45009), or beyond the limit of concurrent calls (45033). */
export class RateLimitError extends WorkWxError {
  override get name(): "RateLimitError" {
    return "RateLimitError";
  }
}
