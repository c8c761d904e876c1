import { DecodeError } from "../runtime/errors.js";
import type { Instance } from "../runtime/web.js";
import { utf8Of, type Bytes } from "./bytes.js";
import { bodyOf, envelopeIn, type CallbackEncrypted } from "./envelope.js";
import { CallbackError } from "./errors.js";
import type { CallbackFormat } from "./messages.js";
import { positive, type CallbacksOptions } from "./options.js";
import { bytesOf, parameterOf, type CallbackQuery, type CallbackRequest } from "./request.js";
import { digestOf, Vault, type Credentials, type CallbackCiphertext } from "./vault.js";

/** `Response` of the web platform, under a name that the declarations of every project can mention. */
export interface CallbackResponse extends Instance<"Response", { readonly status: number }> {}

/** The meaning of texts: that of the specification. */
export interface Texts<Message, Reply> {
  /** Reads the text of a message; throws if it differs from the specification. */
  readonly parse: (text: string) => Message;
  /** Makes the text of a reply to a message, of which it gets the text. */
  readonly stringify: (reply: Reply, message: string) => string;
}

/** A message that has been verified, decrypted and read. */
export interface CallbackContext<Message, Reply> {
  readonly message: Message;
  /** The decrypted XML or JSON. */
  readonly text: string;
  /** The digest of the text. */
  readonly id: string;
  readonly receiveId: string;
  /** The form of the body, in which the reply goes back. */
  readonly format: CallbackFormat;
  /** Encrypts and signs a reply: one of the specification, or its text. */
  readonly reply: (reply: Reply | string) => Promise<CallbackEncrypted>;
}

/** Answers a message: with a reply, its text, a whole response, or nothing (also `null` or an empty text), which confirms the message. */
export type CallbackHandler<Message, Reply> = (
  message: Message,
  context: CallbackContext<Message, Reply>,
) => CallbackAnswer<Reply> | Promise<CallbackAnswer<Reply>>;

/** The result of a handler. */
// `void` takes handlers without a return, and those of several branches.
export type CallbackAnswer<Reply> = Reply | string | CallbackResponse | undefined | null | void;

/** Choices of an encrypted text; by default they are the current time, and random. */
export interface CallbackEncryptOptions {
  /** In seconds since 1970. */
  readonly timestamp?: number | string | undefined;
  readonly nonce?: string | undefined;
  /** Sixteen bytes, or a text of as many. */
  readonly random?: string | Uint8Array | undefined;
  /** Default the first one of the receiver. */
  readonly receiveId?: string | undefined;
  /** The form of the body; default `xml`. */
  readonly format?: CallbackFormat | undefined;
}

/** Receives callbacks: verifies, decrypts and reads messages, and encrypts replies. */
export class CallbackReceiver<Message, Reply> {
  // Private fields hide the secrets from `inspect`, too.
  readonly #vault: Vault;
  readonly #options: CallbacksOptions<Message>;
  readonly #maxBytes: number;
  readonly #texts: Texts<Message, Reply>;
  /** The answers of the handlers that are running, by the digests of their messages. */
  readonly #running = new Map<string, Promise<CallbackResponse>>();

  /** Throws a `CallbackError` if an `encodingAesKey` is malformed, and a `TypeError` if a setting is missing or out of range. */
  constructor(options: CallbacksOptions<Message>, texts: Texts<Message, Reply>) {
    this.#vault = new Vault(options);
    this.#options = options;
    const { maxBytes = 2 ** 20 } = options;
    this.#maxBytes = positive(maxBytes, "maxBytes");
    this.#texts = texts;
  }

  /**
   * Answers a request: GET verifies the URL, POST brings a message. A request that is forged or broken
   * gets a status without a body; the promise rejects only with an error of the handler or of a hook.
   * A message that is sent again while its handler is running gets the answer of that handler.
   */
  async handle(
    request: CallbackRequest,
    handler?: CallbackHandler<Message, Reply>,
  ): Promise<CallbackResponse> {
    let context: CallbackContext<Message, Reply>;
    try {
      const { searchParams: query } = new URL(request.url);
      if (request.method === "GET") {
        const echostr = parameterOf(query, "echostr");
        return responseOf(await this.verifyUrl({ ...signedIn(query), echostr }), "text/plain");
      }
      // Without a handler the message would be confirmed and lost.
      if (request.method !== "POST" || handler === undefined) throw new CallbackError("method");
      context = await this.#opened({ query, body: await bytesOf(request, this.#maxBytes) });
    } catch (error) {
      if (!(error instanceof CallbackError)) throw error;
      return this.#refuse(error, handler ? "GET, POST" : "GET");
    }
    const running = this.#running.get(context.id);
    if (running !== undefined) return (await running).clone();
    const answer = this.#answer(context, handler);
    this.#running.set(context.id, answer);
    try {
      return await answer;
    } finally {
      this.#running.delete(context.id);
    }
  }

