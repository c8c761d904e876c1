import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  externalContactList,
  mediaUpload,
  MemoryTokenStore,
  RateLimitError,
  ResponseError,
  TransportError,
  WorkWx,
  WorkWxError,
  type ClientOptions,
  type TokenStore,
} from "../../generated/src/index.js";
import { credentials, WeComServer, type Route } from "../support/wecom-server.js";

let server: WeComServer;

beforeEach(async () => {
  server = new WeComServer();
  server.on(LIST, () => ({ external_userid: ["wm1"] }));
  await server.start();
});

afterEach(() => server.stop());

const LIST = "GET /cgi-bin/externalcontact/list";
const REMARK = "POST /cgi-bin/externalcontact/remark";

const clientOf = (options: Partial<ClientOptions> = {}) =>
  new WorkWx({ ...credentials, baseUrl: server.url, ...options });

const list = (workwx: WorkWx, signal?: AbortSignal) =>
  workwx.externalContactList({ userId: "zhang" }, { signal });

const answers = (route: Route) => server.on(LIST, route);

const fails = (url: unknown) => Promise.reject(new Error(`cannot fetch ${url as string}`));
/** A route that fails some times first. */

const flaky = (times: number, fail: Route): Route => {
  let left = times;
  return (request, response) => {
    left -= 1;
    return left >= 0 ? fail(request, response) : {};
  };
};

const busy: Route = () => ({ errcode: -1, errmsg: "system busy" });

const broken: Route = (_request, response) => void response.destroy();

const remark = (workwx: WorkWx, idempotent?: boolean) =>
  workwx.externalContactRemark({ userId: "zhang" }, { idempotent });

const pageOf = (cursor: string) => (cursor === "" ? "2" : cursor === "2" ? "3" : "");

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: unknown) => error,
  );
}

/** Everything that a log could show of an error. */
function shownOf(error: unknown): string {
  const { message, stack } = error as Error;
  return [
    inspect(error, { depth: null, showHidden: true }),
    JSON.stringify(error),
    message,
    stack,
  ].join("\n");
}

describe("tokens", () => {
  test("500 calls at the start ask for one", async () => {
    server.tokenDelay = 30;
    const workwx = clientOf();
    const results = await Promise.all(Array.from({ length: 500 }, () => list(workwx)));
    expect(results).toHaveLength(500);
    expect(server.tokenRequests).toBe(1);
  });

  test("one that is revoked while 50 calls run is asked for once more", async () => {
    const workwx = clientOf();
    await list(workwx);
    server.revoke();
    server.tokenDelay = 20;
    await Promise.all(Array.from({ length: 50 }, () => list(workwx)));
    expect(server.tokenRequests).toBe(2);
  });

  test("one that expires is asked for before the server refuses it", async () => {
    server.lifetime = 1;
    const workwx = clientOf();
    await list(workwx);
    vi.useFakeTimers({ now: Date.now() + 950, toFake: ["Date"] });
    await list(workwx);
    vi.useRealTimers();
    expect(server.tokenRequests).toBe(2);
    expect(server.requests).toHaveLength(2);
  });

  test("one that expires on its way is asked for once more, and the call is sent again", async () => {
    let isExpired = true;
    server.on(LIST, () => {
      const answer = isExpired ? { errcode: 42001, errmsg: "access_token expired" } : {};
      isExpired = false;
      return answer;
    });
    await list(clientOf());
    expect(server.tokenRequests).toBe(2);
    expect(server.requests).toHaveLength(2);
  });

  test("a server that takes none gets one retry, and then the error", async () => {
    server.refusesAll = true;
    const error = await failureOf(list(clientOf()));
    expect(error).toBeInstanceOf(WorkWxError);
    expect(error).toMatchObject({ call: "externalContactList", errcode: 42001 });
    expect(server.requests).toHaveLength(2);
    expect(server.tokenRequests).toBe(2);
  });

  test("a secret that is wrong is an error of the call for a token", async () => {
    const error = await failureOf(list(clientOf({ corpSecret: "wrong secret" })));
    expect(error).toMatchObject({ call: "gettoken", errcode: 40001 });
    expect(shownOf(error)).not.toContain("wrong secret");
  });

  test("clients that share a store share a token, one of another application does not", async () => {
    const tokenStore = new MemoryTokenStore();
    await Promise.all([list(clientOf({ tokenStore })), list(clientOf({ tokenStore }))]);
    await list(clientOf({ tokenStore }));
    expect(server.tokenRequests).toBe(1);
    await list(clientOf({ tokenStore, agentId: 7 }));
    expect(server.tokenRequests).toBe(2);
  });

  test("a store of many processes is asked again under its lock", async () => {
    const kept = new Map<string, never>();
    const keys: string[] = [];
    const tokenStore: TokenStore = {
      get: (key) => Promise.resolve(kept.get(key)),
      set: (key, token) => void kept.set(key, token as never),
      lock: async (key, run) => {
        keys.push(key);
        // Another process has been faster.
        await list(clientOf({ tokenStore: { get: tokenStore.get, set: tokenStore.set } }));
        return run();
      },
    };
    await list(clientOf({ tokenStore }));
    expect(server.tokenRequests).toBe(1);
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toContain(credentials.corpSecret);
  });

  test("a request for one that fails is forgotten", async () => {
    const workwx = clientOf({ retries: 0 });
    await server.stop();
    expect(await failureOf(list(workwx))).toBeInstanceOf(TransportError);
    server = new WeComServer();
    server.on(LIST, () => ({}));
    await server.start();
    await list(clientOf());
  });
});

