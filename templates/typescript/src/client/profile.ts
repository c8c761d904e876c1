import type { JsonObject } from "../runtime/json.js";
import type { Answer } from "./answer.js";
import type { Settings } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import type { Lists } from "./parameters.js";
import type { Secrets } from "./secrets.js";

/** The credentials of a request. Messages and events never show them. */
export interface Authorization {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly secrets: Secrets;
}

/** The conventions of an API: how a request is authorized, and what its answers mean. */
export interface Profile {
  /**
   * Returns the credentials of a request.
   *
   * @param refused the credentials to replace because the server refuses them
   */
  readonly authorize: (settings: Settings, refused?: Authorization) => Promise<Authorization>;
  /** Returns the secrets of the client, and those in the query of a call. */
  readonly secretsIn: (query: JsonObject) => Secrets;
  /**
   * Returns the JSON of an answer that an endpoint decodes, or `undefined` if the answer is unusable; throws the error of
   * the API that the answer contains.
   *
   * @param json the answer as JSON, if it is JSON
   */
  readonly judge: (answer: Answer, json: unknown, endpoint: Endpoint, secrets: Secrets) => unknown;
  /** The form of lists in queries and in forms; default `repeat`. */
  readonly lists?: Lists | undefined;
  /** Tells whether the server refused the credentials, so that others may help. */
  readonly isRefused: (error: unknown) => boolean;
  /** Tells whether the server was too busy to execute the call, other than by the statuses 429 and 503. */
  readonly isBusy: (error: unknown) => boolean;
}
