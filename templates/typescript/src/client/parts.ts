import type { JsonObject, JsonValue } from "../runtime/json.js";
import type { SearchParams } from "../runtime/web.js";
import { Client, type CallOptions } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import type { Lists } from "./parameters.js";
import { fillPath } from "./path.js";
import { send } from "./send.js";
import type { Reading } from "./receiver.js";

/** An endpoint that has fields of a request in other parts than its path and its body. */
interface DividedEndpoint extends Endpoint {
  /** The path, and the fields in the query: `/media/{id}?type={type}`. */
  readonly path: string;
  /** The fields in headers. */
  readonly headers?: readonly string[];
}

/**
 * Calls the API with some fields of the request in the path, in the query and in headers. The others are in the
 * query of a GET, HEAD or DELETE, and else in the body. Fields without a value are left out.
 *
 * @param finish makes the body of the fields that are left; default JSON
 * @throws {TransportError} if no answer arrives
 * @throws {ResponseError} if the answer differs from the documentation
 * @throws {EncodeError} if a field of the path is absent, empty or not text
 */
export async function callInParts<Response>(
  client: Client,
  { headers: headerNames = [], ...endpoint }: DividedEndpoint,
  reading: Reading<Response>,
  options: CallOptions | undefined,
  request: JsonObject,
  finish?: (rest: JsonObject, lists?: Lists) => string | SearchParams,
): Promise<Response> {
  const settings = Client["settingsOf"](client);
  const [path = "", parameters = ""] = endpoint.path.split("?");
  const members = new Map(Object.entries(request));
  const query = taken(
    members,
    Array.from(parameters.matchAll(/([^?&=]+)=\{([^{}]+)\}/g), ([, name = "", field = ""]) => [
      name,
      field,
    ]),
  );
  const headers = Object.fromEntries(
    taken(
      members,
      headerNames.map((name) => [name, name]),
    ).map(([name, value]) => [name, String(value)]),
  );
  const [filled, rest] = fillPath({ ...endpoint, path }, Object.fromEntries(members));
  const { lists } = settings.profile;
  // POST, PUT and PATCH.
  const payload = /P/.test(endpoint.method)
    ? {
        query: Object.fromEntries(query),
        body: () =>
          (finish?.(rest, lists) as string | URLSearchParams | undefined) ?? JSON.stringify(rest),
      }
    : { query: { ...Object.fromEntries(query), ...rest } };
  return send(settings, filled, { ...payload, headers }, reading, options ?? {});
}

/** Removes members of a request; returns those that have a value, under the names that they have in the request's part. */
function taken(
  members: Map<string, JsonValue>,
  fields: readonly (readonly [name: string, field: string])[],
): [name: string, value: JsonValue][] {
  return fields.flatMap(([name, field]): [string, JsonValue][] => {
    const value = members.get(field);
    members.delete(field);
    return value === undefined || value === null ? [] : [[name, value]];
  });
}
