import type { AnyType } from "../../../model/api.js";
import type { Reference } from "./type.js";

/** An answer with an error status. */
export interface ErrorResponse {
  /** A status such as `404`, a class of them such as `4XX`, or `default` for all others. */
  readonly status: string;
  readonly type: Reference | AnyType;
  /** Whether there are integers inside which no `number` holds. */
  readonly isLong: boolean;
}

/** One of several answers of a call that succeeds. */
export interface StatusAnswer {
  /** A status such as `201`, or `2XX` for all others. */
  readonly status: string;
  readonly type: Reference | AnyType | { readonly kind: "text" } | { readonly kind: "empty" };
  /** Whether there are integers inside which no `number` holds. */
  readonly isLong: boolean;
}

/** The identifiers that one call of the spec takes in TypeScript. */
export interface CallNames {
  /** The function, and the method of the client. */
  readonly call: string;
  /** The same for all pages. */
  readonly pages: string;
  /** The same for the items of all pages. */
  readonly items: string;
  /** The type of its documented errors. */
  readonly error: string;
  /** The function that tells these errors from others. */
  readonly isError: string;
  /** The type of its answers, if it has several. */
  readonly answer: string;
}
