import { describe, expect, test, vi } from "vitest";
import { RateLimitError, TransportError, WorkWx, WorkWxError } from "../generated/src/index.js";
import { FakeWorkWx, refusal } from "../generated/src/testing.js";
import { sdkOf } from "./support/sdk.js";

const TOKEN_PATH = "/cgi-bin/gettoken";

function pair() {
  const fake = new FakeWorkWx();
  return { fake, workwx: new WorkWx({ ...fake.options, retries: 0 }) };
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Sends a request by hand, with a token. */
async function sent(fake: FakeWorkWx, path: string, init: RequestInit = {}): Promise<unknown> {
  const { corpId, corpSecret } = fake.options;
  const send = fake.fetch as typeof fetch;
  const base = "https://qyapi.weixin.qq.com";
  const token = `${base}${TOKEN_PATH}?corpid=${corpId}&corpsecret=${corpSecret}`;
  const { access_token: value } = (await (await send(token)).json()) as { access_token: string };
  const separator = path.includes("?") ? "&" : "?";
  const answer = await send(`${base}${path}${separator}access_token=${value}`, init);
  return answer.json();
}

function post(body: unknown): RequestInit {
  const headers = { "content-type": "application/json" };
  return { method: "POST", headers, body: JSON.stringify(body) };
}

const shop = `# Shop

## Models

### \`reqOrder\` an order

Name|JSON|Type|Required
-|-|-|-
\`ID\`|\`id\`|\`int64\`|+
\`Tags\`|\`tags,omitempty\`|\`[]int\`|-
\`Open\`|\`open,omitempty\`|\`bool\`|-
\`Note\`|\`note,omitempty\`|\`string\`|-

### \`Filter\` a filter

Name|JSON|Type
-|-|-
\`Name\`|\`name\`|\`string\`

### \`Trace\` a trace

Name|JSON|Type|Required
-|-|-|-
\`TraceID\`|\`x-trace\`|\`int\`|+

### \`reqTags\` tags

Name|JSON|Type|Required
-|-|-|-
\`Tags\`|\`tags\`|\`[]string\`|+
\`More\`|\`more\`|\`[]int\`|+

### \`reqValue\` a value

Name|JSON|Type|Required
-|-|-|-
\`Value\`|\`value\`|\`interface{}\`|+
\`Values\`|\`values\`|\`[]interface{}\`|+

### \`reqList\` a list

Name|JSON|Type
-|-|-
\`Offset\`|\`offset,omitempty\`|\`int\`
\`Limit\`|\`limit,omitempty\`|\`int\`

### \`respList\` orders

Name|JSON|Type
-|-|-
\`Orders\`|\`orders\`|\`[]reqOrder\`

### \`reqNumbered\` a page of numbers

Name|JSON|Type
-|-|-
\`Cursor\`|\`cursor,omitempty\`|\`int\`

### \`respNumbered\` numbers

Name|JSON|Type
-|-|-
\`Numbers\`|\`numbers\`|\`[]int\`
\`Next\`|\`next_cursor\`|\`int\`

## API calls

Name|Request Type|Response Type|Access Token|URL|Query|Headers
-|-|-|-|-|-|-
\`getOrder\`|\`reqOrder\`|\`reqOrder\`|+|\`GET /orders/{id}\`|-|-
\`putOrder\`|\`reqOrder\`|\`reqOrder\`|+|\`PUT /orders/{id}\`|-|\`Trace\`
\`addOrder\`|\`reqOrder\`|\`reqOrder\`|-|\`POST(form) /orders\`|-|-
\`scan\`|\`reqOrder\`|\`reqOrder\`|+|\`POST(media) /orders/scan\`|-|-
\`listOrders\`|\`reqList\`|\`respList\`|+|\`GET /orders\`|-|-
\`remove\`|-|\`respList\`|+|\`DELETE /orders\`|\`Filter\`|-
\`exported\`|\`reqList\`|\`string\`|+|\`GET /export\`|-|-
\`touch\`|\`Filter\`|-|+|\`POST /touch\`|-|-
\`erase\`|\`reqOrder\`|\`reqOrder\`|+|\`DELETE(body) /orders/all\`|-|-
\`numbered\`|\`reqNumbered\`|\`respNumbered\`|+|\`GET /numbered\`|-|-
\`send\`|\`Filter\`|\`202 reqOrder, 204\`|+|\`POST /send\`|-|-
\`find\`|\`reqTags\`|-|+|\`GET /tags\`|-|-
\`fill\`|\`reqTags\`|-|+|\`POST(form) /tags\`|-|-
\`tag\`|\`reqTags\`|-|+|\`POST /tags/all?more={more}\`|-|-
\`keep\`|\`reqValue\`|-|+|\`PUT /value\`|-|-
\`anything\`|\`interface{}\`|\`interface{}\`|+|\`POST /anything\`|-|-
`;

type Methods = Readonly<Record<string, (...parameters: unknown[]) => Promise<unknown>>>;
interface Faked {
  readonly fake: {
    readonly options: object;
    readonly requests: readonly object[];
    readonly violations: readonly object[];
    readonly on: (name: string, answer: (...parameters: never[]) => unknown) => void;
    readonly pages: (name: string, pages: readonly object[]) => void;
    readonly limit: (name: string, limit: object) => void;
  };
  readonly client: Methods;
  readonly refusal: (status: number, body?: object) => object;
}

/** The options of a fake by which requests are sent by hand. */
interface Sending {
  readonly fetch: typeof fetch;
  readonly baseUrl?: string;
}

async function fakeShop(settings: { readonly lists?: "comma" | "brackets" } = {}): Promise<Faked> {
  const client = { name: "Shop", auth: "bearer", ...settings } as const;
  const documents = [{ path: "shop.md", value: shop }];
  const sdk = await sdkOf(documents, { client, int64: "bigint" }, ["index", "testing"]);
  const {
    Shop,
    FakeShop,
    refusal: refuse,
  } = sdk as unknown as {
    readonly Shop: new (options: object) => Methods;
    readonly FakeShop: new () => Faked["fake"];
    readonly refusal: Faked["refusal"];
  };
  const fake = new FakeShop();
  const options = { ...fake.options, retries: 0 };
  return {
    fake,
    client: new Shop({ ...options, token: "s3cret-token" }),
    refusal: refuse,
  };
}

const ORDER = { id: 2n ** 60n, tags: [1, 2], open: true, note: "b&c" };

describe("a fake of another API", async () => {
  const { fake, client, refusal: refuse } = await fakeShop();

  test.each([undefined, "comma", "brackets"] as const)(
    "puts the parts of a request together, with lists as %s",
    async (lists) => {
      const one = await fakeShop(lists && { lists });
      // Lists are no values that an answer repeats.
      const answer = { ...ORDER, tags: undefined };
      expect(await one.client["getOrder"]?.(ORDER)).toEqual(answer);
      expect(await one.client["putOrder"]?.({ ...ORDER, traceId: 7 })).toEqual(answer);
      expect(await one.client["addOrder"]?.(ORDER)).toEqual(answer);
      const file = { name: "a.txt", data: new Uint8Array([1]) };
      expect(await one.client["scan"]?.(ORDER, file)).toEqual(answer);
      expect(one.fake.violations).toEqual([]);
      expect(one.fake.requests).toMatchObject([
        { request: ORDER },
        { request: { ...ORDER, traceId: 7 } },
        { request: ORDER },
        { request: ORDER, file: { name: "a.txt", type: "application/octet-stream" } },
      ]);
    },
  );

  test.each([undefined, "comma", "brackets"] as const)(
    "accepts empty lists, of which queries and forms have nothing: %s",
    async (lists) => {
      const one = await fakeShop(lists && { lists });
      for (const call of ["find", "fill", "tag"]) await one.client[call]?.({ tags: [], more: [] });
      expect(one.fake.violations).toEqual([]);
      const request = { tags: [], more: [] };
      expect(one.fake.requests).toMatchObject([{ request }, { request }, { request }]);
    },
  );

  test("demands lists in JSON, and accepts null for members of any type", async () => {
    const one = await fakeShop();
    await one.client["keep"]?.({ value: null, values: [null] });
    expect(one.fake.requests).toMatchObject([{ request: { value: null, values: [null] } }]);
    const { fetch: send, baseUrl = "" } = one.fake.options as Sending;
    const headers = { authorization: "Bearer token", "content-type": "application/json" };
    for (const [method, path] of [
      ["PUT", "/value"],
      ["POST", "/tags/all"],
    ]) {
      await send(`${baseUrl}${path}`, { method: `${method}`, headers, body: "{}" });
    }
    expect(one.fake.violations).toMatchObject([
      { message: "values: expected a value, got nothing" },
      { message: "tags: expected a value, got nothing" },
    ]);
  });

  test("answers values of any type, and pages by offset", async () => {
    fake.on("anything", (request: { readonly a: number }) => [request.a + 1]);
    expect(await client["anything"]?.({ a: 1 })).toEqual([2]);
    fake.pages("listOrders", [{ orders: [{ id: 1n }, { id: 2n }] }, { orders: [{ id: 3n }] }]);
    const ids: unknown[] = [];
    const pages = client["listOrdersPages"]?.({}) as unknown as AsyncIterable<{
      readonly orders: readonly { readonly id: bigint }[];
    }>;
    for await (const { orders } of pages) ids.push(...orders.map(({ id }) => id));
    expect(ids).toEqual([1n, 2n, 3n]);
  });

  test("answers texts, nothing, and the first of several answers", async () => {
    expect(await client["exported"]?.({})).toBe("");
    fake.on("exported", () => "a;b");
    expect(await client["exported"]?.({})).toBe("a;b");
    expect(await client["touch"]?.({ name: "a" })).toBeUndefined();
    expect(await client["send"]?.({ name: "a" })).toMatchObject({ status: 202, body: { id: 0n } });
    expect(await client["erase"]?.({ id: 5n })).toMatchObject({ id: 5n });
    expect(fake.requests.at(-1)).toMatchObject({ request: { id: 5n } });
  });

  test("has pages whose cursors are numbers", async () => {
    fake.pages("numbered", [{ numbers: [1] }, { numbers: [2] }, { numbers: [3] }]);
    const numbers: unknown[] = [];
    const pages = client["numberedPages"]?.({}) as unknown as AsyncIterable<{
      readonly numbers: readonly number[];
    }>;
    for await (const page of pages) numbers.push(...page.numbers);
    expect(numbers).toEqual([1, 2, 3]);
  });

  test("refuses by statuses of HTTP", async () => {
    const { fetch: send } = fake.options as { readonly fetch: typeof fetch };
    expect(await send("https://fake.invalid/orders/1")).toMatchObject({ status: 401 });
    fake.on("getOrder", () => refuse(404, { message: "no order" }));
    expect(await failureOf(client["getOrder"]?.(ORDER) ?? Promise.resolve())).toMatchObject({
      status: 404,
      body: { message: "no order" },
    });
    fake.limit("remove", { requests: 0 });
    expect(await failureOf(client["remove"]?.({ name: "a" }) ?? Promise.resolve())).toMatchObject({
      status: 429,
    });
    const missing = client["putOrder"]?.({ id: 1n }) ?? Promise.resolve();
    expect(await failureOf(missing)).toMatchObject({
      status: 400,
      body: { message: "x-trace: expected a value, got nothing" },
    });
    expect(fake.violations).toMatchObject([{ kind: "credentials" }, { kind: "member" }]);
  });
});

describe("a fake of WeCom", () => {
  test("answers with zero values and what the request says, and keeps the requests", async () => {
    const { fake, workwx } = pair();
    const user = await workwx.userGet({ userId: "zhang" });
    expect(user).toMatchObject({ userId: "zhang", name: "", department: [] });
    await workwx.messageSend({ agentId: 1, msgType: "text" as never, text: { content: "你好" } });
    expect(fake.requests.map(({ call }) => call)).toEqual(["userGet", "messageSend"]);
    expect(fake.requestsOf("messageSend")).toMatchObject([{ text: { content: "你好" } }]);
    expect(fake.violations).toEqual([]);
    expect(fake.tokenCount).toBe(1);
  });

  test("answers as a test says, once or always", async () => {
    const { fake, workwx } = pair();
    fake.on("userGet", ({ userId }) => ({ userId, name: "张三", department: [1] }));
    fake.once("userGet", () => refusal(60111));
    const error = await failureOf(workwx.userGet({ userId: "zhang" }));
    expect(error).toBeInstanceOf(WorkWxError);
    expect(error).toMatchObject({ errcode: 60111, errmsg: "UserID不存在" });
    expect(await workwx.userGet({ userId: "zhang" })).toMatchObject({
      name: "张三",
      department: [1],
    });
    fake.once("userGet", () => {
      throw new Error("connection reset");
    });
    expect(await failureOf(workwx.userGet({ userId: "zhang" }))).toBeInstanceOf(TransportError);
    fake.once("userGet", () => new Response("<html>", { status: 502 }));
    expect(await failureOf(workwx.userGet({ userId: "zhang" }))).toMatchObject({ status: 502 });
    fake.reset();
    expect(await workwx.userGet({ userId: "zhang" })).toMatchObject({ name: "" });
    expect(fake.requests).toHaveLength(1);
  });

  test("has tokens that expire, for the credentials that it knows", async () => {
    const { fake, workwx } = pair();
    await workwx.userGet({ userId: "zhang" });
    fake.expireTokens();
    await workwx.userGet({ userId: "zhang" });
    expect(fake.tokenCount).toBe(2);
    const stranger = new WorkWx({ ...fake.options, corpSecret: "another one" });
    expect(await failureOf(stranger.userGet({ userId: "zhang" }))).toMatchObject({
      errcode: 40001,
    });
    const elsewhere = new WorkWx({ ...fake.options, corpId: "another one" });
    expect(await failureOf(elsewhere.userGet({ userId: "zhang" }))).toMatchObject({
      errcode: 40013,
    });
  });

  test("lets tokens expire with the time", async () => {
    let now = Date.now();
    const fake = new FakeWorkWx({ tokenLifetime: 60, now: () => now });
    const workwx = new WorkWx(fake.options);
    await workwx.userGet({ userId: "zhang" });
    now += 61_000;
    await workwx.userGet({ userId: "zhang" });
    expect(fake.tokenCount).toBe(2);
  });

  test("limits the rate of a call", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { fake, workwx } = pair();
    fake.limit("userGet", { requests: 1, seconds: 10 });
    await workwx.userGet({ userId: "zhang" });
    expect(await failureOf(workwx.userGet({ userId: "zhang" }))).toBeInstanceOf(RateLimitError);
    vi.setSystemTime(Date.now() + 10_000);
    await workwx.userGet({ userId: "zhang" });
    expect(fake.requests).toHaveLength(2);
    vi.useRealTimers();
  });

  test("leads from page to page", async () => {
    const { fake, workwx } = pair();
    fake.pages("kfSyncMsg", [
      { msgList: [{ msgId: "1" }] },
      { msgList: [] },
      { msgList: [{ msgId: "3" }] },
    ]);
    const ids: string[] = [];
    for await (const { msgList } of workwx.kfSyncMsgPages({ openKfId: "wk" })) {
      ids.push(...msgList.map(({ msgId }) => msgId));
    }
    expect(ids).toEqual(["1", "3"]);
    expect(() => fake.pages("userGet", [])).toThrow("the call userGet has no pages");
  });

  test("keeps the files of uploads", async () => {
    const { fake, workwx } = pair();
    const file = { name: "合同 1.txt", data: new TextEncoder().encode("内容"), type: "text/plain" };
    const { mediaId, type } = await workwx.mediaUpload({ type: "file" as never }, file);
    expect([mediaId, type]).toEqual(["fake-media-1", "file"]);
    expect(fake.requests).toMatchObject([{ call: "mediaUpload", request: { type: "file" }, file }]);
    const loaded = await workwx.mediaGet({ mediaId });
    expect([loaded.name, loaded.type, await loaded.bytes()]).toEqual([
      file.name,
      file.type,
      file.data,
    ]);
    expect(await failureOf(workwx.mediaGet({ mediaId: "another" }))).toMatchObject({
      errcode: 40007,
    });
    fake.on("mediaGet", () => ({ data: "text", name: "it's.txt", type: "text/plain" }));
    expect((await workwx.mediaGet({ mediaId })).name).toBe("it's.txt");
  });

  test("keeps all digits of long integers", async () => {
    const { fake, workwx } = pair();
    const takeoverTime = 9_007_199_254_740_993n;
    fake.on("externalContactTransferResult", () => ({ customers: [{ takeoverTime }] }));
    const request = { handoverUserId: "a", takeoverUserId: "b" };
    const { customers } = await workwx.externalContactTransferResult(request);
    expect(customers[0]?.takeoverTime).toBe(takeoverTime);
  });

  test.each([
    [
      "/cgi-bin/nothing",
      post({}),
      404,
      "no call of the specification has the path /cgi-bin/nothing",
    ],
    ["/cgi-bin/message/recall", {}, 43002, "expected POST, got GET"],
    ["/cgi-bin/user/get?userid=zhang", post({}), 43001, "expected GET, got POST"],
    ["/cgi-bin/user/get", {}, 40058, "userid: expected a value, got nothing"],
    ["/cgi-bin/user/get?userid=", {}, 40058, "userid: expected a value, got nothing"],
    [
      "/cgi-bin/user/simplelist?department_id=x",
      {},
      40058,
      'department_id: expected integer, got string "x"',
    ],
    ["/cgi-bin/message/recall", post({ msgid: 1 }), 40058, "msgid: expected string, got number 1"],
    [
      "/cgi-bin/message/send",
      post({ agentid: 1, msgtype: "news", news: { articles: [{ title: "a" }, {}] } }),
      40058,
      "news.articles[1].title: expected a value, got nothing",
    ],
    [
      "/cgi-bin/message/recall",
      { method: "POST", body: "{}" },
      40058,
      "expected JSON, got text/plain;charset=UTF-8",
    ],
    ["/cgi-bin/message/recall", { ...post({}), body: "{" }, 40058, "expected JSON"],
    [
      "/cgi-bin/media/upload?type=file",
      post({}),
      40058,
      "expected a form with a file, got application/json",
    ],
  ])(
    "refuses a request that the specification forbids: %s %j",
    async (path, init, errcode, errmsg) => {
      const fake = new FakeWorkWx();
      expect(await sent(fake, path, init)).toEqual({ errcode, errmsg });
      expect(fake.violations.map(({ message }) => message)).toEqual([errmsg]);
      expect(fake.requests).toEqual([]);
    },
  );

  test("refuses a request without a token, and one with a token of another server", async () => {
    const fake = new FakeWorkWx();
    const send = async (path: string) =>
      (await (fake.fetch as typeof fetch)(`https://qyapi.weixin.qq.com${path}`)).json();
    const path = "/cgi-bin/user/get?userid=zhang";
    expect(await send(path)).toMatchObject({ errcode: 41001 });
    expect(fake.violations).toMatchObject([{ kind: "credentials", call: "userGet" }]);
    expect(await send(`${path}&access_token=x`)).toMatchObject({ errcode: 40014 });
  });

  test("stands behind a gateway, and takes no token for calls without one", async () => {
    const fake = new FakeWorkWx({ baseUrl: "https://gateway.example/wecom/" });
    const workwx = new WorkWx(fake.options);
    await workwx.webhookSend({ key: "k", msgType: "text" as never, text: { content: "hi" } });
    expect(fake.requestsOf("webhookSend")).toMatchObject([{ key: "k", text: { content: "hi" } }]);
    expect(fake.tokenCount).toBe(0);
  });

  test("knows the types of requests and responses", () => {
    const fake = new FakeWorkWx();
    // @ts-expect-error No call has this name.
    fake.on("userGets", () => ({}));
    // @ts-expect-error The response has no such property.
    fake.on("userGet", () => ({ nme: "张三" }));
    // @ts-expect-error The request has no such property.
    fake.on("userGet", ({ name }) => ({ name }));
    expect(fake.requests).toEqual([]);
  });
});
