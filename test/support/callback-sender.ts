import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** The settings of a receiver, and what it has told WeCom of them. */
export interface Receiver {
  readonly token: string;
  readonly encodingAesKey: string;
  readonly receiveId: string;
}

/** A receiver with invented secrets. */
export const receiver: Receiver = {
  token: "tokenOfTheTests",
  encodingAesKey: "WjYs97edTQZ0gCcdlljv8qZu56Rv+nlSsmc0YZI4qUo",
  receiveId: "ww0123456789abcdef",
};

/** The parameters of a query, and the ciphertext. */
export interface SignedText {
  readonly msg_signature: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly encrypt: string;
}

/** Parts of a message that a forger makes up. */
export interface Forgery extends Partial<Receiver> {
  readonly timestamp?: string;
  readonly nonce?: string;
  /** Changes the plaintext before it is encrypted. */
  readonly plaintext?: (plaintext: Buffer) => Buffer;
  /** Changes the ciphertext before it is signed. */
  readonly encrypt?: (encrypt: string) => string;
}

let count = 0;

/** Encrypts and signs as WeCom does, with the cryptography of Node.js instead of WebCrypto. */
export function signedText(text: string, forgery: Forgery = {}): SignedText {
  const { token, encodingAesKey, receiveId } = { ...receiver, ...forgery };
  const { plaintext = (bytes) => bytes, encrypt: change = (encrypt) => encrypt } = forgery;
  const encrypted = encryptedBytes(plaintext(framed(text, receiveId)), encodingAesKey);
  const encrypt = change(encrypted.toString("base64"));
  const timestamp = forgery.timestamp ?? String(Math.floor(Date.now() / 1000));
  const nonce = forgery.nonce ?? `9${(count += 1)}`;
  return {
    msg_signature: signature([token, timestamp, nonce, encrypt]),
    timestamp,
    nonce,
    encrypt,
  };
}

/** A request of WeCom: its query and its body. */
export function post(text: string, forgery: Forgery = {}) {
  const { encrypt, ...query } = signedText(text, forgery);
  const isJson = text.startsWith("{");
  const body = isJson
    ? JSON.stringify({ encrypt })
    : `<xml><ToUserName><![CDATA[${receiver.receiveId}]]></ToUserName><Encrypt><![CDATA[${encrypt}]]></Encrypt>` +
      "<AgentID><![CDATA[1000002]]></AgentID></xml>";
  return { query: String(new URLSearchParams(query)), body };
}

/** The query that verifies a URL. */
export function verification(echostr: string, forgery: Forgery = {}): string {
  const { encrypt, ...query } = signedText(echostr, forgery);
  return String(new URLSearchParams({ ...query, echostr: encrypt }));
}

/** Verifies and decrypts a reply, as WeCom does. */
export function replyIn(body: string, { token, encodingAesKey, receiveId } = receiver): string {
  const members = membersOf(body);
  const { encrypt, msgSignature, timestamp, nonce } = members;
  if (signature([token, timestamp, nonce, encrypt]) !== msgSignature) {
    throw new Error(`the signature of ${body} is wrong`);
  }
  const key = Buffer.from(`${encodingAesKey}=`, "base64");
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(encrypt, "base64"), decipher.final()]);
  const plaintext = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
  const end = 20 + plaintext.readUInt32BE(16);
  if (plaintext.subarray(end).toString() !== receiveId) throw new Error("another receiver");
  return plaintext.subarray(20, end).toString();
}

function membersOf(body: string) {
  if (body.startsWith("{")) {
    const { encrypt, msgsignature, timestamp, nonce } = JSON.parse(body) as Record<string, unknown>;
    if (typeof timestamp !== "number") throw new Error("expected a number for the timestamp");
    return {
      encrypt: String(encrypt),
      msgSignature: String(msgsignature),
      timestamp: String(timestamp),
      nonce: String(nonce),
    };
  }
  const element = (name: string) => {
    const [, text = ""] =
      RegExp(`<${name}>(?:<!\\[CDATA\\[)?([^\\]<]*)(?:\\]\\]>)?</${name}>`).exec(body) ?? [];
    return text;
  };
  return {
    encrypt: element("Encrypt"),
    msgSignature: element("MsgSignature"),
    timestamp: element("TimeStamp"),
    nonce: element("Nonce"),
  };
}

function framed(text: string, receiveId: string): Buffer {
  const body = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const content = Buffer.concat([randomBytes(16), length, body, Buffer.from(receiveId)]);
  const padding = 32 - (content.length % 32);
  return Buffer.concat([content, Buffer.alloc(padding, padding)]);
}

function encryptedBytes(plaintext: Buffer, encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, "base64");
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plaintext), cipher.final()]);
}

function signature(texts: readonly string[]): string {
  const sorted = texts.toSorted((one, other) =>
    Buffer.compare(Buffer.from(one), Buffer.from(other)),
  );
  return createHash("sha1").update(sorted.join("")).digest("hex");
}
