import { DecodeError } from "../runtime/errors.js";
import type { JsonObject } from "../runtime/json.js";
import { Client, type CallOptions } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import { ResponseError } from "./errors.js";
import { send } from "./send.js";

/**
 * Calls the API: the request goes into the query of a GET, and is the body of a POST.
 *
 * @throws {WorkWxError} where the server refuses the call
 * @throws {TransportError} where there is no answer
 * @throws {ResponseError} where the answer is not what the documentation says
 */
export async function call<Response>(
  client: Client,
  endpoint: Endpoint,
  request: JsonObject,
  decode: (json: unknown) => Response,
  options: CallOptions = {},
): Promise<Response> {
  const payload =
    endpoint.method === "GET" ? { query: request } : { body: () => JSON.stringify(request) };
  const json = await send(Client.settingsOf(client), endpoint, payload, options);
  return decoded(endpoint.name, json, decode);
}

/** Decodes the answer to a call, whose name then stands in the error. */
export function decoded<Response>(
  name: string,
  json: JsonObject,
  decode: (json: unknown) => Response,
): Response {
  try {
    return decode(json);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    throw new ResponseError(name, error.issues, { cause: error });
  }
}
