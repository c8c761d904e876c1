import type { JsonObject } from "../runtime/json.js";
import type { SearchParams } from "../runtime/web.js";
import { Client, type CallOptions } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import type { Lists } from "./parameters.js";
import { headersIn, taken } from "./members.js";
import { fillPath } from "./path.js";
import { send } from "./send.js";
import type { Reading } from "./receiver.js";
import type { Body } from "./transport.js";

/** An endpoint that has fields of a request in other parts than its path and its body. */
interface DividedEndpoint extends Endpoint {
  /** The path, and the fields in the query: `/media/{id}?type={type}`. */
  readonly path: string;
  /** The fields in headers. */
  readonly headers?: readonly string[];
  /** Whether the other fields of a DELETE are in its body. */
  readonly body?: boolean;
}

/** A function that makes a body: text is JSON. */
type Finish = (rest: JsonObject, lists?: Lists) => string | SearchParams;

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
  { headers: headerNames, body: isInBody = false, ...endpoint }: DividedEndpoint,
  reading: Reading<Response>,
  options: CallOptions | undefined,
  request: JsonObject,
  finish?: Finish,
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
  const headers = headersIn(members, headerNames);
  const [filled, rest] = fillPath({ ...endpoint, path }, Object.fromEntries(members));
  const { lists } = settings.profile;
  const sent = Object.fromEntries(query);
  // POST, PUT and PATCH.
  const payload =
    isInBody || /P/.test(endpoint.method)
      ? { query: sent, body: (extra?: JsonObject) => bodyOf({ ...rest, ...extra }, lists, finish) }
      : { query: { ...sent, ...rest } };
  return send(settings, filled, { ...payload, headers }, reading, options ?? {});
}

/** The type of a form without a file. */
const FORM = "application/x-www-form-urlencoded;charset=UTF-8";

function bodyOf(
  members: JsonObject,
  lists: Lists | undefined,
  finish: Finish = (rest) => JSON.stringify(rest),
): Body {
  const made = finish(members, lists);
  return typeof made === "string"
    ? { content: made, type: "application/json" }
    : { content: String(made), type: FORM };
}
