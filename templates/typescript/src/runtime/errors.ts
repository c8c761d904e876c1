import { textOf, type Issue } from "./issue.js";

/** The base class of all errors that a package throws by itself. */
export abstract class SdkError extends Error {
  /** The name of the call, if a call has failed. */
  declare readonly call?: string | undefined;
  /** The HTTP status, if the server answered. */
  declare readonly status?: number | undefined;
  /** The identifier of the request, if the server sent it. */
  declare readonly requestId?: string | undefined;
  /** The number of milliseconds after which the server permits another attempt, if it says so (`retry-after`). */
  declare readonly retryAfter?: number | undefined;
  /** The answer of the server as text, with secrets masked. Logs do not show it: it is not enumerable. */
  declare readonly text?: string | undefined;
  /** The answer as JSON, if it is JSON. */
  declare readonly json?: unknown;
}

/** JSON that does not fit its type. */
export class DecodeError extends SdkError {
  /** Everything that is wrong, in the order of declaration. */
  declare readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], options?: { readonly cause?: unknown }) {
    super(issues.map(textOf).join("\n"), options);
    this.issues = issues;
  }

  override get name(): string {
    return "DecodeError";
  }
}

/** A value that does not fit its type; paths lead through the JSON that it would have become. */
export class EncodeError extends SdkError {
  /** Everything that is wrong, in the order of declaration. */
  declare readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], options?: { readonly cause?: unknown }) {
    super(issues.map(textOf).join("\n"), options);
    this.issues = issues;
  }

  override get name(): "EncodeError" {
    return "EncodeError";
  }
}
