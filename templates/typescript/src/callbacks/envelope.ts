import type { Bytes } from "./bytes.js";
import { textOfUtf8 } from "./bytes.js";
import { CallbackError } from "./errors.js";

/** The form of a body: XML for applications and suites, JSON for smart bots. */
export type Format = "xml" | "json";

/** A reply as WeCom takes it. */
export interface Encrypted {
  readonly encrypt: string;
  readonly msgSignature: string;
  readonly timestamp: string;
  readonly nonce: string;
  /** The body of the answer. */
  readonly body: string;
}

/** A body from which the ciphertext has been read. */
export interface Envelope {
  readonly format: Format;
  readonly encrypt: string;
}

/** Reads the ciphertext of a body; throws a `CallbackError` if it has none. */
export function envelopeIn(
  body: string | Bytes,
  ciphertextIn: (xml: string) => string | undefined,
): Envelope {
  const text = typeof body === "string" ? body : textOfUtf8(body, "envelope");
  const format = formatOf(text);
  const encrypt = format === "json" ? memberOf(text.replace(/^\ufeff/, "")) : ciphertextIn(text);
  if (typeof encrypt !== "string") throw new CallbackError("envelope");
  return { format, encrypt };
}

/** Tells the form of a text by its first character. */
export function formatOf(text: string): Format {
  return /^\s*\{/.test(text) ? "json" : "xml";
}

function memberOf(json: string): unknown {
  try {
    return (JSON.parse(json) as { readonly encrypt?: unknown }).encrypt;
  } catch (cause) {
    throw new CallbackError("envelope", { cause });
  }
}

/** Returns the body of an encrypted reply. */
export function bodyOf(
  { encrypt, msgSignature, timestamp, nonce }: Omit<Encrypted, "body">,
  format: Format,
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
