import { EncodeError } from "../runtime/errors.js";
import { describe, type Issue } from "../runtime/issue.js";
import type { JsonObject, JsonValue } from "../runtime/json.js";
import type { Endpoint } from "./endpoint.js";

/**
 * Puts fields of a request into the parameters of a path, `/users/{user_id}`; they are not sent again.
 *
 * @param request the request as JSON
 * @param finish makes what is sent of the rest of the request; default the rest itself
 * @returns the endpoint, and what to send to it
 * @throws {EncodeError} if a field is absent, empty or not text, or if its segment is `.` or `..`, which
 *   would lead to another path
 */
export function fillPath<Rest = JsonObject, Own extends Endpoint = Endpoint>(
  endpoint: Own,
  request: JsonObject,
  finish?: (rest: JsonObject) => Rest,
): [endpoint: Own, rest: Rest] {
  const members = new Map(Object.entries(request));
  const issues: Issue[] = [];
  const fill = (segment: string) => {
    const values: [name: string, value: JsonValue | undefined][] = [];
    let isText = true;
    const filled = segment.replace(/\{([^{}]+)\}/g, (_, name: string) => {
      const value = members.get(name);
      values.push([name, value]);
      members.delete(name);
      const text = typeof value === "object" ? "" : String(value ?? "");
      // A lone surrogate has no encoding.
      if (text !== "" && !/\p{Surrogate}/u.test(text)) return encodeURIComponent(text);
      isText = false;
      return "";
    });
    if (isText && !/^\.\.?$/.test(filled)) return filled;
    for (const [name, value] of values) {
      issues.push({
        path: [name],
        message: `expected a segment of a path, got ${describe(value)}`,
      });
    }
    return "";
  };
  const path = endpoint.path.split("/").map(fill).join("/");
  if (issues.length > 0) throw new EncodeError(issues);
  const rest = Object.fromEntries(members);
  return [{ ...endpoint, path }, finish === undefined ? (rest as Rest) : finish(rest)];
}
