import type { JsonObject } from "../runtime/json.js";

/** The methods of HTTP that calls use. */
export type Method = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";

/** The endpoint of a call. */
export interface Endpoint {
  /** The name of the call, for messages. */
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  /** Whether the call carries credentials; default true. */
  readonly token?: boolean;
  /** Whether the answer is a file and not JSON. */
  readonly isFile?: boolean;
  /** The decoders of answers with an error status, by the status, by its class such as `4XX`, or for all others. */
  readonly errors?: Readonly<Record<string, Decode<unknown>>>;
}

/** Decodes the response of a call from the JSON of the answer, or from its text. */
export type Decode<Value> = (json: JsonObject, text: string) => Value;
