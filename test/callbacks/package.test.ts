import { rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CallbackReceiver } from "../../templates/typescript/src/callbacks/index.js";
import { post, receiver, replyIn, verification } from "../support/callback-sender.js";
import { cases } from "../support/cases.js";
import { buildPackage } from "../support/package.js";
import { generateCase } from "../support/case.js";

/** A message as the package types it. */
interface Message {
  readonly kind: string;
  readonly [property: string]: unknown;
}

/** The subpath `callbacks` of the package. */
interface Built {
  readonly Callbacks: new (options: object) => CallbackReceiver<Message, object>;
  readonly CallbackError: unknown;
  readonly parseCallback: (text: string) => Message;
}

let folder: string;
let built: Built;
let server: Server;
let url: string;

beforeAll(async () => {
  const { text = "" } = cases.find(({ name }) => name.endsWith("callbacks/bot.md")) ?? {};
  folder = buildPackage((await generateCase(text)).files);
  built = (await import(pathToFileURL(join(folder, "dist/callbacks.js")).href)) as Built;
  const callbacks = new built.Callbacks(receiver);
  server = createServer(async (request, response) => {
    const { method = "GET", url: path = "/" } = request;
    const body = method === "POST" ? (Readable.toWeb(request) as ReadableStream) : null;
    const init = { method, body, duplex: "half" } as const;
    const answer = await callbacks.handle(
      new Request(new URL(path, "http://localhost"), init),
      (message) => {
        if (message.kind === "text") return { msgType: "text", text: message["text"] };
        if (message.kind === "enterChat") return { msgType: "stream", stream: { id: "S1" } };
        return undefined;
      },
    );
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function send(message: object, forgery = {}) {
  const { query, body } = post(JSON.stringify(message), forgery);
  const response = await fetch(`${url}?${query}`, { method: "POST", body });
  return { status: response.status, text: await response.text() };
}

describe("a built package", () => {
  test("verifies its URL, and answers by the kinds of messages", async () => {
    expect(await (await fetch(`${url}?${verification("42")}`)).text()).toBe("42");
    const text = await send({ msgid: "1", msgtype: "text", text: { content: "你好" } });
    expect(JSON.parse(replyIn(text.text))).toEqual({ msgtype: "text", text: { content: "你好" } });
    const event = { msgid: "2", msgtype: "event", event: { eventtype: "enter_chat" } };
    const stream = await send(event);
    expect(JSON.parse(replyIn(stream.text))).toMatchObject({ msgtype: "stream" });
    expect(await send({ msgid: "3", msgtype: "image" })).toEqual({ status: 200, text: "" });
  });

  test("refuses what is forged, and what differs from the specification", async () => {
    const refused = { status: 403, text: "" };
    expect(await send({ msgtype: "text" }, { token: "forged" })).toEqual(refused);
    expect(await send({ msgid: 1, msgtype: "text" })).toEqual(refused);
  });

  test.each([
    [{ msgtype: "text", create_time: 1 }, "text"],
    [{ msgtype: "event", event: { eventtype: "enter_chat" } }, "enterChat"],
    [{ msgtype: "event", event: { eventtype: "leave_chat" } }, "event"],
    [{ msgtype: "event" }, "event"],
    [{ msgtype: "constructor" }, "unknown"],
    [{}, "unknown"],
  ])("tells %j", (message, kind) => {
    expect(built.parseCallback(JSON.stringify({ msgid: "1", ...message })).kind).toBe(kind);
  });

  test("keeps the digits of integers, and the members of unknown messages", () => {
    const text = built.parseCallback('{"msgtype":"text","create_time":4561255354251345929}');
    expect(text).toMatchObject({ kind: "text", msgType: "text", time: 4561255354251345929n });
    const unknown = built.parseCallback('{"msgtype":"new","id":4561255354251345929}');
    const members = { msgtype: "new", id: 4561255354251345929n };
    expect(unknown).toMatchObject({ kind: "unknown", format: "json", members });
    expect(built.parseCallback("<xml><A>1</A><A>2</A><B><C/></B></xml>")).toMatchObject({
      kind: "unknown",
      format: "xml",
      members: { A: ["1", "2"], B: { C: "" } },
    });
  });

  test("has one class of errors in all of its subpaths", async () => {
    const index = (await import(pathToFileURL(join(folder, "dist/index.js")).href)) as Built;
    expect(built.CallbackError).toBe(index.CallbackError);
    expect(built.Callbacks).toBe(index.Callbacks);
  });
});

test("a built package answers messages in XML", async () => {
  const { text = "" } = cases.find(({ name }) => name.endsWith("callbacks/messages.md")) ?? {};
  const ofXml = buildPackage((await generateCase(text)).files);
  const { Callbacks } = (await import(
    pathToFileURL(join(ofXml, "dist/callbacks.js")).href
  )) as Built;
  const handled: Message[] = [];
  const answerTo = async (message: string) => {
    const { query, body } = post(message);
    const request = new Request(`https://example.com/?${query}`, { method: "POST", body });
    const response = await new Callbacks(receiver).handle(request, (one) => {
      handled.push(one);
      return one.kind === "text"
        ? { msgType: "text", content: `收到 <${String(one["content"])}>` }
        : undefined;
    });
    return response.text();
  };
  const head =
    "<ToUserName><![CDATA[corp]]></ToUserName><FromUserName><![CDATA[zhang]]></FromUserName>" +
    "<CreateTime>1348831860</CreateTime>";
  const own = "<MsgType>text</MsgType><Content>你好</Content><MsgId>4561255354251345929</MsgId>";
  const reply = replyIn(await answerTo(`<xml>${head}${own}</xml>`));
  expect(reply).toMatch(
    /^<xml><ToUserName>zhang<\/ToUserName><FromUserName>corp<\/FromUserName><CreateTime>\d{10}<\/CreateTime><MsgType>text<\/MsgType><Content>收到 &lt;你好&gt;<\/Content><\/xml>$/,
  );
  const event = "<MsgType>event</MsgType><Event>change_external_contact</Event>";
  const added = `${event}<ChangeType>add_external_contact</ChangeType><ExternalUserID>wm1</ExternalUserID>`;
  expect(await answerTo(`<xml>${head}${added}</xml>`)).toBe("");
  await answerTo(`<xml>${head}${event}</xml>`);
  await answerTo(`<xml>${head}<MsgType>new</MsgType></xml>`);
  expect(handled).toMatchObject([
    { kind: "text", msgId: 4561255354251345929n, createTime: 1348831860, fromUserName: "zhang" },
    { kind: "addExternalContact", externalUserId: "wm1", toUserName: "corp" },
    { kind: "event", event: "change_external_contact" },
    { kind: "unknown", members: { MsgType: "new", ToUserName: "corp" } },
  ]);
  rmSync(ofXml, { recursive: true });
});

test("a package without callbacks has nothing of them", async () => {
  const { text = "" } = cases.find(({ name }) => name.endsWith("output/calls.md")) ?? {};
  for (const [path, content] of (await generateCase(text)).files) {
    expect(path).not.toMatch(/callback/i);
    expect(content).not.toMatch(/callback/i);
  }
});
