import { base64OfBytes, bytesOfBase64, utf8Of, type Bytes } from "./bytes.js";
import { Cipher } from "./cipher.js";
import { CallbackError } from "./errors.js";
import { contentOf, frameOf, type Content } from "./frame.js";
import { listOf, positive, type CallbacksOptions, type CallbackReceiverCheck } from "./options.js";
import { isEqual, signatureOf, type SignedTexts } from "./signature.js";

/** The token and the key that a message came with, which its reply takes as well. */
export interface Credentials {
  readonly token: string;
  readonly cipher: Cipher;
  readonly receiveId: string;
}

/** A ciphertext with its signature, as it is received. */
export interface CallbackCiphertext extends SignedTexts {
  readonly msgSignature: string;
}

/** A text that has been verified and decrypted. */
export interface Opened {
  readonly text: string;
  readonly credentials: Credentials;
}

type Secrets = Pick<CallbacksOptions<never>, "token" | "encodingAesKey" | "receiveId" | "maxAge">;

/** Opens messages and seals replies: signature, encryption, receiver. */
export class Vault {
  readonly #tokens: readonly string[];
  readonly #ciphers: readonly Cipher[];
  readonly #receivers: readonly string[] | CallbackReceiverCheck;
  readonly #maxAge: number;

  constructor({ token, encodingAesKey, receiveId, maxAge = Infinity }: Secrets) {
    this.#tokens = listOf(token, "token");
    this.#ciphers = listOf(encodingAesKey, "encodingAesKey").map((key) => new Cipher(key));
    this.#receivers = typeof receiveId === "function" ? receiveId : listOf(receiveId, "receiveId");
    this.#maxAge = positive(maxAge, "maxAge");
    // Anybody could sign with an empty token, such as that of an unset variable of the environment.
    if (this.#tokens.includes("")) throw new TypeError("expected a token that is not empty");
  }

  /** Verifies and decrypts a text; throws a `CallbackError` if it is forged or broken. */
  async open(signed: CallbackCiphertext): Promise<Opened> {
    const token = await this.#tokenOf(signed);
    if (this.#maxAge < Infinity && !(ageOf(signed) <= this.#maxAge)) throw new CallbackError("age");
    const { text, receiveId, cipher } = await this.#decrypted(ciphertextOf(signed.encrypt));
    if (!(await this.#accepts(receiveId))) throw new CallbackError("receiveid");
    return { text, credentials: { token, cipher, receiveId } };
  }

  /** Encrypts and signs a text. */
  async seal(
    text: string,
    { token, cipher, receiveId }: Credentials,
    { random, ...texts }: Omit<SignedTexts, "encrypt"> & { readonly random: Bytes },
  ): Promise<CallbackCiphertext> {
    const encrypt = base64OfBytes(await cipher.encrypt(frameOf({ text, receiveId }, random)));
    const signed = { ...texts, encrypt };
    return { ...signed, msgSignature: await signatureOf(token, signed) };
  }

  /** Returns the credentials of texts that answer no message: the first ones. */
  credentialsFor(receiver: string | undefined): Credentials {
    const [[token], [cipher]] = [this.#tokens, this.#ciphers];
    const receiveId = receiver ?? (this.#receivers as readonly (string | undefined)[])[0];
    // The constructor has seen a token and a key.
    if (token === undefined || cipher === undefined || receiveId === undefined) {
      throw new TypeError("expected a receiveId");
    }
    return { token, cipher, receiveId };
  }

  /** Returns the token that has signed a text, having compared it with all of them. */
  async #tokenOf(signed: CallbackCiphertext): Promise<string> {
    let signer: string | undefined;
    for (const token of this.#tokens) {
      // A parameter that a request lacks may be passed on as `undefined`.
      if (isEqual(await signatureOf(token, signed), `${signed.msgSignature}`)) signer = token;
    }
    if (signer === undefined) throw new CallbackError("signature");
    return signer;
  }

  async #decrypted(ciphertext: Bytes): Promise<Content & { readonly cipher: Cipher }> {
    let failure = new CallbackError("padding");
    for (const cipher of this.#ciphers) {
      try {
        return { ...contentOf(await cipher.decrypt(ciphertext)), cipher };
      } catch (error) {
        if (!(error instanceof CallbackError)) throw error;
        // Nearly every other key ends in a damaged padding, which says less than the error of the right one.
        if (error.kind !== "padding") failure = error;
      }
    }
    throw failure;
  }

  #accepts(receiveId: string): boolean | Promise<boolean> {
    const receivers = this.#receivers;
    return typeof receivers === "function" ? receivers(receiveId) : receivers.includes(receiveId);
  }
}

/** Returns the seconds between a timestamp and the clock; a timestamp with anything but digits has no age. */
function ageOf({ timestamp }: SignedTexts): number {
  return /^\d+$/.test(timestamp) ? Math.abs(Date.now() / 1000 - Number(timestamp)) : NaN;
}

function ciphertextOf(text: string): Bytes {
  // A repeated group of four digits would take memory for each repetition.
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    throw new CallbackError("base64");
  }
  const bytes = bytesOfBase64(text);
  if (bytes.length % 16 !== 0) throw new CallbackError("block-size");
  return bytes;
}

/** Returns the digest of a text by which repetitions are recognized. */
export async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", utf8Of(text));
  return base64OfBytes(new Uint8Array(digest));
}
