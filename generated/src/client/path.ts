import { EncodeError } from "../runtime/errors.js";
import type { JsonObject } from "../runtime/json.js";
import type { Endpoint } from "./endpoint.js";

/**
 * Puts fields of a request into the parameters of a path, `/users/{user_id}`; they are not sent again.
 *
 * @param request the request as JSON
 * @param body the text to send in place of what is left of the request
 * @returns the endpoint, and what to send to it
 * @throws {EncodeError} if a field is empty, `.` or `..`, which would lead to another path
 */
export function fillPath<Body extends JsonObject | string = JsonObject>(
  endpoint: Endpoint,
  request: JsonObject,
  body?: Body,
): [Endpoint, JsonObject | Body] {
  const rest = { ...request };
  const path = endpoint.path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const text = Object.hasOwn(request, name) ? String(request[name] ?? "") : "";
    if (/^\.{0,2}$/.test(text)) {
      const message = `expected a segment of a path, got ${JSON.stringify(text)}`;
      throw new EncodeError([{ path: [name], message }]);
    }
    delete rest[name];
    return encodeURIComponent(text);
  });
  return [{ ...endpoint, path }, body ?? rest];
}
