import type { JsonObject, JsonValue } from "../runtime/json.js";
import { Client, type CallOptions } from "./client.js";
import type { Decode, Endpoint } from "./endpoint.js";
import { fillPath } from "./path.js";
import { send } from "./send.js";

/**
 * Calls the API with some fields of the request in the query, and the others in the body. The path of the endpoint
 * names them: `/media/{id}?type={type}`. Fields without a value are left out of the query.
 *
 * @param finish makes the text of the body of the fields that are left; default JSON
 * @throws {TransportError} if no answer arrives
 * @throws {ResponseError} if the answer differs from the documentation
 * @throws {EncodeError} if a field of the path is absent, empty or not text
 */
export async function callWithQuery<Response>(
  client: Client,
  endpoint: Endpoint,
  decode: Decode<Response>,
  options: CallOptions | undefined,
  request: JsonObject,
  finish: (rest: JsonObject) => string = JSON.stringify,
): Promise<Response> {
  const [path = "", parameters = ""] = endpoint.path.split("?");
  const members = new Map(Object.entries(request));
  const query: [name: string, value: JsonValue][] = [];
  for (const [, name = ""] of parameters.matchAll(/\{([^{}]+)\}/g)) {
    const value = members.get(name);
    if (value !== undefined) query.push([name, value]);
    members.delete(name);
  }
  const [filled, text] = fillPath({ ...endpoint, path }, Object.fromEntries(members), finish);
  const payload = { query: Object.fromEntries(query), body: () => text };
  return send(Client["settingsOf"](client), filled, payload, decode, options ?? {});
}
