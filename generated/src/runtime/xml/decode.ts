import type { SafeDecodeResult } from "../decode.js";
import { DecodeError } from "../errors.js";
import { describe } from "../issue.js";
import { attempt, failure } from "../run.js";
import { ILLEGAL } from "./characters.js";
import { root } from "./read.js";
import { source, STOP, stop, within } from "./source.js";

/** Reads the element that is open. */
export type Reader<T> = () => T;

/** The options of a parse. */
export interface XmlOptions {
  /** The most UTF-16 units that a text may have; by default any number. */
  readonly maxLength?: number | undefined;
}

/** Parses XML with a reader of its root element; throws a {@link DecodeError} that lists every issue. */
export function parseXml<T>(read: Reader<T>, text: string, options?: XmlOptions): T {
  const result = safeParse(read, text, options);
  if (result.ok) return result.value;
  throw new DecodeError(result.issues);
}

/** Parses XML with a reader of its root element, and never throws. */
export function safeParse<T>(
  read: Reader<T>,
  text: unknown,
  options?: XmlOptions,
): SafeDecodeResult<T> {
  if (typeof text !== "string") return failure(`expected XML text, got ${describe(text)}`);
  const { maxLength = Infinity } = options ?? {};
  // A limit of NaN lets nothing pass.
  if (!(text.length <= maxLength)) {
    return failure(`expected at most ${maxLength} characters, got ${text.length}`);
  }
  return attempt(() => within(text, () => document(read)), text);
}

/** A character that may be illegal, or half of one. */
const SUSPICIOUS = /[^\t\n\r -\ud7ff\ue000-\ufffd]/;

/** Returns what a reader makes of the root element; whatever it returns after an issue is not used. */
function document<T>(read: Reader<T>): T {
  try {
    if (SUSPICIOUS.test(source.text)) {
      const illegal = source.text.search(ILLEGAL);
      if (illegal >= 0) stop("a character of XML", illegal);
    }
    return root(read);
  } catch (error) {
    if (error === STOP) return undefined as never;
    throw error;
  }
}
