import { setTimeout } from "node:timers/promises";
import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import {
  CallbackError,
  CallbackReceiver,
  type CallbacksOptions,
} from "../../templates/typescript/src/callbacks/index.js";
import { DecodeError } from "../../templates/typescript/src/runtime/errors.js";
import { post, receiver, replyIn, signedText, verification } from "../support/callback-sender.js";
import { plainTexts } from "./texts.js";

const URL_OF_RECEIVER = "https://example.com/callback";
const SECOND = {
  token: "second",
  encodingAesKey: "wUcUKAsNBhvThuDitdZH6bJFm7nuoWHAgXemB8QxlFU",
  receiveId: "dk0123456789abcdef",
};

function callbacksOf(options: Partial<CallbacksOptions<string>> = {}) {
  return new CallbackReceiver<string, never>({ ...receiver, ...options }, plainTexts);
}

function requestOf({ query, body }: ReturnType<typeof post>): Request {
  return new Request(`${URL_OF_RECEIVER}?${query}`, { method: "POST", body });
}

/** Returns a receiver that remembers messages, whose handler waits for a number of messages to be read. */
function started(messages: number, isFailing = false) {
  const ids = new Set<string>();
  const forgotten: string[] = [];
  let read = 0;
  let runs = 0;
  const parse = (text: string) => {
    read += 1;
    return text;
  };
  const options = {
    ...receiver,
    seen: (id: string) => ids.size === ids.add(id).size,
    forget: (id: string) => forgotten.push(id),
  };
  const callbacks = new CallbackReceiver<string, never>(options, { ...plainTexts, parse });
  const handler = async () => {
    runs += 1;
    const run = runs;
    await vi.waitUntil(() => read >= messages, 10_000);
    // The digests of messages come after their texts.
    await setTimeout(300);
    if (run === 1 && isFailing) throw new Error("busy");
    return "answer";
  };
  const send = (text: string) => callbacks.handle(requestOf(post(text)), handler);
  return { send, forgotten, runs: () => runs };
}

describe("answers", () => {
  test("a URL is verified with the decrypted text alone", async () => {
    const response = await callbacksOf().handle(
      new Request(`${URL_OF_RECEIVER}?${verification("\ufeff 1616140317555161061\n")}`),
    );
    expect(Buffer.from(await response.arrayBuffer()).toString()).toBe(
      "\ufeff 1616140317555161061\n",
    );
  });

  test.each([undefined, null, ""])("%j is an empty answer of success", async (nothing) => {
    const response = await callbacksOf().handle(requestOf(post("<xml/>")), () => nothing);
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });

  test.each(["<xml>hello</xml>", '{"msgtype":"text"}'])(
    "a text is encrypted and signed: %s",
    async (text) => {
      const response = await callbacksOf().handle(
        requestOf(post(text)),
        (message) => `${message}😀`,
      );
      expect(response.headers.get("content-type")).toMatch(text.startsWith("{") ? /json/ : /xml/);
      expect(replyIn(await response.text())).toBe(`${text}😀`);
    },
  );

  test("a response is taken as it stands", async () => {
    const own = new Response("success", { status: 202 });
    const response = await callbacksOf().handle(requestOf(post("<xml/>")), () => own);
    expect([response.status, await response.text()]).toEqual([202, "success"]);
  });

  test("a message without a handler is not confirmed", async () => {
    const response = await callbacksOf().handle(requestOf(post("<xml/>")));
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET"]);
  });

  test("an error of the handler is the caller's", async () => {
    const error = new CallbackError("signature");
    const answer = callbacksOf().handle(requestOf(post("<xml/>")), () => Promise.reject(error));
    await expect(answer).rejects.toBe(error);
  });

  test("a request that is read already is a mistake of the caller", async () => {
    const request = requestOf(post("<xml/>"));
    await request.text();
    await expect(callbacksOf().handle(request, () => {})).rejects.toThrow(/receive\(\)/);
  });

  test("a text that differs from the specification is refused, with its cause", async () => {
    const cause = new DecodeError([{ path: ["xml", "A"], message: "expected integer" }]);
    const parse = () => {
      throw cause;
    };
    const callbacks = new CallbackReceiver(receiver, { ...plainTexts, parse });
    const error: unknown = await callbacks
      .receive(post("<xml/>"))
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: "message", status: 403, cause });
  });
});

