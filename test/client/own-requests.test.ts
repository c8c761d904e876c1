import type { fetch as undiciFetch } from "undici-types";
import { describe, expect, test } from "vitest";
import { call as plainCall } from "../../generated/src/client/index.js";
import {
  externalContactGet,
  mediaUpload,
  RespExternalContactListCodec,
  request,
  requestFile,
  ResponseError,
  WeComClient,
  WorkWx,
  type ClientOptions,
} from "../../generated/src/index.js";
import type { Fetch } from "../../generated/src/runtime/web.js";
import { credentials } from "../support/wecom-server.js";
import {
  clientOf,
  failureOf,
  flaky,
  list,
  LIST,
  REMARK,
  server,
  serverForEachTest,
} from "./server.js";

serverForEachTest();

const POST = "POST /cgi-bin/new";

describe("a request that the specification lacks", () => {
  test("has the token, the retries and the hooks of the client", async () => {
    server.on(
      POST,
      flaky(1, () => ({ errcode: 42001 })),
    );
    const calls: string[] = [];
    const workwx = clientOf({ onRequest: ({ call }) => calls.push(call) });
    const body = { id: 2n ** 60n, name: "张三" };
    const answer = await workwx.request({
      method: "POST",
      path: "/cgi-bin/new",
      query: { a: 1 },
      body,
    });
    expect(answer).toEqual({ errcode: 0, errmsg: "ok" });
    expect(server.requests.at(-1)).toMatchObject({
      query: { a: "1" },
      contentType: "application/json",
    });
    expect(String(server.requests.at(-1)?.body)).toBe('{"id":1152921504606846976,"name":"张三"}');
    expect(calls.slice(-3)).toEqual(["POST /cgi-bin/new", "gettoken", "POST /cgi-bin/new"]);
  });

  test("is read by a codec, or as JSON with all digits", async () => {
    const what = { method: "GET", path: "/cgi-bin/externalcontact/list" } as const;
    const codec = RespExternalContactListCodec;
    expect(await request(clientOf(), { ...what, codec })).toEqual({ externalUserId: ["wm1"] });
    server.on(LIST, () => ({ external_userid: 1 }));
    const name = "mine";
    const error = await failureOf(request(clientOf(), { ...what, codec, name }));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ call: "mine" });
    server.on(LIST, (_request, response) => void response.end('{"id":1152921504606846977}'));
    expect(await request(clientOf(), what)).toEqual({ id: 2n ** 60n + 1n });
  });

  test("may upload a file and download one", async () => {
    server.on(POST, ({ body }, response) => {
      response.setHeader("content-type", "image/png");
      response.end(body);
    });
    const file = { name: "a.txt", data: new TextEncoder().encode("content") };
    const options = { extra: { body: { title: "标题", n: 1 } } };
    const what = { method: "POST", path: "/cgi-bin/new", file } as const;
    const answered = await requestFile(clientOf(), what, options);
    const type = server.requests[0]?.contentType ?? "";
    const form = await new Response(await answered.bytes(), {
      headers: { "content-type": type },
    }).formData();
    expect([...form.keys()]).toEqual(["title", "n", "media"]);
    expect(form.get("title")).toBe("标题");
    expect(await (form.get("media") as File).text()).toBe("content");
  });

  test.each(["cgi-bin/new", "/new?a=1", "https://example.com/new", "/a b"])(
    "refuses the path %s",
    async (path) => {
      expect(await failureOf(clientOf().request({ method: "GET", path }))).toBeInstanceOf(
        TypeError,
      );
    },
  );
});

