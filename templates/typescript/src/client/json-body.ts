import type { JsonObject } from "../runtime/json.js";
import type { Body } from "./transport.js";

/** Returns the function that makes a body of JSON, or of its text. */
export function jsonBody(request: JsonObject | string): (extra?: JsonObject) => Body {
  return (extra) => {
    const text = typeof request === "string" ? request : JSON.stringify(request);
    return { content: extra ? withMembers(text, extra) : text, type: "application/json" };
  };
}

/** Adds members to the text of an object. */
function withMembers(text: string, extra: JsonObject): string {
  const members = JSON.parse(text) as JsonObject;
  const whole = JSON.stringify({ ...members, ...extra });
  // A text with digits that no number holds stays as it is; of equal members the last one counts.
  return JSON.stringify(members) === text
    ? whole
    : `${text.slice(0, -1)},${JSON.stringify(extra).slice(1)}`;
}
