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
  /** The difference in seconds between the timestamp of a message and the clock; default `Infinity`. */
  readonly maxAge?: number | undefined;
  /** The size of a body in bytes; default 1 MiB. */
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

export function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}
