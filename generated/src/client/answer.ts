import { withDigits } from "../runtime/digits.js";
import { DecodeError } from "../runtime/errors.js";
import { describe, quote } from "../runtime/issue.js";
import type { JsonObject } from "../runtime/json.js";
import { leniently } from "../runtime/run.js";
import type { Endpoint } from "./endpoint.js";
import { jsonIn, ResponseError, TransportError } from "./errors.js";
import type { Profile } from "./profile.js";
import type { OpenAnswer, Reading } from "./receiver.js";
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

/** The parts of an attempt that an answer is read with. */
export interface AnswerContext {
  readonly profile: Profile;
  readonly secrets: Secrets;
  /** The answer with its content from the beginning, for a file. */
  readonly open: OpenAnswer;
  /** Takes an answer that differs from the documentation; absent if that is an error. */
  readonly report: ((error: ResponseError) => void) | undefined;
}

/** Decodes the server's answer to a call; throws the API's error if the answer contains one. */
export function responseIn<Value>(
  { response, text: sent }: Answer,
  endpoint: Endpoint,
  reading: Reading<Value>,
  context: AnswerContext,
): Value {
  const { profile, secrets, open, report } = context;
  const { name: call } = endpoint;
  const isFile = "isFile" in reading;
  const parsed = jsonIn(sent);
  const text = parsed === undefined ? withoutControls(sent) : sent;
  const whole = parsed === undefined ? jsonIn(text) : parsed;
  const json = profile.judge({ response, text }, whole, { ...endpoint, isFile }, secrets);
  const { status, ok, headers } = response;
  if (!ok) {
    const redirect = status < 400 ? ", a redirect, which calls do not follow" : "";
    throw new TransportError(call, "status", `HTTP status ${status}${redirect}`);
  }
  if ("interpret" in reading) {
    const answer = { response, text: sent };
    return reading.interpret(answer, endpoint, (other) =>
      responseIn(answer, endpoint, other, context),
    );
  }
  const type = headers.get("content-type") ?? "no content-type";
  if (isFile) {
    const isUsable = whole === undefined ? text !== "" && !/html/i.test(type) : json !== undefined;
    if (isUsable) return reading.take(open);
  } else if (json instanceof Object) {
    try {
      return reading(json as JsonObject, text);
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      const { issues } = error;
      // A list in the place of an object is no answer of the API.
      if (!Array.isArray(json) || issues[0]?.path.length) {
        const failure = new ResponseError(
          call,
          issues.map((issue) => {
            const { path, message } = withDigits(issue, text);
            return { path, message: withoutSecrets(message, secrets) };
          }),
        );
        if (report === undefined) throw failure;
        report(failure);
        return leniently(() => reading(json as JsonObject, text));
      }
    }
  }
  const got = whole === undefined ? excerptOf(text) : describe(whole);
  const message = `expected ${isFile ? "a file" : "JSON of the API"}, got ${type}: ${got}`;
  throw new TransportError(call, "body", withoutSecrets(message, secrets));
}

/** Escapes control characters inside strings, which JSON forbids and some servers send. */
function withoutControls(text: string): string {
  return text.replace(/"[^"\\]*(?:\\[^][^"\\]*)*/g, (string) =>
    // eslint-disable-next-line no-control-regex
    string.replace(/[\0-\x1f]/g, (control) => {
      return `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`;
    }),
  );
}

/** The words and marks of JSON. */
const TOKEN = /[\s{}[\],:]+|"[^"\\\p{Cc}]*(?:\\.[^"\\\p{Cc}]*)*"|-?\d[\d.eE+-]*|true|false|null/uy;

/** Describes a text that is no JSON: where it stops to be, and what is there. */
function excerptOf(text: string): string {
  if (text === "") return "nothing";
  TOKEN.lastIndex = 0;
  let position = 0;
  while (TOKEN.test(text)) position = TOKEN.lastIndex;
  return `no JSON from position ${position} on, ${quote(text.slice(Math.max(position - 20, 0)).slice(0, 80))}`;
}
