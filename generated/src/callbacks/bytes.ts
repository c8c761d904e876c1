import { CallbackError, type CallbackErrorKind } from "./errors.js";

/** Bytes in memory of their own, in the words of any version of TypeScript. */
export type Bytes = ReturnType<Uint8ArrayConstructor["from"]>;

/** Decodes base64; unused bits of the last digit mean nothing. */
export function bytesOfBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (digit) => digit.charCodeAt(0));
}

export function base64OfBytes(bytes: Bytes): string {
  let digits = "";
  for (const byte of bytes) digits += String.fromCharCode(byte);
  return btoa(digits);
}

export function hexOf(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function utf8Of(text: string): Bytes {
  return Uint8Array.from(new TextEncoder().encode(text));
}

/** Decodes UTF-8, with a byte order mark as it stands; throws an error of the kind for other bytes. */
export function textOfUtf8(bytes: Bytes, kind: CallbackErrorKind): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new CallbackError(kind, { cause });
  }
}

export function concatenated(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
