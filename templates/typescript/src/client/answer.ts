import { withDigits } from "../runtime/digits.js";
import { DecodeError } from "../runtime/errors.js";
import type { JsonObject } from "../runtime/json.js";
import type { Decode } from "./endpoint.js";
import { RateLimitError, ResponseError, TransportError, WorkWxError } from "./errors.js";
import { withoutSecrets, type Secrets } from "./secrets.js";

/** The HTTP response and its text. */
export interface Answer {
  readonly response: Response;
  readonly text: string;
}

const RATE_LIMIT = 45009;

/** Decodes the server's answer to a call; throws for an error code other than 0. */
export function responseIn<Value>(
  { response: { status, ok, headers }, text }: Answer,
  call: string,
  decode: Decode<Value>,
  secrets: Secrets,
): Value {
  // A value that is no object has no members.
  let json: JsonObject | undefined;
  try {
    json = JSON.parse(text) as JsonObject;
  } catch {
    // Reported below.
  }
  const code = Number(json?.["errcode"] ?? 0);
  if (code !== 0 && Number.isInteger(code)) {
    const Refusal = code === RATE_LIMIT ? RateLimitError : WorkWxError;
    throw new Refusal(call, code, withoutSecrets(String(json?.["errmsg"] ?? ""), secrets));
  }
  if (!ok) throw new TransportError(call, "status", `HTTP status ${status}`, status);
  if (code === 0 && json instanceof Object) {
    try {
      return decode(json, text);
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      const { issues } = error;
      // A list in the place of an object is no answer of the API.
      if (!Array.isArray(json) || issues[0]?.path.length) {
        throw new ResponseError(
          call,
          issues.map((issue) => {
            const { path, message } = withDigits(issue, text);
            return { path, message: withoutSecrets(message, secrets) };
          }),
        );
      }
    }
  }
  const type = headers.get("content-type") ?? "no content-type";
  throw new TransportError(call, "body", `expected JSON of the API, got ${type}`, status);
}
