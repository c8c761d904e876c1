import type { JsonObject } from "../runtime/json.js";
import { Client, type CallOptions } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import { jsonBody } from "./json-body.js";
import type { Reading } from "./receiver.js";
import { send } from "./send.js";

/**
 * Calls the API with a request that is the body of a POST, PUT or PATCH.
 *
 * @param request a JSON object, or its text
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
  const payload = { body: jsonBody(request) };
  return send(Client["settingsOf"](client), endpoint, payload, reading, options);
}

/** Calls the API with a request that goes into the query of a GET, HEAD or DELETE; bundles of such calls have no body. */
export async function callInQuery<Response>(
  client: Client,
  endpoint: Endpoint,
  query: JsonObject,
  reading: Reading<Response>,
  options: CallOptions = {},
): Promise<Response> {
  return send(Client["settingsOf"](client), endpoint, { query }, reading, options);
}