describe("errors", () => {
  test("of the server have its code, its words and the id of the request", async () => {
    answers(() => ({
      errcode: 40058,
      errmsg: "userid missing, hint: [1510120001], from ip: 1.2.3.4",
    }));
    const error = await failureOf(list(clientOf()));
    expect(error).toBeInstanceOf(WorkWxError);
    expect(error).toMatchObject({ errcode: 40058, requestId: "1510120001" });
    expect(String(error)).toBe(
      "WorkWxError: externalContactList: 40058 userid missing, hint: [1510120001], from ip: 1.2.3.4",
    );
  });

  test("of too many calls are of a type of their own, and are not tried again", async () => {
    answers(() => ({ errcode: 45009, errmsg: "api freq out of limit" }));
    expect(await failureOf(list(clientOf()))).toBeInstanceOf(RateLimitError);
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, Route, object]>([
    [
      "an HTML page",
      (_request, response) => {
        response.setHeader("content-type", "text/html");
        response.end("<html>Bad gateway</html>");
      },
      { failure: "body", message: "externalContactList: expected a JSON object, got text/html" },
    ],
    [
      "an error page",
      (_request, response) => {
        response.statusCode = 502;
        response.end("<html>");
      },
      { failure: "status", status: 502, message: "externalContactList: HTTP status 502" },
    ],
    ["no object", (_request, response) => void response.end("[]"), { failure: "body" }],
    ["nothing", (_request, response) => void response.end(), { failure: "body" }],
    [
      "half an answer",
      (_request, response) => {
        response.setHeader("content-length", 100);
        response.write('{"errcode":0');
        setTimeout(() => response.destroy(), 20);
      },
      { failure: "network" },
    ],
    ["no answer in time", () => new Promise(() => {}), { failure: "timeout" }],
  ])("%s is no answer", async (_name, route, expected) => {
    answers(route);
    const workwx = clientOf({ retries: 0, timeout: 200 });
    const error = await failureOf(list(workwx));
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ call: "externalContactList", ...expected });
  });

  test("of an answer that is not as documented have the call and every issue", async () => {
    answers(() => ({ external_userid: ["wm1", 2] }));
    const error = await failureOf(list(clientOf()));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({
      name: "ResponseError",
      call: "externalContactList",
      message: "externalContactList: external_userid[1]: expected string, got number 2",
    });
  });

  test("of a request that cannot be written reject, and send nothing", async () => {
    const error = await failureOf(clientOf().externalContactList({ userId: 1 as never }));
    expect(String(error)).toContain("userid: expected string, got number 1");
    expect(server.requests).toHaveLength(0);
  });

  test("show neither the secret nor the token", async () => {
    server.refusesAll = true;
    const errors = [await failureOf(list(clientOf()))];
    server.refusesAll = false;
    errors.push(await failureOf(list(clientOf({ fetch: fails as never, retries: 0 }))));
    const workwx = clientOf();
    await list(workwx);
    server.on(LIST, ({ query }) => ({ errcode: 1, errmsg: JSON.stringify(query) }));
    errors.push(await failureOf(list(workwx)));
    const shown = [
      ...errors.map(shownOf),
      inspect(workwx, { depth: null, showHidden: true }),
    ].join();
    expect(shown).not.toContain(credentials.corpSecret);
    expect(shown).not.toContain(encodeURIComponent(credentials.corpSecret));
    expect(shown).not.toMatch(/token(?: |\+|%20)\d/);
  });
});

