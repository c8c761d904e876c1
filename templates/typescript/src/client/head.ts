import type { JsonObject } from "../runtime/json.js";
import { Client, type CallOptions } from "./client.js";
import type { Decode, Endpoint } from "./endpoint.js";
import { send } from "./send.js";
import type { Fetch } from "../runtime/web.js";

/**
 * Calls the API by HEAD with the request in the query. Its answer has no body, and counts as an empty object.
 *
 * @throws {TransportError} if no answer arrives, or one with an error status
 */
export async function head<Response>(
  client: Client,
  endpoint: Endpoint,
  request: JsonObject,
  decode: Decode<Response>,
  options: CallOptions = {},
): Promise<Response> {
  const settings = Client["settingsOf"](client);
  const bodiless = async (url: string, init: RequestInit) => {
    const response = await (settings.fetch as typeof fetch)(url, init);
    // The request for a token has an answer of its own.
    if (init.method !== "HEAD") return response;
    const { status, ok, headers } = response;
    return { status, ok, headers, text: () => Promise.resolve("{}") };
  };
  const fetchHead = bodiless as Fetch;
  return send({ ...settings, fetch: fetchHead }, endpoint, { query: request }, decode, options);
}