describe("without requests of the platform", () => {
  test.each([
    ["text", (query: string) => query],
    ["text with a question mark", (query: string) => `?${query}`],
    ["URLSearchParams", (query: string) => new URLSearchParams(query)],
    ["object", (query: string) => Object.fromEntries(new URLSearchParams(query))],
  ])("the query may be a %s", async (_kind, queryOf) => {
    const { query, body } = post("<xml>1</xml>");
    const received = await callbacksOf().receive({
      query: queryOf(query),
      body: Buffer.from(body),
    });
    expect(received).toMatchObject({
      text: "<xml>1</xml>",
      format: "xml",
      receiveId: receiver.receiveId,
    });
    expect(replyIn((await received.reply("answer")).body)).toBe("answer");
  });

  test.each([{ query: {} }, { query: { msg_signature: ["a", "b"], timestamp: 1 } }])(
    "parameters that are no texts are none: %j",
    async ({ query }) => {
      const { body } = post("<xml/>");
      await expect(callbacksOf().receive({ query, body })).rejects.toMatchObject({
        kind: "signature",
      });
    },
  );

  test.each([
    [{}, "expected a query"],
    [{ query: "a=b" }, "expected a body"],
    [{ query: null, body: "" }, "expected a query"],
  ])("a program that passes %j is told of it", async (passed, sentence) => {
    const received = callbacksOf().receive(passed as ReturnType<typeof post>);
    await expect(received).rejects.toThrow(new TypeError(sentence));
  });

  test("an empty query, and a verification without parameters, have no signature", async () => {
    const callbacks = callbacksOf();
    const none = {} as Parameters<typeof callbacks.verifyUrl>[0];
    const { body } = post("<xml/>");
    for (const refused of [callbacks.receive({ query: "", body }), callbacks.verifyUrl(none)]) {
      await expect(refused).rejects.toMatchObject({ kind: "signature", status: 403 });
    }
  });

  test("encrypts with the current time and random bytes", async () => {
    const [one, other] = [await callbacksOf().encrypt("a"), await callbacksOf().encrypt("a")];
    expect(one.encrypt).not.toBe(other.encrypt);
    expect(one.nonce).not.toBe(other.nonce);
    expect(Math.abs(Number(one.timestamp) - Date.now() / 1000)).toBeLessThan(5);
    expect(replyIn(one.body)).toBe("a");
  });

  test("a nonce stays within its element", async () => {
    const { body } = await callbacksOf().encrypt("a", { nonce: "]]></Nonce>" });
    expect(body).toContain("<Nonce><![CDATA[]]]]><![CDATA[></Nonce>]]></Nonce>");
  });

  test.each([
    { timestamp: "now" },
    { timestamp: -1 },
    { timestamp: 1.5 },
    { random: "short" },
    { random: new Uint8Array(17) },
  ])("refuses %j", async (options) => {
    await expect(callbacksOf().encrypt("a", options)).rejects.toThrow(TypeError);
  });
});

describe("several receivers", () => {
  const callbacks = callbacksOf({
    token: [receiver.token, SECOND.token],
    encodingAesKey: [receiver.encodingAesKey, SECOND.encodingAesKey],
    receiveId: [receiver.receiveId, SECOND.receiveId],
  });

  test.each([receiver, SECOND, { ...SECOND, token: receiver.token }])(
    "a reply has the token and the key of its message: %j",
    async (sender) => {
      const response = await callbacks.handle(requestOf(post("<xml/>", sender)), () => "answer");
      expect(replyIn(await response.text(), sender)).toBe("answer");
    },
  );

  test("the error of the right key is told", async () => {
    const one = signedText("a", { ...SECOND, receiveId: "ww1" });
    const signed = { ...one, msgSignature: one.msg_signature };
    await expect(callbacks.decrypt(signed)).rejects.toMatchObject({ kind: "receiveid" });
  });

  test("a function may know the receivers", async () => {
    const known = callbacksOf({ receiveId: async (id) => Promise.resolve(id.startsWith("ww")) });
    const sender = { ...receiver, receiveId: "ww-of-a-customer" };
    const { receiveId, reply } = await known.receive(post("<xml/>", sender));
    expect(receiveId).toBe("ww-of-a-customer");
    expect(replyIn((await reply("a")).body, sender)).toBe("a");
    const other = known.receive(post("<xml/>", { receiveId: "dk" }));
    await expect(other).rejects.toMatchObject({ kind: "receiveid" });
    await expect(known.encrypt("a")).rejects.toThrow(TypeError);
    expect(
      replyIn((await known.encrypt("a", { receiveId: "ww2" })).body, {
        ...receiver,
        receiveId: "ww2",
      }),
    ).toBe("a");
  });
});

