import { DecodeError, EncodeError } from "./errors.js";
import type { Init } from "./init.js";
import type { Issue } from "./issue.js";
import type { JsonObject, JsonValue } from "./json.js";
import type { StandardSchemaV1 } from "./standard-schema.js";
import { attempt as attemptRead, type Reader } from "./trace.js";
import { attempt as attemptWrite, type Writer } from "./write.js";

/** What `safeDecode` returns. */
export type SafeDecodeResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Turns JSON into values of a type and back. Its functions may be used on their own. */
export interface Codec<T, Json extends JsonValue = JsonObject> extends StandardSchemaV1<unknown, T> {
  /**
   * Makes a value of what `JSON.parse` returns.
   *
   * @throws {DecodeError} with every issue, where the JSON is none of the type
   */
  readonly decode: (json: unknown) => T;
  /** Does the same, and returns the issues instead of throwing them. */
  readonly safeDecode: (json: unknown) => SafeDecodeResult<T>;
  /**
   * Makes a value of JSON text.
   *
   * @throws {DecodeError} where the text is no JSON, or none of the type
   */
  readonly parse: (text: string) => T;
  /**
   * Makes JSON of a value or a part of one. What is `undefined`, and what `omitempty` calls empty,
   * is left out.
   *
   * @throws {EncodeError} with every issue, where a property is none of its type
   */
  readonly encode: (value: Init<T>) => Json;
  /**
   * Makes JSON text of a value or a part of one.
   *
   * @throws {EncodeError} as `encode`
   */
  readonly stringify: (value: Init<T>) => string;
  /**
   * Makes a whole value of a part of one: what is missing has its zero value.
   *
   * @throws {EncodeError} as `encode`
   */
  readonly create: (init?: Init<T>) => T;
}

/** Decodes with a reader; the way of every `decodeX`. */
export function decode<T>(read: Reader<T>, json: unknown): T {
  return attemptRead(read, json, throwDecodeError);
}

/** Encodes with a writer; the way of every `encodeX`. */
export function encode<T, Json>(write: Writer<T, Json>, value: Init<T>): Json {
  return attemptWrite(write, value, throwEncodeError);
}

/** The codec of a reader and a writer. */
export function codec<T, Json extends JsonValue>(
  read: Reader<T>,
  write: Writer<T, Json>,
): Codec<T, Json> {
  const encodeValue = (value: Init<T>): Json => encode(write, value);
  const validate = (json: unknown) => {
    let issues: readonly Issue[] | undefined;
    const value = attemptRead(read, json, (found) => (issues = found));
    return issues === undefined ? { value: value as T } : { issues };
  };
  return {
    decode: (json) => decode(read, json),
    safeDecode(json) {
      const result = validate(json);
      return "value" in result ? { ok: true, value: result.value } : { ok: false, ...result };
    },
    parse: (text) => decode(read, parseText(text)),
    encode: encodeValue,
    stringify: (value) => JSON.stringify(encodeValue(value)),
    // The reader fills in what the writer leaves out.
    create: (init) => read(init === undefined ? undefined : encodeValue(init)),
    "~standard": { version: 1, vendor: "md2sdk", validate },
  };
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return throwDecodeError([{ path: [], message: `expected JSON text: ${String(error)}` }]);
  }
}

function throwDecodeError(issues: readonly Issue[]): never {
  throw new DecodeError(issues);
}

function throwEncodeError(issues: readonly Issue[]): never {
  throw new EncodeError(issues);
}