describe("retries", () => {
  test("a busy server is asked again, whatever the call", async () => {
    server.on(REMARK, flaky(2, busy));
    await remark(clientOf());
    expect(server.requests).toHaveLength(3);
  });

  test("no more often than the client says", async () => {
    server.on(REMARK, flaky(9, busy));
    expect(await failureOf(remark(clientOf({ retries: 1 })))).toMatchObject({ errcode: -1 });
    expect(server.requests).toHaveLength(2);
  });

  test("what a broken connection has swallowed is sent again where that does no harm", async () => {
    server.on(LIST, flaky(1, broken));
    await list(clientOf());
    server.on(REMARK, flaky(1, broken));
    expect(await failureOf(remark(clientOf()))).toMatchObject({ failure: "network" });
    server.on(REMARK, flaky(1, broken));
    await remark(clientOf(), true);
  });
});

describe("abort", () => {
  const reason = new Error("the user left");
  const abortedAfter = (milliseconds: number) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), milliseconds);
    return controller.signal;
  };

  test("before anything is sent", async () => {
    expect(await failureOf(list(clientOf(), AbortSignal.abort(reason)))).toBe(reason);
    expect(server.tokenRequests).toBe(0);
  });

  test("while the token is on its way, which the others get all the same", async () => {
    server.tokenDelay = 100;
    const workwx = clientOf();
    const [one, other] = await Promise.allSettled([list(workwx, abortedAfter(20)), list(workwx)]);
    expect(one).toEqual({ status: "rejected", reason });
    expect(other.status).toBe("fulfilled");
    expect(server.tokenRequests).toBe(1);
  });

  test("while the call is on its way", async () => {
    server.on(LIST, () => new Promise(() => {}));
    expect(await failureOf(list(clientOf(), abortedAfter(100)))).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  test("while it waits to try again", async () => {
    server.on(LIST, () => ({ errcode: -1 }));
    expect(await failureOf(list(clientOf({ retries: 9 }), abortedAfter(150)))).toBe(reason);
  });
});

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

  test("a base that is no URL is told at once", () => {
    expect(() => clientOf({ baseUrl: "qyapi" })).toThrow(TypeError);
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

  test("a function of the caller's own takes the place of fetch", async () => {
    const own = vi.fn<typeof fetch>((url, init) => fetch(url, init));
    await externalContactList(clientOf({ fetch: own }), { userId: "x" });
    expect(own).toHaveBeenCalledTimes(2);
  });
});

describe("pages", () => {
  test("follow each other until there are no more", async () => {
    server.on("POST /cgi-bin/externalcontact/list_contact_way", ({ body }) => {
      const { cursor = "" } = JSON.parse(String(body)) as { cursor?: string };
      return { contact_way: [{ config_id: `after ${cursor}` }], next_cursor: pageOf(cursor) };
    });
    const ids: string[] = [];
    for await (const page of clientOf().externalContactListContactWayPages({ limit: 1 })) {
      ids.push(...page.contactWay.map(({ configId }) => configId));
    }
    expect(ids).toEqual(["after ", "after 2", "after 3"]);
  });

  test("that lead back to themselves are an error", async () => {
    server.on("POST /cgi-bin/externalcontact/list_contact_way", () => ({ next_cursor: "same" }));
    const pages = clientOf().externalContactListContactWayPages({});
    const seen: unknown[] = [];
    const failure = await failureOf(
      (async () => {
        for await (const page of pages) seen.push(page);
      })(),
    );
    expect(failure).toBeInstanceOf(RangeError);
    expect(seen).toHaveLength(2);
  });
});

describe("uploads", () => {
  const bytes = new Uint8Array(70_000).map((_, index) => index % 251);
  async function* streamed() {
    for (let start = 0; start < bytes.length; start += 16_384) {
      yield await Promise.resolve(bytes.slice(start, start + 16_384));
    }
  }

  test.each([
    ["bytes", () => bytes],
    ["a buffer", () => bytes.buffer],
    ["a blob", () => new Blob([bytes])],
    ["a stream", () => new Blob([bytes]).stream()],
    ["a generator", streamed],
  ])("of %s come through byte for byte, also twice", async (_name, data) => {
    let isBusy = true;
    const received: Uint8Array[] = [];
    server.on("POST /cgi-bin/media/upload", async ({ body, contentType }) => {
      const form = await new Response(body, {
        headers: { "content-type": contentType },
      }).formData();
      const file = form.get("media") as File;
      expect(file.name).toBe('报告 "终稿".pdf');
      received.push(new Uint8Array(await file.arrayBuffer()));
      const answer = isBusy ? { errcode: -1 } : { media_id: "m" };
      isBusy = false;
      return answer;
    });
    const file = { name: '报告 "终稿".pdf', data: data() as never };
    const { mediaId } = await mediaUpload(clientOf(), { type: "file" as never }, file);
    expect(mediaId).toBe("m");
    expect(received).toEqual([bytes, bytes]);
  });
});
