import type { SafeDecodeResult } from "../decode.js";
import { EncodeError } from "../errors.js";
import { withLongIntegers } from "../exact.js";
import type { Init } from "../init.js";
import { attempt, refuse } from "../run.js";
import type { StandardSchemaV1 } from "../standard-schema.js";
import { parseXml, safeParse, type Reader, type XmlOptions } from "./decode.js";
import { isName } from "./tags.js";
import { model } from "./write.js";

/** How a type travels in XML. Its functions need no receiver. */
export interface XmlCodec<T> extends StandardSchemaV1<unknown, T> {
  /** Checks XML and makes a `T` of it; throws a `DecodeError` that lists every issue. */
  readonly parse: (text: string, options?: XmlOptions) => T;
  /** Like `parse`, but returns the issues. */
  readonly safeParse: (text: string, options?: XmlOptions) => SafeDecodeResult<T>;
  /** Writes a value as an element, `xml` by default; throws an `EncodeError` that lists every issue. */
  readonly stringify: (value: Init<T>, root?: string) => string;
  /** Fills a value with zero values, as if it had been sent; throws like `stringify`. */
  readonly create: (init?: Init<T>) => T;
}

/** Writes the inside of an element, from its attributes on. */
type Writer<T> = (value: Init<T>) => string;

/**
 * The codec of a model.
 *
 * @param fill returns a value with all zero values
 */
export function xmlCodec<T>(
  read: Reader<T>,
  write: Writer<T>,
  fill: (value: Init<T>) => T,
): XmlCodec<T> {
  return {
    parse: (text, options) => parseXml(read, text, options),
    safeParse: (text, options) => safeParse(read, text, options),
    stringify: (value, root) => stringifyXml(write, value, root),
    create: (init) => {
      const empty = {} as Init<T>;
      if (init !== undefined) stringifyXml(write, init);
      return fill(init ?? empty);
    },
    "~standard": {
      version: 1,
      vendor: "md2sdk",
      validate: (text) => safeParse(read, text),
    },
  };
}

/** Writes a value as an element; throws an {@link EncodeError} that lists every issue. */
export function stringifyXml<T>(write: Writer<T>, value: Init<T>, root = "xml"): string {
  const result = withLongIntegers(() =>
    attempt((value) => {
      if (!isName(root)) return refuse("XML name", root);
      return value === undefined ? refuse("a value", value) : model(root, value, write);
    }, value),
  );
  if (result.ok) return result.value;
  throw new EncodeError(result.issues);
}
