import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CallbackReceiver } from "../../templates/typescript/src/callbacks/index.js";
import { post, receiver, replyIn, verification } from "../support/callback-sender.js";
import { plainTexts } from "./texts.js";

const callbacks = new CallbackReceiver(receiver, plainTexts);
let server: Server;
let url: string;
const handled: string[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { method = "GET", url: path = "/" } = request;
    const body = method === "POST" ? (Readable.toWeb(request) as ReadableStream) : null;
    const init = { method, body, duplex: "half" } as const;
    const answer = await callbacks.handle(
      new Request(new URL(path, "http://localhost"), init),
      (message) => {
        handled.push(message);
        return message.includes("question") ? `answer to ${message}` : undefined;
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
  server.closeAllConnections();
  server.close();
});

async function send({ query, body }: { readonly query: string; readonly body: string }) {
  const response = await fetch(`${url}?${query}`, { method: "POST", body });
  return { status: response.status, text: await response.text() };
}

/** Writes bytes to the server, and returns the first line of its answer, if one comes in time. */
async function statusLineOf(parts: readonly string[]): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let answer = "";
  socket.on("data", (data) => {
    answer += data.toString();
  });
  for (const part of parts) socket.write(part);
  await new Promise<void>((resolve) => {
    socket.on("error", () => {}).on("close", () => resolve());
    setTimeout(() => socket.destroy(), 200);
  });
  return answer.split("\r\n")[0] ?? "";
}

describe("a server of node:http", () => {
  test("verifies its URL", async () => {
    const response = await fetch(`${url}?${verification("123456")}`);
    expect([response.status, await response.text()]).toEqual([200, "123456"]);
  });

  test("confirms a message, and answers a question", async () => {
    expect(await send(post("<xml>event</xml>"))).toEqual({ status: 200, text: "" });
    const { text } = await send(post("<xml>question 😀</xml>"));
    expect(replyIn(text)).toBe("answer to <xml>question 😀</xml>");
    const bot = await send(post('{"question":1}'));
    expect(replyIn(bot.text)).toBe('answer to {"question":1}');
  });

  test("takes a body in pieces", async () => {
    const { query, body } = post("<xml>pieces</xml>");
    const chunks = [...body].map((character) => `1\r\n${character}\r\n`);
    const head = `POST /callback?${query} HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n`;
    expect(await statusLineOf([head, ...chunks, "0\r\n\r\n"])).toBe("HTTP/1.1 200 OK");
    expect(handled).toContain("<xml>pieces</xml>");
  });

  test("survives senders that break off, and those that do not end", async () => {
    const { query, body } = post("<xml>half</xml>");
    const head = `POST /callback?${query} HTTP/1.1\r\nhost: a\r\n`;
    await statusLineOf([`${head}content-length: ${body.length}\r\n\r\n`, body.slice(0, 50)]);
    const chunk = `10000\r\n${"<".repeat(2 ** 16)}\r\n`;
    const endless = Array.from({ length: 20 }, () => chunk);
    const line = await statusLineOf([`${head}transfer-encoding: chunked\r\n\r\n`, ...endless]);
    expect(line).toBe("HTTP/1.1 413 Payload Too Large");
    expect(handled).not.toContain("<xml>half</xml>");
    expect((await send(post("<xml>after</xml>"))).status).toBe(200);
  });

  test("keeps messages apart under load, whatever is forged among them", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 150 }, async (_, index) => {
        const text = `<xml>question ${index} ${"字".repeat(index)}</xml>`;
        if (index % 3 === 0) return send(post(text, { token: "forged" }));
        if (index % 7 === 0) return send(post(text, { receiveId: "forged" }));
        const { text: body } = await send(post(text));
        return replyIn(body) === `answer to ${text}`;
      }),
    );
    const forged = outcomes.filter((outcome) => typeof outcome === "object");
    expect(forged.length).toBeGreaterThan(50);
    expect(new Set(forged.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ status: 403, text: "" })]),
    );
    expect(outcomes.filter((outcome) => outcome === true)).toHaveLength(150 - forged.length);
  });
});
