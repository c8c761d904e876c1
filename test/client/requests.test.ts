import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { callInQuery } from "../../generated/src/client/index.js";
import { externalContactList, WorkWxError, type ResponseEvent } from "../../generated/src/index.js";
import { clientOf, failureOf, list, LIST, server, serverForEachTest } from "./server.js";

serverForEachTest();

describe("requests", () => {
  test("go through a gateway with a path", async () => {
    const gateway = createServer((request, response) => {
      const target = `${server.url}${(request.url ?? "").replace(/^\/wecom/, "")}`;
      void fetch(target).then(async (answer) => response.end(await answer.text()));
    });
    await new Promise<void>((resolve) => {
      gateway.listen(0, "127.0.0.1", resolve);
    });
    const { port } = gateway.address() as AddressInfo;
    const result = await list(clientOf({ baseUrl: `http://127.0.0.1:${port}/wecom` }));
    expect(result.externalUserId).toEqual(["wm1"]);
    gateway.closeAllConnections();
    gateway.close();
  });

  test("leave `null` out of the query, and write everything else as text", async () => {
    const urls: string[] = [];
    const workwx = clientOf({
      baseUrl: "https://example.com",
      tokenStore: { get: () => ({ value: "t", freshUntil: Infinity }), set: () => {} },
      fetch: (url) => {
        urls.push(url as string);
        return Promise.resolve(Response.json({}));
      },
    });
    const endpoint = { name: "get", method: "GET", path: "/get" } as const;
    const request = { a: null, b: false, c: 0, d: "", e: [1, null], f: { g: 1 } };
    await callInQuery(workwx, endpoint, request, (json) => json);
    expect(urls).toHaveLength(1);
    expect([...new URL(urls[0] ?? "").searchParams]).toEqual([
      ["b", "false"],
      ["c", "0"],
      ["d", ""],
      ["e", "1"],
      ["e", "null"],
      ["f", '{"g":1}'],
      ["access_token", "t"],
    ]);
  });

  test.each([
    "qyapi",
    "localhost:8080",
    "ftp://example.com",
    "https://example.com/?key=1",
    "https://example.com/#key",
    "https://user:word@example.com/",
  ])("a base like %s is told at once", (baseUrl) => {
    expect(() => clientOf({ baseUrl })).toThrow(TypeError);
  });

  test.each(["/", "//", "/wecom", "/wecom/", "/a%20b/c//"])("a base may end in %s", async (end) => {
    const urls: string[] = [];
    const workwx = clientOf({
      baseUrl: `https://example.com${end}`,
      fetch: (url) => {
        urls.push(url as string);
        return Promise.resolve(Response.json({ access_token: "t", expires_in: 7200 }));
      },
    });
    await list(workwx);
    const base = `https://example.com${end.replace(/\/+$/, "")}`;
    expect(urls).toEqual([
      expect.stringMatching(/^[^?]*\/cgi-bin\/gettoken\?/),
      `${base}/cgi-bin/externalcontact/list?userid=zhang&access_token=t`,
    ]);
  });

  test("answers may be compressed, large, and of any content type", async () => {
    const users = Array.from({ length: 400_000 }, (_, index) => `wmxxxxxxxxxxxxxxxxxxxxxx${index}`);
    server.on(LIST, (_request, response) => {
      response.setHeader("content-encoding", "gzip");
      response.setHeader("content-type", "text/plain");
      response.end(gzipSync(JSON.stringify({ errcode: 0, external_userid: users })));
    });
    expect((await list(clientOf())).externalUserId).toHaveLength(users.length);
  });

  test("hooks are told of every attempt, without the secret and the token", async () => {
    let isBusy = true;
    server.on(LIST, () => {
      const answer = isBusy ? { errcode: -1, errmsg: "busy" } : {};
      isBusy = false;
      return answer;
    });
    const events: object[] = [];
    const onRequest = (event: object) => events.push(event);
    const onResponse = (event: object) => events.push(event);
    await list(clientOf({ onRequest, onResponse }));
    const url = `${server.url}/cgi-bin/externalcontact/list?userid=zhang&access_token=***`;
    const token = { call: "gettoken", method: "GET", attempt: 1 };
    const first = { call: "externalContactList", method: "GET", url, attempt: 1 };
    expect(events).toEqual([
      { ...token, url: `${server.url}/cgi-bin/gettoken?corpid=corp&corpsecret=***` },
      expect.objectContaining({
        ...token,
        status: 200,
        milliseconds: expect.any(Number) as number,
      }),
      first,
      expect.objectContaining({ ...first, status: 200, error: expect.any(WorkWxError) as Error }),
      { ...first, attempt: 2 },
      expect.objectContaining({ ...first, attempt: 2, status: 200 }),
    ]);
  });

  test("what a hook throws is the error of the call, which is not sent again", async () => {
    const mistake = new Error("a mistake in a hook");
    const onResponse = vi.fn<(event: { readonly call: string }) => void>(({ call }) => {
      if (call !== "gettoken") throw mistake;
    });
    expect(await failureOf(list(clientOf({ onResponse })))).toBe(mistake);
    expect(onResponse).toHaveBeenCalledTimes(2);
  });

  test("hooks are told the status of an answer that breaks off", async () => {
    server.on(LIST, (_request, response) => {
      response.write("{");
      void setTimeout(20).then(() => response.destroy());
    });
    const events: ResponseEvent[] = [];
    const onResponse = (event: ResponseEvent) => events.push(event);
    await failureOf(list(clientOf({ onResponse, retries: 0 })));
    expect(events.at(-1)).toMatchObject({ status: 200, error: { failure: "network" } });
  });

  test("hooks may take their time, and what they reject with is the error of the call", async () => {
    const order: string[] = [];
    const onRequest = async ({ call }: { readonly call: string }) => {
      await setTimeout(20);
      order.push(call);
    };
    server.on(LIST, () => ({ external_userid: [String(order.push("server"))] }));
    await list(clientOf({ onRequest }));
    expect(order).toEqual(["gettoken", "externalContactList", "server"]);
    const mistake = new Error("a mistake in a hook");
    for (const hook of ["onRequest", "onResponse"]) {
      const workwx = clientOf({ [hook]: () => Promise.reject(mistake) });
      expect(await failureOf(list(workwx))).toBe(mistake);
    }
  });

  test("a function of the caller's own takes the place of fetch", async () => {
    const own = vi.fn<typeof fetch>((url, init) => fetch(url, init));
    await externalContactList(clientOf({ fetch: own }), { userId: "x" });
    expect(own).toHaveBeenCalledTimes(2);
  });
});

test("the compiler demands what the specification does not call optional, and takes read-only lists", () => {
  const workwx = clientOf();
  const ids = ["zhang"] as const;
  const calls = [
    // @ts-expect-error -- The id is missing.
    () => workwx.externalContactGet({}),
    // @ts-expect-error -- The list is missing.
    () => workwx.externalContactBatchList({ limit: 1 }),
    () => workwx.externalContactBatchList({ userIds: ids }),
    () => workwx.externalContactRemark({ userId: "zhang", externalUserId: "wm1" }),
  ];
  expect(calls).toHaveLength(4);
});
