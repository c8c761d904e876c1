import type { JsonObject } from "../runtime/json.js";
import { Client, type CallOptions } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import { jsonBody } from "./json-body.js";
import type { Reading } from "./receiver.js";
import { send } from "./send.js";

/**
 * Calls the API: the request goes into the query of a GET or DELETE, and is the body of a POST, PUT or PATCH.
 *
 * @param request a JSON object; for a body, its text is accepted too
 * @throws {TransportError} if no answer arrives
 * @throws {ResponseError} if the answer differs from the documentation
 */
export async function call<Response>(
  client: Client,
  endpoint: Endpoint,
  request: JsonObject | string,
  reading: Reading<Response>,
  options: CallOptions = {},
): Promise<Response> {
  // POST, PUT and PATCH.
  const payload = /P/.test(endpoint.method)
    ? { body: jsonBody(request) }
    : { query: request as JsonObject };
  return send(Client["settingsOf"](client), endpoint, payload, reading, options);
}
