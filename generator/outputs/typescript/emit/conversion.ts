import type { Call } from "../plan/plan.js";
import { ts, type Code } from "./code.js";
import { client, runtime } from "./library.js";
import { conversionName } from "./reference.js";

const { exact, read, write } = runtime;

/**
 * Converts `request` to what is sent: JSON, or where integers may be longer than a `number`, the text
 * of a body, or a query of their texts.
 */
export function requestConversion(call: Call): Code {
  if (!isLong(call)) return encoding(call);
  return isJsonBody(call)
    ? ts`${exact}.stringify(${writer(call)}, request)`
    : ts`${exact}.query(${writer(call)}, request)`;
}

/**
 * Converts `request` to the JSON that a path takes its parameters from; for a body of longer integers
 * the function follows that makes the text of the rest.
 */
export function pathConversion(call: Call): Code {
  if (!isLong(call) || !isJsonBody(call)) return requestConversion(call);
  return ts`${exact}.members(${writer(call)}, request), ${exact}.stringifyExactly`;
}

function isJsonBody({ transfer }: Call): boolean {
  return transfer.carrier === "body" && transfer.isForm !== true;
}

function isLong({ request, hasLongRequest }: Call): boolean {
  return request.kind === "any" || hasLongRequest;
}

function encoding({ request }: Call): Code {
  return ts`${conversionName(request as Exclude<Call["request"], { kind: "any" }>, "encode", "request")}(request)`;
}

function writer({ request }: Call): Code {
  return request.kind === "any"
    ? ts`${write}.any`
    : ts`${conversionName(request, "write", "request")}`;
}

/** Makes a response of JSON, or of its text where it may have such integers; or a file of the answer. */
export function responseConversion({ response, hasLongResponse }: Call): Code {
  if (response.kind === "binary") return ts`${client.functions}.file`;
  return readingOf(response, hasLongResponse);
}

/** The function that makes the value of an answer. */
export function readingOf(response: Call["request"], isLong: boolean): Code {
  if (response.kind !== "any" && !isLong) {
    return ts`${conversionName(response, "decode", "response")}`;
  }
  const reader =
    response.kind === "any" ? ts`${read}.any` : ts`${conversionName(response, "read", "response")}`;
  return ts`(_json, text) => ${exact}.parse(${reader}, text)`;
}
