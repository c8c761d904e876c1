import type { Call } from "../ir/api.js";

/** What a call takes of the module of a type, and the expression that it makes of that. */
export interface Conversion {
  readonly module: string;
  readonly name: string;
  readonly expression: string;
}

/**
 * How `request` becomes what is sent: JSON, and where integers may be longer than a `number`, the text
 * of a body, or a query with their texts. Of a request of any type there is nothing to be made.
 */
export function requestConversion({ request, kind, hasLongRequest }: Call): Conversion | undefined {
  if (request.kind === "any") return undefined;
  const { module, names } = request;
  if (!hasLongRequest) {
    return { module, name: names.encode, expression: `${names.encode}(request)` };
  }
  return kind === "post"
    ? { module, name: names.codec, expression: `${names.codec}.stringify(request)` }
    : { module, name: names.write, expression: `int64.query(${names.write}, request)` };
}

/** The function that makes a response of JSON, or of the text of it where it may have such integers. */
export function responseConversion({ response, hasLongResponse }: Call): Conversion | undefined {
  if (response.kind === "any") return undefined;
  const { module, names } = response;
  return hasLongResponse
    ? { module, name: names.codec, expression: `(_json, text) => ${names.codec}.parse(text)` }
    : { module, name: names.decode, expression: names.decode };
}
