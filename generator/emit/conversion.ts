import type { Call } from "../ir/api.js";

/** How a call converts what it sends or gets: an expression, and the name that it imports. */
export interface Conversion {
  readonly imported?: { readonly module: string; readonly name: string };
  readonly expression: string;
}

/**
 * Converts `request` to what is sent: JSON, or where integers may be longer than a `number`, the text
 * of a body, or a query of their texts.
 */
export function requestConversion({ request, kind, hasLongRequest }: Call): Conversion {
  if (request.kind !== "any" && !hasLongRequest) {
    const { encode } = request.names;
    return { ...imported(request, encode), expression: `${encode}(request)` };
  }
  const encode = `exact.${kind === "post" ? "stringify" : "query"}`;
  const write = request.kind === "any" ? "write.any" : request.names.write;
  return { ...imported(request, write), expression: `${encode}(${write}, request)` };
}

/** Makes a response of JSON, or of its text where it may have such integers. */
export function responseConversion({ response, hasLongResponse }: Call): Conversion {
  if (response.kind !== "any" && !hasLongResponse) {
    const { decode } = response.names;
    return { ...imported(response, decode), expression: decode };
  }
  const read = response.kind === "any" ? "read.any" : response.names.read;
  return { ...imported(response, read), expression: `(_json, text) => exact.parse(${read}, text)` };
}

/** The runtime is imported as a whole. */
function imported(type: Call["request"], name: string): Pick<Conversion, "imported"> {
  return type.kind === "any" ? {} : { imported: { module: type.module, name } };
}
