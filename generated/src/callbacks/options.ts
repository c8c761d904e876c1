import type { CallbackError } from "./errors.js";

/** The settings of callbacks, as the administration of WeCom shows them. */
export interface CallbacksOptions<Message> {
  /** The `Token`; several while it is being changed. */
  readonly token: string | readonly string[];
  /** The `EncodingAESKey`; several while it is being changed. */
  readonly encodingAesKey: string | readonly string[];
  /**
   * The receiver of the messages: the CorpID for an application, the SuiteID for a suite, an empty text for
   * smart bots; several, or a function that knows them.
   */
  readonly receiveId: string | readonly string[] | CallbackReceiverCheck;
  /** The difference in seconds between the timestamp of a message and the clock, a positive number; default `Infinity`. */
  readonly maxAge?: number | undefined;
  /** The size of a body in bytes, a positive number; default 1 MiB. */
  readonly maxBytes?: number | undefined;
  /**
   * Remembers a message, and tells whether it is a repetition: WeCom sends a message again after five
   * seconds without an answer, up to three times. The `id` is a digest of the text. A repetition is
   * confirmed at once; while this receiver still runs the handler of the message, `handle` lets the
   * repetition wait for the answer of that handler, and does not ask.
   */
  readonly seen?: ((id: string, message: Message) => boolean | Promise<boolean>) | undefined;
  /** Forgets a message whose handler has failed, so that its repetition is handled. */
  readonly forget?: ((id: string, message: Message) => unknown) | undefined;
  /** Runs for each request that `handle` refuses, for instance to log it. */
  readonly onError?: ((error: CallbackError) => unknown) | undefined;
}

/** Tells whether messages to a receiver are accepted. */
export type CallbackReceiverCheck = (receiveId: string) => boolean | Promise<boolean>;

/** Returns the texts of an option; throws a `TypeError` for other values, such as that of an unset environment variable. */
export function listOf(value: string | readonly string[], option: string): readonly string[] {
  const list: unknown = typeof value === "string" ? [value] : value;
  const isOfTexts = Array.isArray(list) && list.every((text) => typeof text === "string");
  if (!isOfTexts || list.length === 0) {
    throw new TypeError(`expected a text or several as the option ${option}`);
  }
  return list;
}

/** Returns the number of an option; throws a `TypeError` if it is not positive. */
export function positive(value: number, option: string): number {
  if (typeof value === "number" && value > 0) return value;
  throw new TypeError(`expected a positive number as the option ${option}`);
}
