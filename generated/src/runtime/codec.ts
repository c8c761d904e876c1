import { decode, safeDecode, type Reader, type SafeDecodeResult } from "./decode.js";
import { withDigits } from "./digits.js";
import { encode } from "./encode.js";
import { DecodeError } from "./errors.js";
import type { Init } from "./init.js";
import { describe } from "./issue.js";
import type { JsonObject, JsonValue } from "./json.js";
import { failure, unreadable } from "./run.js";
import type { StandardSchemaV1 } from "./standard-schema.js";

/**
 * How a type travels: `T` in TypeScript, `J` in JSON. Its functions need no receiver:
 * `list.map(XCodec.decode)` works.
 */
export interface Codec<T, J extends JsonValue = JsonObject> extends StandardSchemaV1<unknown, T> {
  /** Checks JSON and makes a `T` of it; throws a `DecodeError` that lists every issue. */
  readonly decode: (json: unknown) => T;
  /** Like `decode`, but returns the issues. */
  readonly safeDecode: (json: unknown) => SafeDecodeResult<T>;
  /**
   * Like `decode`, of JSON text. In an `unknown`, an integer beyond ±(2^53 − 1) becomes a `bigint`, and
   * a number beyond the range of `number` is an issue; one with a fraction or an exponent is rounded.
   */
  readonly parse: (text: string) => T;
  /**
   * Makes JSON of a value; throws an `EncodeError` that lists every issue. An object of JSON has no place
   * for a `bigint` beyond ±(2^53 − 1), nor for any in an `unknown`: `stringify` has.
   */
  readonly encode: (value: Init<T>) => J;
  /** Like `encode`, but returns JSON text, with all digits of a `bigint`. */
  readonly stringify: (value: Init<T>) => string;
  /** Fills a value with zero values, as if it had been sent; throws like `encode`. */
  readonly create: (init?: Init<T>) => T;
}

/** The codec of a type, made of its reader and its writer. */
export function codec<T, J extends JsonValue>(
  read: Reader<T>,
  write: (value: Init<T>) => J,
): Codec<T, J> {
  const validate = (json: unknown) => safeDecode(read, json);
  return {
    decode: (json) => decode(read, json),
    safeDecode: validate,
    parse: (text) => {
      const result = safeDecode(read, parse(text));
      if (result.ok) return result.value;
      throw new DecodeError(result.issues.map((issue) => withDigits(issue, text)));
    },
    encode: (value) => encode(write, value),
    stringify: (value) => encode(write, value, JSON.stringify),
    create: (init) => {
      const json = init === undefined ? init : encode(write, init);
      // Nothing at all is no value, but is read as one.
      return decode(() => read(json, [], 0), true);
    },
    "~standard": { version: 1, vendor: "md2sdk", validate },
  };
}

/** Reads JSON text; throws a `DecodeError` if the text is not JSON. */
export function parse(text: string, parseJson: (text: string) => unknown = JSON.parse): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    // Not the engine's message: each has its own, with the text unescaped.
    throw new DecodeError(failure(unreadable(cause, describe(text))).issues, { cause });
  }
}
