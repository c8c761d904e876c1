import { concatenated, textOfUtf8, utf8Of, type Bytes } from "./bytes.js";
import { CallbackError } from "./errors.js";

/** The block of the padding, which is that of PKCS#7 with 32 bytes. */
const BLOCK = 32;
const RANDOM = 16;
/** Random bytes and the length of the text. */
const HEAD = 20;

/** A text, and the receiver that it is addressed to. */
export interface Content {
  readonly text: string;
  readonly receiveId: string;
}

/** Makes a plaintext: random bytes, the length of the text, the text, the receiver, the padding. */
export function frameOf({ text, receiveId }: Content, random: Bytes): Bytes {
  const [body, receiver] = [utf8Of(text), utf8Of(receiveId)];
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length);
  const padding = BLOCK - ((HEAD + body.length + receiver.length) % BLOCK);
  return concatenated([random, length, body, receiver, new Uint8Array(padding).fill(padding)]);
}

/** Takes a plaintext apart; throws a `CallbackError` if it is damaged. */
export function contentOf(frame: Bytes): Content {
  const content = withoutPadding(frame);
  if (content.length < HEAD) throw new CallbackError("length");
  const length = new DataView(content.buffer, content.byteOffset).getUint32(RANDOM);
  const end = HEAD + length;
  if (end > content.length) throw new CallbackError("length");
  return {
    text: textOfUtf8(content.subarray(HEAD, end), "utf8"),
    // Bytes that are not UTF-8 are those of another receiver.
    receiveId: textOfUtf8(content.subarray(end), "receiveid"),
  };
}

function withoutPadding(frame: Bytes): Bytes {
  const padding = frame.at(-1) ?? 0;
  const isWhole = padding >= 1 && padding <= BLOCK && padding <= frame.length;
  if (!isWhole || !frame.subarray(-padding).every((byte) => byte === padding)) {
    throw new CallbackError("padding");
  }
  return frame.subarray(0, -padding);
}
