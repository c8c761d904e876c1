import {
  CallbackError,
  CallbackReceiver,
  type Texts,
} from "../../templates/typescript/src/callbacks/index.js";

/** A vector of `callbacks.json`: what it has depends on its `op`. */
export interface CallbackVector {
  readonly id: string;
  readonly case: string;
  readonly op: "decrypt" | "verify-url" | "receive" | "reply" | "key";
  readonly token?: string;
  readonly encodingAESKey: string;
  readonly receiveId?: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly msgSignature: string;
  readonly encrypt: string;
  readonly random: string;
  readonly message: string;
  readonly url: string;
  readonly query: string;
  readonly body?: string;
  readonly fields: Readonly<Record<string, string | number>>;
  readonly response: string;
  readonly ok: boolean;
  readonly kind: string;
}

/** The outcome of a vector, in the form of the vector itself. */
export type Outcome = string | { readonly kind: string };

/** Runs a vector on the cryptography of the runtime that runs the module. */
export async function outcomeOf(
  vector: CallbackVector,
  texts: Texts<string, never>,
): Promise<Outcome> {
  try {
    return await resultOf(vector, texts);
  } catch (error) {
    if (error instanceof CallbackError) return { kind: error.kind };
    throw error;
  }
}

/** Returns the outcome that a vector demands. */
export function expectedOf({ ok, kind, op, message, fields, body = "" }: CallbackVector): Outcome {
  if (!ok) return { kind };
  if (op === "key") return "";
  return op === "reply" ? JSON.stringify([fields, body]) : message;
}

async function resultOf(vector: CallbackVector, texts: Texts<string, never>): Promise<string> {
  const { op, token = "-", encodingAESKey: encodingAesKey, receiveId = "" } = vector;
  const callbacks = new CallbackReceiver({ token, encodingAesKey, receiveId }, texts);
  const { msgSignature, timestamp, nonce, encrypt } = vector;
  switch (op) {
    case "key":
      return "";
    case "decrypt":
      return callbacks.decrypt({ msgSignature, timestamp, nonce, encrypt });
    case "verify-url": {
      const response = await callbacks.handle(new Request(vector.url));
      if (response.status !== 200) return callbacks.verifyUrl({ ...vector, echostr: encrypt });
      return response.text();
    }
    case "receive":
      return (await callbacks.receive({ query: vector.query, body: vector.body ?? "" })).text;
    case "reply":
      return replyOf(vector, callbacks);
  }
}

async function replyOf(
  { message, timestamp, nonce, random, fields }: CallbackVector,
  callbacks: CallbackReceiver<string, never>,
): Promise<string> {
  const isJson = "encrypt" in fields;
  const format = isJson ? "json" : "xml";
  const sealed = await callbacks.encrypt(message, { timestamp, nonce, random, format });
  const { encrypt, msgSignature, body } = sealed;
  if (isJson) return JSON.stringify([JSON.parse(body), ""]);
  const elements = { Encrypt: encrypt, MsgSignature: msgSignature };
  const all = { ...elements, TimeStamp: sealed.timestamp, Nonce: sealed.nonce };
  return JSON.stringify([all, body]);
}
