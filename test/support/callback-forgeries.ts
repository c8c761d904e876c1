import type { CallbackErrorKind } from "../../templates/typescript/src/callbacks/index.js";
import { post, receiver, verification, type Forgery } from "./callback-sender.js";

export const URL_OF_RECEIVER = "https://example.com/callback";
export const TEXT = "<xml><MsgType>text</MsgType><Content>你好</Content></xml>";
const OTHER_KEY = "wUcUKAsNBhvThuDitdZH6bJFm7nuoWHAgXemB8QxlFU";

export function requestOf(
  { query, body }: ReturnType<typeof post>,
  init: RequestInit = {},
): Request {
  return new Request(`${URL_OF_RECEIVER}?${query}`, { method: "POST", body, ...init });
}

/** A message with other parameters in its query. */
function withQuery(change: (query: URLSearchParams) => void): Request {
  const { query, body } = post(TEXT);
  const parameters = new URLSearchParams(query);
  change(parameters);
  return requestOf({ query: String(parameters), body });
}

function withBody(change: (body: string) => NonNullable<RequestInit["body"]>): Request {
  const { query, body } = post(TEXT);
  return requestOf({ query, body: "" }, { body: change(body) });
}

function flipped(bytes: Buffer, index: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(index) ^ 1, index);
  return copy;
}

/** Requests that are forged or broken, and the reason for which each is refused. */
export const forgeries: Readonly<
  Record<string, readonly [kind: CallbackErrorKind, request: Request]>
