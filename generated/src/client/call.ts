import type { JsonObject } from "../runtime/json.js";
import { Client, type CallOptions } from "./client.js";
import type { Decode, Endpoint } from "./endpoint.js";
import { send } from "./send.js";

/**
 * Calls the API: the request goes into the query of a GET, and is the body of a POST.
 *
 * @param request JSON, or for a POST also the text of it
 * @throws {WorkWxError} where the server refuses the call
 * @throws {TransportError} where there is no answer
 * @throws {ResponseError} where the answer is not what the documentation says
 */
export async function call<Response>(
  client: Client,
  endpoint: Endpoint,
  request: JsonObject | string,
  decode: Decode<Response>,
  options: CallOptions = {},
): Promise<Response> {
  const body = () => (typeof request === "string" ? request : JSON.stringify(request));
  const payload = endpoint.method === "GET" ? { query: request as JsonObject } : { body };
  return send(Client["settingsOf"](client), endpoint, payload, decode, options);
}
