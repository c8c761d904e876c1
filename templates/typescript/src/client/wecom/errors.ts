/** The error of a call that the server refused or failed to execute. */
export class WorkWxError extends Error {
  /** The name of the call. */
  declare readonly call: string;
  /** The global error code; `error-codes` explains the common ones. */
  declare readonly errcode: number;
  declare readonly errmsg: string;
  /** The identifier that WeCom's support asks for, if the server sent it. */
  declare readonly requestId: string | undefined;

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

/** The error of a call beyond the rate limit (45009). */
export class RateLimitError extends WorkWxError {
  override get name(): "RateLimitError" {
    return "RateLimitError";
  }
}