describe("extra parts", () => {
  test("go beside those of the specification, or replace them", async () => {
    server.on(REMARK, () => ({}));
    const extra = {
      query: { debug: 1 },
      body: { new: [1], userid: "other" },
      headers: { "x-trace": "t" },
    };
    let headers: Record<string, string> = {};
    const workwx = clientOf({
      fetch: (url, init) => {
        ({ headers } = init);
        return fetch(url, init);
      },
    });
    await workwx.externalContactRemark(
      { userId: "zhang", externalUserId: "wm1", remark: "r" },
      { extra },
    );
    const { query, body } = server.requests.at(-1) ?? {};
    expect(query).toEqual({ debug: "1" });
    expect(JSON.parse(String(body))).toEqual({
      userid: "other",
      external_userid: "wm1",
      remark: "r",
      new: [1],
    });
    expect(headers).toMatchObject({ "x-trace": "t", "content-type": "application/json" });
  });

  test("leave the digits of a body as they are", async () => {
    server.on(POST, () => ({}));
    const endpoint = { name: "new", method: "POST", path: "/cgi-bin/new" } as const;
    const extra = { body: { more: true } };
    await plainCall(clientOf(), endpoint, '{"id":1152921504606846977}', (json) => json, { extra });
    expect(String(server.requests[0]?.body)).toBe('{"id":1152921504606846977,"more":true}');
  });
});

describe("access tokens", () => {
  test("are at hand for other programs", async () => {
    const workwx = clientOf();
    const token = await workwx.accessToken();
    expect(token).toBe("token 1+/=");
    await list(workwx);
    expect(server.tokenRequests).toBe(1);
  });

  test("may come from elsewhere, and are replaced when the server refuses them", async () => {
    const good = await clientOf().accessToken();
    const asked: unknown[] = [];
    const token = (refused: string | undefined) => {
      asked.push(refused);
      return Promise.resolve(refused === undefined ? "an old token" : good);
    };
    const workwx = new WorkWx({ token, baseUrl: server.url });
    await list(workwx);
    expect(asked).toEqual([undefined, "an old token"]);
    expect(server.tokenRequests).toBe(1);
    const other = new WeComClient({ token: () => "a wrong token", baseUrl: server.url });
    const failure = await failureOf(externalContactGet(other, { externalUserId: "x" } as never));
    expect(failure).toMatchObject({ errcode: 40014, errmsg: "invalid access_token ***" });
  });
});

test.each<[Partial<Record<keyof ClientOptions, unknown>>, string]>([
  [{ corpId: undefined }, "expected corpId, got undefined"],
  [{ corpSecret: "" }, 'expected corpSecret, got ""'],
  [{ timeout: 0 }, "expected timeout of 1 or more, got 0"],
  [{ timeout: Number.NaN }, "expected timeout of 1 or more, got NaN"],
  [{ retries: -1 }, "expected retries of 0 or more, got -1"],
  [{ baseUrl: "example.com" }, "expected an http(s) baseUrl"],
])("options such as %j are refused at once", (options, message) => {
  expect(() => new WorkWx({ ...credentials, ...options } as ClientOptions)).toThrow(message);
});

/** The part of the types of `node-fetch` that matters. */
type NodeFetch = (
  url: URL | string,
  init?: {
    method?: string;
    headers?: Record<string, string> | Iterable<readonly [string, string]>;
    body?: Blob | Buffer | URLSearchParams | NodeJS.ReadableStream | string | null;
    redirect?: "error" | "follow" | "manual";
    signal?: AbortSignal | null;
  },
) => Promise<{
  readonly status: number;
  readonly ok: boolean;
  readonly headers: { get(name: string): string | null };
  readonly body: NodeJS.ReadableStream | null;
  text(): Promise<string>;
}>;

function fits(own: typeof fetch | typeof undiciFetch | NodeFetch): Fetch {
  return own;
}

test("the functions of other packages fit as `fetch`, which need not know `FormData`", async () => {
  const bodies: unknown[] = [];
  const workwx = clientOf({
    fetch: (url, init) => {
      bodies.push(init.body);
      return fits(fetch)(url, init);
    },
  });
  server.on("POST /cgi-bin/media/upload", ({ body }) => ({ media_id: String(body.length) }));
  const file = new File(["content"], "头像.png", { type: "image/png" });
  await mediaUpload(workwx, { type: "file" as never }, file);
  expect(bodies.at(-1)).toBeInstanceOf(Blob);
  const { contentType, body } = server.requests.at(-1) ?? {};
  expect(contentType).toMatch(/^multipart\/form-data; boundary=md2sdk-[a-z0-9]+$/);
  expect(String(body)).toContain(
    'name="media"; filename="头像.png"\r\nContent-Type: image/png\r\n\r\ncontent\r\n',
  );
});
