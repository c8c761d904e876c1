/** The reasons for which a callback is refused, in the order of the checks. */
export type CallbackErrorKind =
  /** The `EncodingAESKey` does not consist of 43 letters, digits, `+` and `/`. */
  | "key"
  /** The HTTP method is neither GET nor POST, or POST has no handler. */
  | "method"
  /** The body exceeds `maxBytes`. */
  | "size"
  /** The body has no ciphertext. */
  | "envelope"
  /** The signature belongs to another text or token. */
  | "signature"
  /** The timestamp differs from the clock by more than `maxAge`. */
  | "age"
  /** The ciphertext is not base64. */
  | "base64"
  /** The ciphertext does not consist of whole blocks. */
  | "block-size"
  /** The padding is damaged: the ciphertext has another key. */
  | "padding"
  /** The plaintext is shorter than its length says. */
  | "length"
  /** The text is not UTF-8. */
  | "utf8"
  /** The plaintext is addressed to another receiver. */
  | "receiveid"
  /** The text differs from the documentation; `cause` has the `DecodeError`. */
  | "message"
  /** The `seen` hook knows the text. */
  | "repeated";

const MESSAGES: Readonly<Record<CallbackErrorKind, string>> = {
  key: "expected an EncodingAESKey of 43 letters, digits, + and /",
  method: "expected GET, or POST with a handler",
  size: "expected a smaller body",
  envelope: "expected a body with a ciphertext",
  signature: "expected the signature of the text",
  age: "expected a recent timestamp",
  base64: "expected base64",
  "block-size": "expected whole blocks of 16 bytes",
  padding: "expected a padding of 1 to 32 equal bytes",
  length: "expected a text as long as its length says",
  utf8: "expected UTF-8",
  receiveid: "expected the receiveId of this receiver",
  message: "expected a documented message",
  repeated: "expected a new message",
};

const STATUSES: Readonly<Partial<Record<CallbackErrorKind, number>>> = {
  method: 405,
  size: 413,
  // The sender repeats a message until an answer of success arrives.
  repeated: 200,
};

/** The error of a callback that is forged, broken or a repetition. */
export class CallbackError extends Error {
  declare readonly kind: CallbackErrorKind;
  /** The HTTP status of the answer, whose body is empty: 403 for most kinds. */
  declare readonly status: number;

  constructor(kind: CallbackErrorKind, options?: { readonly cause?: unknown }) {
    super(`${kind}: ${MESSAGES[kind]}`, options);
    this.kind = kind;
    this.status = STATUSES[kind] ?? 403;
  }

  override get name(): "CallbackError" {
    return "CallbackError";
  }
}
