import type { JsonObject } from "../runtime/json.js";

/** An answer that refuses a request, in the form of the API. */
export class Refusal {
  /** The HTTP status. */
  readonly status: number;
  readonly json: JsonObject;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, json: JsonObject, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.json = json;
    this.headers = headers;
  }
}

/** The reasons why the specification forbids a request. */
export type ViolationKind =
  /** No call has the path. */
  | "path"
  /** A call has the path, but with another method. */
  | "method"
  /** The request has no credentials. */
  | "credentials"
  /** The body has another form than the call. */
  | "body"
  /** A member is missing, or has another type. */
  | "member";

/** A request that the specification forbids. */
export interface Violation {
  readonly kind: ViolationKind;
  /** The name of the call, if the path is known. */
  readonly call: string | undefined;
  readonly method: string;
  readonly path: string;
  /** The reason in words, for instance `userid: expected a value, got nothing`. */
  readonly message: string;
}
