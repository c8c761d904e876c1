import { hexOf, utf8Of } from "./bytes.js";

/** The texts that a signature covers beside the token. */
export interface SignedTexts {
  readonly timestamp: string;
  readonly nonce: string;
  /** The ciphertext as sent. */
  readonly encrypt: string;
}

/** Returns the signature: SHA-1 of the texts, sorted by code unit and joined, in hexadecimal. */
export async function signatureOf(
  token: string,
  { timestamp, nonce, encrypt }: SignedTexts,
): Promise<string> {
  // Not sorted by `localeCompare`, whose order differs.
  const text = [token, timestamp, nonce, encrypt].sort().join("");
  return hexOf(new Uint8Array(await crypto.subtle.digest("SHA-1", utf8Of(text))));
}

/** Compares two texts in a time that depends on the length of the first alone. */
export function isEqual(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index++) {
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  }
  return difference === 0;
}