> = {
  "no query": ["signature", requestOf({ query: "", body: post(TEXT).body })],
  "no signature": ["signature", withQuery((query) => query.delete("msg_signature"))],
  "no timestamp": ["signature", withQuery((query) => query.delete("timestamp"))],
  "no nonce": ["signature", withQuery((query) => query.delete("nonce"))],
  "an empty signature": ["signature", withQuery((query) => query.set("msg_signature", ""))],
  "a signature of zeros": [
    "signature",
    withQuery((query) => query.set("msg_signature", "0".repeat(40))),
  ],
  "a signature of NUL": [
    "signature",
    withQuery((query) => query.set("msg_signature", "\0".repeat(40))),
  ],
  "a longer signature": [
    "signature",
    withQuery((query) => query.set("msg_signature", `${query.get("msg_signature")}0`)),
  ],
  "a shorter signature": [
    "signature",
    withQuery((query) => query.set("msg_signature", query.get("msg_signature")?.slice(1) ?? "")),
  ],
  "a signature in capitals": [
    "signature",
    withQuery((query) => query.set("msg_signature", "ABCDEF".repeat(7).slice(2))),
  ],
  "a second signature in front": [
    "signature",
    requestOf({ ...post(TEXT), query: `msg_signature=0&${post(TEXT).query}` }),
  ],
  "another timestamp": ["signature", withQuery((query) => query.set("timestamp", "1700000000"))],
  "another nonce": ["signature", withQuery((query) => query.set("nonce", "1"))],
  "the ciphertext of another message": [
    "signature",
    requestOf({ query: post(TEXT).query, body: post("<xml/>").body }),
  ],
  "another token": ["signature", requestOf(post(TEXT, { token: "another" }))],
  "an empty token": ["signature", requestOf(post(TEXT, { token: "" }))],
  "another key": ["padding", requestOf(post(TEXT, { encodingAesKey: OTHER_KEY }))],
  "another receiver": ["receiveid", requestOf(post(TEXT, { receiveId: "ww1123456789abcdef" }))],
  "no receiver": ["receiveid", requestOf(post(TEXT, { receiveId: "" }))],
  "the beginning of a receiver": ["receiveid", requestOf(post(TEXT, { receiveId: "ww0123" }))],
  "a receiver with a NUL behind it": [
    "receiveid",
    requestOf(post(TEXT, { receiveId: `${receiver.receiveId}\0` })),
  ],
  "a receiver that is not UTF-8": [
    "receiveid",
    requestOf(signedWith((plaintext) => flippedReceiver(plaintext))),
  ],
  "a length beyond the end": [
    "length",
    requestOf(signedWith((plaintext) => flipped(plaintext, 16))),
  ],
  "a length that takes one byte of the receiver": [
    "receiveid",
    requestOf(signedWith((plaintext) => withLength(plaintext, 1))),
  ],
  "a length that leaves one byte to the receiver": [
    "receiveid",
    requestOf(signedWith((plaintext) => withLength(plaintext, -1))),
  ],
  "a padding of zeros": [
    "padding",
    requestOf(signedWith((plaintext) => Buffer.concat([plaintext, Buffer.alloc(32)]))),
  ],
  "a padding of a second kind": [
    "padding",
    requestOf(signedWith((plaintext) => Buffer.concat([plaintext, Buffer.alloc(16, 17)]))),
  ],
  "a text that is not UTF-8": [
    "utf8",
    requestOf(
      signedWith((plaintext) =>
        Buffer.concat([plaintext.subarray(0, 20), Buffer.from([0xff]), plaintext.subarray(21)]),
      ),
    ),
  ],
  "a ciphertext of half a block": [
    "block-size",
    requestOf(
      post(TEXT, { encrypt: (text) => Buffer.from(text, "base64").subarray(8).toString("base64") }),
    ),
  ],
  "a ciphertext without a block": ["base64", requestOf(post(TEXT, { encrypt: () => "" }))],
  "a ciphertext in the alphabet of URLs": [
    "base64",
    requestOf(post(TEXT, { encrypt: (text) => text.replaceAll(/[A-M]/g, "-") })),
  ],
  "a ciphertext with a line break": [
    "base64",
    requestOf(post(TEXT, { encrypt: (text) => `${text.slice(0, 76)}\n${text.slice(76)}` })),
  ],
  "no body": ["envelope", withBody(() => "")],
  "white space": ["envelope", withBody(() => " \n ")],
  "another text": ["envelope", withBody(() => "Encrypt")],
  "half of a body": ["envelope", withBody((body) => body.slice(0, body.length / 2))],
  "JSON without a ciphertext": ["envelope", withBody(() => "{}")],
  "a ciphertext that is no string": ["envelope", withBody(() => '{"encrypt":["AAAA"]}')],
  "a ciphertext that is inherited": [
    "envelope",
    withBody(() => '{"__proto__":{"encrypt":"AAAA"}}'),
  ],
  "JSON that ends early": ["envelope", withBody(() => '{"encrypt":')],
  "bytes that are not UTF-8": [
    "envelope",
    withBody((body) => new Uint8Array([...Buffer.from(body.slice(0, -6)), 0xff, 0xfe])),
  ],
  "too large a body": ["size", withBody((body) => body + " ".repeat(2 ** 20))],
  "the method PUT": ["method", requestOf(post(TEXT), { method: "PUT" })],
  "the method DELETE": ["method", requestOf(post(TEXT), { method: "DELETE" })],
  "the method HEAD": [
    "method",
    new Request(`${URL_OF_RECEIVER}?${verification("1")}`, { method: "HEAD" }),
  ],
  "the verification of a URL without echostr": [
    "signature",
    new Request(`${URL_OF_RECEIVER}?${verification("1").replace("echostr", "echo")}`),
  ],
  "the verification of another URL": [
    "receiveid",
    new Request(`${URL_OF_RECEIVER}?${verification("1", { receiveId: "ww1" })}`),
  ],
};

function signedWith(plaintext: NonNullable<Forgery["plaintext"]>) {
  return post(TEXT, { plaintext });
}

function withLength(plaintext: Buffer, difference: number): Buffer {
  const copy = Buffer.from(plaintext);
  copy.writeUInt32BE(copy.readUInt32BE(16) + difference, 16);
  return copy;
}

function flippedReceiver(plaintext: Buffer): Buffer {
  const copy = Buffer.from(plaintext);
  copy.writeUInt8(0xff, 20 + copy.readUInt32BE(16));
  return copy;
}
