import type { JsonObject } from "../runtime/json.js";
import type { Decode } from "./answer.js";
import { Client, type CallOptions } from "./client.js";
import type { Endpoint } from "./endpoint.js";
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
  decode: Decode<Response>,
  options: CallOptions = {},
): Promise<Response> {
  const payload =
    endpoint.method === "GET" ? { query: request } : { body: () => JSON.stringify(request) };
  return send(Client.settingsOf(client), endpoint, payload, decode, options);
}
