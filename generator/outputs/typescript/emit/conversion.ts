import type { Call } from "../plan/plan.js";
import { ts, type Code } from "./code.js";
import { runtime } from "./library.js";
import { conversionName } from "./reference.js";

const { exact, read, write } = runtime;

/**
 * Converts `request` to what is sent: JSON, or where integers may be longer than a `number`, the text
 * of a body, or a query of their texts.
 */
export function requestConversion({ request, kind, hasLongRequest }: Call): Code {
  if (request.kind !== "any" && !hasLongRequest) {
    return ts`${conversionName(request, "encode", "request")}(request)`;
  }
  const writer =
    request.kind === "any" ? ts`${write}.any` : ts`${conversionName(request, "write", "request")}`;
  return kind === "post"
    ? ts`${exact}.stringify(${writer}, request)`
    : ts`${exact}.query(${writer}, request)`;
}

/** Makes a response of JSON, or of its text where it may have such integers. */
export function responseConversion({ response, hasLongResponse }: Call): Code {
  if (response.kind !== "any" && !hasLongResponse) {
    return ts`${conversionName(response, "decode", "response")}`;
  }
  const reader =
    response.kind === "any" ? ts`${read}.any` : ts`${conversionName(response, "read", "response")}`;
  return ts`(_json, text) => ${exact}.parse(${reader}, text)`;
}