describe("repetitions", () => {
  test.each([
    [-301, "age"],
    [-290, "<xml/>"],
    [290, "<xml/>"],
    [301, "age"],
  ])("a message %i seconds from now with a maxAge of 300: %s", async (seconds, outcome) => {
    const timestamp = String(Math.floor(Date.now() / 1000) + seconds);
    const received = callbacksOf({ maxAge: 300 }).receive(post("<xml/>", { timestamp }));
    const told = await received.then(
      ({ text }) => text,
      (error: unknown) => error instanceof CallbackError && error.kind,
    );
    expect(told).toBe(outcome);
  });

  const seconds = Math.floor(Date.now() / 1000);
  const texts = ["now", "", ` ${seconds}`, `${seconds}.0`, `0x${seconds.toString(16)}`];
  test.each(texts)("a timestamp that is not digits alone is too old: %j", async (timestamp) => {
    const signed = post("<xml/>", { timestamp });
    expect((await callbacksOf().receive(signed)).text).toBe("<xml/>");
    await expect(callbacksOf({ maxAge: 300 }).receive(signed)).rejects.toMatchObject({
      kind: "age",
    });
  });

  test("a message that is sent again is confirmed, and not handled again", async () => {
    const ids = new Set<string>();
    const seen = (id: string) => ids.size === ids.add(id).size;
    const callbacks = callbacksOf({ seen });
    let handled = 0;
    const answer = async (text: string) => {
      const response = await callbacks.handle(requestOf(post(text)), () => {
        handled += 1;
      });
      return [response.status, await response.text()];
    };
    expect(await answer("<xml>1</xml>")).toEqual([200, ""]);
    expect(await answer("<xml>1</xml>")).toEqual([200, ""]);
    expect(handled).toBe(1);
    await answer("<xml>2</xml>");
    expect(handled).toBe(2);
  });

  test("a message whose handler has failed is handled again", async () => {
    const ids = new Set<string>();
    const callbacks = callbacksOf({
      seen: (id) => ids.size === ids.add(id).size,
      forget: (id) => ids.delete(id),
    });
    let attempts = 0;
    const handler = () => {
      attempts += 1;
      if (attempts === 1) throw new Error("busy");
    };
    await expect(callbacks.handle(requestOf(post("<xml/>")), handler)).rejects.toThrow("busy");
    expect((await callbacks.handle(requestOf(post("<xml/>")), handler)).status).toBe(200);
    expect(attempts).toBe(2);
  });
});

describe("a repetition while the handler is running", () => {
  test("gets the answer of that handler", async () => {
    const { send, runs } = started(4);
    const answers = [send("<xml>1</xml>"), send("<xml>1</xml>"), send("<xml>1</xml>")];
    const other = send("<xml>2</xml>");
    const bodies = await Promise.all(answers.map(async (answer) => (await answer).text()));
    expect(bodies.map((body) => replyIn(body))).toEqual(["answer", "answer", "answer"]);
    await other;
    expect(runs()).toBe(2);
    // WeCom has got an answer, and whoever sends the message again gets none.
    expect(await (await send("<xml>1</xml>")).text()).toBe("");
    expect(runs()).toBe(2);
  });

  test("fails with that handler, so that WeCom sends the message again", async () => {
    const { send, forgotten } = started(2, true);
    const answers = [send("<xml/>"), send("<xml/>")];
    const outcomes = await Promise.allSettled(answers);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(forgotten).toHaveLength(1);
  });
});

describe("settings", () => {
  test.each(["short", `${receiver.encodingAesKey}=`, ""])(
    "refuses the key %j",
    (encodingAesKey) => {
      expect(() => callbacksOf({ encodingAesKey })).toThrow(CallbackError);
    },
  );

  test.each([
    { token: "" },
    { token: [] },
    { token: ["a", ""] },
    { encodingAesKey: [] },
    { receiveId: [] },
  ])("refuses %j", (options) => {
    expect(() => callbacksOf(options)).toThrow(TypeError);
  });

  test.each(["token", "encodingAesKey", "receiveId"])("names the option %s", (option) => {
    const sentence = new TypeError(`expected a text or several as the option ${option}`);
    for (const value of [undefined, null, 1, [], ["a".repeat(43), undefined]]) {
      expect(() => callbacksOf({ [option]: value })).toThrow(sentence);
    }
  });

  test.each(["maxAge", "maxBytes"])("refuses a %s that is not a positive number", (option) => {
    const sentence = new TypeError(`expected a positive number as the option ${option}`);
    for (const value of [NaN, "abc", "300", -1, 0, -Infinity, null, 10n]) {
      expect(() => callbacksOf({ [option]: value })).toThrow(sentence);
    }
    expect(() => callbacksOf({ [option]: Infinity })).not.toThrow();
  });

  test("secrets are not shown", () => {
    const shown = inspect(callbacksOf(), { depth: 9, showHidden: true });
    expect(shown).not.toContain(receiver.token);
    expect(shown).not.toContain(receiver.encodingAesKey);
  });

  test("a body may be as large as the limit", async () => {
    const { query, body } = post("<xml/>");
    const size = Buffer.byteLength(body);
    expect((await callbacksOf({ maxBytes: size }).receive({ query, body })).text).toBe("<xml/>");
    const smaller = callbacksOf({ maxBytes: size - 1 }).receive({ query, body });
    await expect(smaller).rejects.toMatchObject({ kind: "size", status: 413 });
  });
});
