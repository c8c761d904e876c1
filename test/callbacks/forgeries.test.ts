import { assert, asyncProperty, boolean, integer, nat } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CallbackReceiver,
  type CallbackErrorKind,
  type CallbacksOptions,
} from "../../templates/typescript/src/callbacks/index.js";
import { forgeries, requestOf, TEXT, URL_OF_RECEIVER } from "../support/callback-forgeries.js";
import { post, receiver } from "../support/callback-sender.js";
import { plainTexts } from "./texts.js";

/** The answer to a request, and what the receiver has told itself. */
async function answerTo(request: Request, options: Partial<CallbacksOptions<string>> = {}) {
  const kinds: CallbackErrorKind[] = [];
  const messages: string[] = [];
  const onError = ({ kind }: { readonly kind: CallbackErrorKind }) => kinds.push(kind);
  const callbacks = new CallbackReceiver({ ...receiver, onError, ...options }, plainTexts);
  const { status, body, headers } = await callbacks.handle(request, (message) => {
    messages.push(message);
  });
  return { status, body, headers, kinds, messages };
}

describe("forged and broken requests", () => {
  test.each(Object.entries(forgeries))("%s", async (_name, [kind, request]) => {
    const { status, body, headers, kinds, messages } = await answerTo(request);
    expect({ kinds, messages }).toEqual({ kinds: [kind], messages: [] });
    expect(status).toBe(kind === "method" ? 405 : kind === "size" ? 413 : 403);
    expect(body).toBeNull();
    expect([...headers.keys()]).toEqual(kind === "method" ? ["allow"] : []);
  });

  test("a body without an end is not read to its end", async () => {
    let chunks = 0;
    let isCancelled = false;
    const body = new ReadableStream({
      pull: (controller) => {
        chunks += 1;
        controller.enqueue(new Uint8Array(2 ** 16));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    const request = new Request(URL_OF_RECEIVER, {
      method: "POST",
      body,
      duplex: "half",
    } as object);
    expect((await answerTo(request)).kinds).toEqual(["size"]);
    expect(chunks).toBeLessThan(20);
    expect(isCancelled).toBe(true);
  });

  test("a body that breaks off is no error of the receiver", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
    const request = new Request(URL_OF_RECEIVER, {
      method: "POST",
      body,
      duplex: "half",
    } as object);
    expect((await answerTo(request)).kinds).toEqual(["envelope"]);
  });

  test("the length that the sender declares is enough to refuse a body", async () => {
    const request = requestOf(post(TEXT), { headers: { "content-length": "9999999" } });
    expect((await answerTo(request)).kinds).toEqual(["size"]);
  });

  test("any other byte in a request is refused, or changes nothing", async () => {
    await assert(
      asyncProperty(
        nat(),
        integer({ min: 0, max: 255 }),
        boolean(),
        async (place, byte, isBody) => {
          const { query, body } = post(TEXT);
          const bytes = Uint8Array.from(Buffer.from(isBody ? body : query));
          bytes[place % bytes.length] = byte;
          const result = isBody
            ? await outcomeOf(query, bytes)
            : await outcomeOf(String.fromCharCode(...bytes), Uint8Array.from(Buffer.from(body)));
          expect([403, [TEXT]]).toContainEqual(result);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** The status of a request, or the messages that it has brought. */
async function outcomeOf(query: string, body: Uint8Array<ArrayBuffer>) {
  const request = new Request(`${URL_OF_RECEIVER}?${query}`, { method: "POST", body });
  const { status, messages } = await answerTo(request);
  return messages.length === 0 ? status : messages;
}
