import type { JsonObject } from "../runtime/json.js";

/** The endpoint of a call. */
export interface Endpoint {
  /** The name of the call, for messages. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  /** Whether the call carries the access token; default true. */
  readonly token?: boolean;
}

/** Decodes the response of a call from the JSON of the answer, or from its text. */
export type Decode<Value> = (json: JsonObject, text: string) => Value;