  /** Returns the text that answers the verification of a URL. */
  async verifyUrl({ echostr, ...signed }: CallbackVerification): Promise<string> {
    return (await this.#vault.open({ ...signed, encrypt: echostr })).text;
  }

  /** Verifies and decrypts a text. */
  async decrypt(signed: CallbackCiphertext): Promise<string> {
    return (await this.#vault.open(signed)).text;
  }

  /** Encrypts and signs a text. */
  async encrypt(text: string, options: CallbackEncryptOptions = {}): Promise<CallbackEncrypted> {
    return this.#encrypted(text, this.#vault.credentialsFor(options.receiveId), options);
  }

  /** Verifies, decrypts and reads the message in the query and the body of a request. */
  async receive(post: CallbackPost): Promise<CallbackContext<Message, Reply>> {
    const context = await this.#opened(post);
    if (await this.#isRepeated(context)) throw new CallbackError("repeated");
    return context;
  }

  async #opened({ query, body }: CallbackPost): Promise<CallbackContext<Message, Reply>> {
    for (const [name, part] of Object.entries({ query, body })) {
      if ((part ?? undefined) === undefined) throw new TypeError(`expected a ${name}`);
    }
    if (sizeOf(body) > this.#maxBytes) throw new CallbackError("size");
    const { format, encrypt } = envelopeIn(body as string | Bytes);
    const { text, credentials } = await this.#vault.open({ ...signedIn(query), encrypt });
    const message = this.#parsed(text);
    const id = await digestOf(text);
    const reply = (value: Reply | string) => {
      const content = typeof value === "string" ? value : this.#texts.stringify(value, text);
      return this.#encrypted(content, credentials, { format });
    };
    return { message, text, id, receiveId: credentials.receiveId, format, reply };
  }

  async #isRepeated({ id, message }: CallbackContext<Message, Reply>): Promise<boolean> {
    return Boolean(await this.#options.seen?.(id, message));
  }

  #parsed(text: string): Message {
    try {
      return this.#texts.parse(text);
    } catch (error) {
      throw error instanceof DecodeError ? new CallbackError("message", { cause: error }) : error;
    }
  }

  async #answer(
    context: CallbackContext<Message, Reply>,
    handler: CallbackHandler<Message, Reply>,
  ): Promise<CallbackResponse> {
    if (await this.#isRepeated(context)) return this.#refuse(new CallbackError("repeated"));
    const { message, id, format, reply } = context;
    try {
      const answer = await handler(message, context);
      if (answer instanceof Response) return answer;
      // A cast, as `void` has no values.
      const value = answer as Reply | string | undefined | null;
      if (value === undefined || value === null || value === "") return new Response(null);
      const { body } = await reply(value);
      return responseOf(body, format === "json" ? "application/json" : "application/xml");
    } catch (error) {
      await this.#options.forget?.(id, message);
      throw error;
    }
  }

  async #refuse(error: CallbackError, allow = ""): Promise<CallbackResponse> {
    await this.#options.onError?.(error);
    const headers: Record<string, string> = error.kind === "method" ? { allow } : {};
    return new Response(null, { status: error.status, headers });
  }

  async #encrypted(
    text: string,
    credentials: Credentials,
    { timestamp, nonce, random, format = "xml" }: CallbackEncryptOptions,
  ): Promise<CallbackEncrypted> {
    const texts = {
      timestamp: secondsOf(timestamp ?? Math.floor(Date.now() / 1000)),
      nonce: nonce ?? String(new DataView(randomBytes(8).buffer).getBigUint64(0)),
      random: prefixOf(random ?? randomBytes(16)),
    };
    const sealed = await this.#vault.seal(text, credentials, texts);
    return { ...sealed, body: bodyOf(sealed, format) };
  }
}

/** The query of a GET request. */
export interface CallbackVerification extends Omit<CallbackCiphertext, "encrypt"> {
  readonly echostr: string;
}

/** The query and the body of a POST request. */
export interface CallbackPost {
  readonly query: CallbackQuery;
  readonly body: string | Uint8Array;
}

function signedIn(query: CallbackQuery): Omit<CallbackCiphertext, "encrypt"> {
  return {
    msgSignature: parameterOf(query, "msg_signature"),
    timestamp: parameterOf(query, "timestamp"),
    nonce: parameterOf(query, "nonce"),
  };
}

function responseOf(body: string, type: string): Response {
  return new Response(body, { headers: { "content-type": `${type}; charset=utf-8` } });
}

function sizeOf(body: string | Uint8Array): number {
  return typeof body === "string" ? utf8Of(body).length : body.length;
}

function secondsOf(timestamp: number | string): string {
  const text = String(timestamp);
  if (!/^\d{1,15}$/.test(text)) throw new TypeError("expected a timestamp in seconds");
  return text;
}

function prefixOf(random: string | Uint8Array): Bytes {
  const bytes = typeof random === "string" ? utf8Of(random) : Uint8Array.from(random);
  if (bytes.length !== 16) throw new TypeError("expected 16 random bytes");
  return bytes;
}

function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}
