import { DecodeError } from "../runtime/errors.js";
import { textOfUtf8, type Bytes } from "./bytes.js";
import { CallbackError } from "./errors.js";
import { unknown, type CallbackFormat } from "./messages.js";

/** A reply as WeCom takes it. */
export interface CallbackEncrypted {
  readonly encrypt: string;
  readonly msgSignature: string;
  readonly timestamp: string;
  readonly nonce: string;
  /** The body of the answer. */
  readonly body: string;
}

/** A body from which the ciphertext has been read. */
export interface Envelope {
  readonly format: CallbackFormat;
  readonly encrypt: string;
}

/** Reads the ciphertext of a body; throws a `CallbackError` if it has none. */
export function envelopeIn(body: string | Bytes): Envelope {
  const text = typeof body === "string" ? body : textOfUtf8(body, "envelope");
  const { format, members } = readIn(text);
  const encrypt = members[format === "json" ? "encrypt" : "Encrypt"];
  if (typeof encrypt !== "string") throw new CallbackError("envelope");
  return { format, encrypt };
}

function readIn(body: string): ReturnType<typeof unknown> {
  try {
    return unknown(body);
  } catch (cause) {
    throw cause instanceof DecodeError ? new CallbackError("envelope", { cause }) : cause;
  }
}

/** Returns the body of an encrypted reply. */
export function bodyOf(
  { encrypt, msgSignature, timestamp, nonce }: Omit<CallbackEncrypted, "body">,
  format: CallbackFormat,
): string {
  if (format === "json") {
    const members = { encrypt, msgsignature: msgSignature, timestamp: Number(timestamp), nonce };
    return JSON.stringify(members);
  }
  return [
    "<xml>",
    `<Encrypt>${cdataOf(encrypt)}</Encrypt>`,
    `<MsgSignature>${cdataOf(msgSignature)}</MsgSignature>`,
    `<TimeStamp>${timestamp}</TimeStamp>`,
    `<Nonce>${cdataOf(nonce)}</Nonce>`,
    "</xml>",
  ].join("\n");
}

function cdataOf(text: string): string {
  return `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}
