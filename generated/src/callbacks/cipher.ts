import { bytesOfBase64, concatenated, type Bytes } from "./bytes.js";
import { CallbackError } from "./errors.js";

/** The block of AES. */
const BLOCK = 16;

/** `CryptoKey`, by which name Node.js has no type. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** AES-256-CBC with the first bytes of the key for the initialization vector, without padding. */
export class Cipher {
  readonly #secret: Bytes;
  #key: Promise<Key> | undefined;

  /** @throws {CallbackError} if the text is not an EncodingAESKey */
  constructor(encodingAesKey: string) {
    if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) throw new CallbackError("key");
    this.#secret = bytesOfBase64(`${encodingAesKey}=`);
  }

  /** Encrypts whole blocks: WebCrypto appends one of padding, which is dropped. */
  async encrypt(plaintext: Bytes): Promise<Bytes> {
    return (await this.#encrypted(plaintext, this.#secret)).subarray(0, plaintext.length);
  }

  /**
   * Decrypts whole blocks, at least one. WebCrypto removes a padding of up to 16 bytes and refuses a longer one; a further block
   * that is nothing but padding leaves it the blocks before as they are.
   */
  async decrypt(ciphertext: Bytes): Promise<Bytes> {
    const padding = await this.#encrypted(new Uint8Array(), ciphertext.subarray(-BLOCK));
    const data = concatenated([ciphertext, padding]);
    const algorithm = { name: "AES-CBC", iv: this.#secret.subarray(0, BLOCK) };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, await this.#imported(), data));
  }

  async #encrypted(plaintext: Bytes, vector: Bytes): Promise<Bytes> {
    const algorithm = { name: "AES-CBC", iv: vector.subarray(0, BLOCK) };
    const key = await this.#imported();
    return new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plaintext));
  }

  /** Imports the key when it is first needed: Workers allow no such work while a module loads. */
  #imported(): Promise<Key> {
    this.#key ??= crypto.subtle.importKey("raw", this.#secret, "AES-CBC", false, [
      "encrypt",
      "decrypt",
    ]);
    return this.#key;
  }
}
