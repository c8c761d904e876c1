import type { JsonObject } from "../runtime/json.js";

/** Where a call goes. */
export interface Endpoint {
  /** The name of the call, for messages. */
  readonly name: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Whether the call carries the access token; default true. */
  readonly token?: boolean;
}

/** Makes the response of a call of the JSON that the server answers with, or of the text of that. */
export type Decode<Value> = (json: JsonObject, text: string) => Value;
