import { SdkError } from "../../runtime/errors.js";
import type { JsonObject } from "../../runtime/json.js";
import type { Decode } from "../endpoint.js";

/** An answer with an error status. */
interface Refusal {
  readonly text: string;
  /** The decoder of the body, if the documentation describes it. */
  readonly decode: Decode<unknown> | undefined;
}

/** The error of a call that the server refused or failed to execute: it answered with an HTTP error status. */
export class ApiError<Status extends number = number, Body = unknown> extends SdkError {
  /** The name of the call. */
  declare readonly call: string;
  /** The HTTP status. */
  declare readonly status: Status;
  /** The body of the answer: a value of its documented type, a value of JSON, or the text if it is not JSON. */
  declare readonly body: Body;
  /** Whether the body is as documented for the call and the status. */
  declare readonly isDocumented: boolean;

  constructor(call: string, status: Status, { text, decode }: Refusal) {
    const excerpt = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    super(`${call}: HTTP status ${status} ${excerpt}`.trimEnd());
    this.call = call;
    this.status = status;
    this.body = valueOf(text) as Body;
    this.isDocumented = false;
    try {
      if (decode !== undefined) {
        this.body = decode(this.body as JsonObject, text) as Body;
        this.isDocumented = true;
      }
    } catch {
      // A body of another form stays JSON.
    }
  }

  override get name(): "ApiError" {
    return "ApiError";
  }
}

/** Tells whether an error is an answer to a call whose body is as documented. */
export function isErrorOf(call: string, error: unknown): boolean {
  return error instanceof ApiError && error.call === call && error.isDocumented;
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
