import { withDigits } from "../runtime/digits.js";
import { DecodeError } from "../runtime/errors.js";
import type { JsonObject } from "../runtime/json.js";
import type { Endpoint } from "./endpoint.js";
import { ResponseError, TransportError } from "./errors.js";
import type { Profile } from "./profile.js";
import type { Reading } from "./receiver.js";
import { withoutSecrets, type Secrets } from "./secrets.js";

/** The HTTP response and its text. */
export interface Answer {
  readonly response: {
    readonly status: number;
    readonly ok: boolean;
    readonly headers: { readonly get: (name: string) => string | null };
  };
  readonly text: string;
}

/** Decodes the server's answer to a call; throws the API's error if the answer contains one. */
export function responseIn<Value>(
  answer: Answer,
  endpoint: Endpoint,
  reading: Reading<Value>,
  { profile, secrets }: { readonly profile: Profile; readonly secrets: Secrets },
): Value {
  const { response, text } = answer;
  const { name: call } = endpoint;
  const json = profile.judge(answer, jsonOf(text), endpoint, secrets);
  const { status, ok, headers } = response;
  if (!ok) throw new TransportError(call, "status", `HTTP status ${status}`, status);
  const type = headers.get("content-type") ?? "no content-type";
  if (typeof reading === "object")
    throw new TransportError(call, "body", `expected a file, got ${type}`, status);
  if (json instanceof Object) {
    try {
      return reading(json as JsonObject, text);
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
  throw new TransportError(call, "body", `expected JSON of the API, got ${type}`, status);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
