import type { AnyType } from "../../../model/api.js";
import type { Call, Reference } from "../plan/plan.js";
import { joined, raw, ts, type Code } from "./code.js";
import { client, runtime } from "./library.js";
import { stringCode } from "./literal.js";
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

/** Makes a response of an answer: of JSON, or of its text where it may have such integers. */
export function responseConversion({ response, hasLongResponse, answers }: Call): Code {
  if (answers.length === 0) return answerConversion(response, hasLongResponse);
  const readings = answers.map(({ status, type, isLong }) => {
    const key = /^\d+$/.test(status) ? raw(status) : stringCode(status);
    return ts`${key}: ${answerConversion(type, isLong)}`;
  });
  return ts`${client.functions}.byStatus({ ${joined(readings, ", ")} })`;
}

function answerConversion(response: Call["response"], isLong: boolean): Code {
  switch (response.kind) {
    case "binary":
      return ts`${client.functions}.file`;
    case "text":
      return ts`${client.functions}.plainText`;
    case "empty":
      return ts`${client.functions}.noBody`;
    default:
      return readingOf(response, isLong);
  }
}

/** The function that makes the value of an answer. */
export function readingOf(response: Reference | AnyType, isLong: boolean): Code {
  if (response.kind !== "any" && !isLong) {
    return ts`${conversionName(response, "decode", "response")}`;
  }
  const reader =
    response.kind === "any" ? ts`${read}.any` : ts`${conversionName(response, "read", "response")}`;
  return ts`(_json, text) => ${exact}.parse(${reader}, text)`;
}
