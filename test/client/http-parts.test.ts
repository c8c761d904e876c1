import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ClientSettings } from "../../generator/outputs/typescript/options.js";
import { HttpServer } from "../support/http-server.js";
import { sdkOf } from "../support/sdk.js";
import { failureOf } from "./server.js";

const table = (name: string, ...fields: string[]) =>
  `### \`${name}\` …\n\nName|JSON|Type\n-|-|-\n${fields
    .map((field) => {
      const [tag = "", type = ""] = field.split(" ");
      return `\`${tag
        .replace(/,.*/, "")
        .replaceAll(/\W/g, "")
        .replace(/^./, (letter) => letter.toUpperCase())}\`|\`${tag}\`|\`${type}\``;
    })
    .join("\n")}\n`;

const document = `# Shop

## Models

${[
  table("Ref", "id int64"),
  table("Search", "tags []string", "kinds,omitempty []int8", "limit,omitempty int"),
  table("Trace", "X-Trace string", "X-Count,omitempty int64"),
  table("Order", "note string", "total int64"),
  table("Problem", "message string", "number int64"),
  table("Conflict", "owner string"),
  table("None"),
].join("\n")}

## API calls

Name|Request Type|Response Type|Access Token|URL|Query|Body|Headers|Errors
-|-|-|-|-|-|-|-|-
${[
  "search|`Search`|`None`|+|`GET /orders`|-|-|-|-",
  "traced|`Search`|`None`|+|`DELETE /orders`|-|-|`Trace`|-",
  "put|`Ref`|`None`|+|`PUT /orders/{id}`|`Search`|`Order`|`Trace`|-",
  "add|-|`None`|+|`POST /orders`|-|`Order`|-|-",
  "login|`Order`|`None`|+|`POST(form) /login`|-|-|-|-",
  "tag|`Ref`|`None`|+|`PATCH(form) /orders/{id}`|-|`Search`|-|-",
  "remove|`Ref`|-|+|`DELETE /orders/{id}`|-|`Trace`|-|-",
  "send|`Ref`|`200 Order, 202 string, 204`|+|`POST /orders/{id}/send`|-|-|-|-",
  "text|`Ref`|`string`|+|`GET /orders/{id}/text`|-|-|-|-",
  "attach|`Ref`|`201 Order`|+|`POST(media:scan) /orders/{id}/scan`|-|-|`Trace`|-",
  "get|`Ref`|`Order`|+|`GET /orders/{id}`|-|-|-|`404 Problem, 5XX Conflict, None`",
]
  .map((row) => `\`${row.replace("|", "`|")}`)
  .join("\n")}
`;

type Call = (...parameters: unknown[]) => Promise<unknown>;
interface Sdk {
  readonly Shop: new (options: object) => Readonly<Record<string, Call>>;
  readonly isGetError: (error: unknown) => boolean;
}

const server = new HttpServer();

function packageOf(client: ClientSettings): Promise<Sdk> {
  const settings = { client: { name: "Shop", ...client }, int64: "bigint" } as const;
  return sdkOf([{ path: "spec/orders.md", value: document }], settings) as Promise<never>;
}

let sdk: Sdk;

beforeAll(async () => {
  sdk = await packageOf({});
  await server.start();
});
beforeEach(() => {
  server.handler = () => ({});
});
afterAll(() => server.stop());

/** Makes a call; returns the request that the server received. */
async function sentBy(name: string, request: object, { Shop } = sdk) {
  await new Shop({ baseUrl: server.url, retries: 0 })[name]?.(request);
  const { method, target, headers, body } = server.last ?? {};
  const type = headers?.["content-type"];
  return { line: `${method} ${target}`, type, body, headers };
}

const search = { tags: ["a b", "c&d"], kinds: [1, 2], limit: 0 };

describe("a list in a query", () => {
  test("repeats its name by default", async () => {
    const { line } = await sentBy("search", search);
    expect(line).toBe("GET /orders?tags=a+b&tags=c%26d&kinds=1&kinds=2");
  });

  test("has commas by option, and is left out if it is empty", async () => {
    const commas = await packageOf({ lists: "comma" });
    expect((await sentBy("search", search, commas)).line).toBe(
      "GET /orders?tags=a+b%2Cc%26d&kinds=1%2C2",
    );
    expect((await sentBy("search", { tags: [] }, commas)).line).toBe("GET /orders");
  });

  test("has brackets by option, beside credentials", async () => {
    const brackets = await packageOf({ lists: "brackets", auth: "bearer" });
    const { Shop } = brackets;
    await new Shop({ baseUrl: server.url, token: "t" })["search"]?.({ tags: ["a", "b"] });
    expect(server.last?.target).toBe("/orders?tags%5B%5D=a&tags%5B%5D=b");
    expect(server.last?.headers.authorization).toBe("Bearer t");
  });
});

describe("fields are in the parts that the columns say", () => {
  test("path, query, headers and body", async () => {
    const id = 9007199254740993n;
    const request = { id, tags: ["a"], limit: 2, xTrace: "t", xCount: id, note: "n", total: id };
    const { line, type, body, headers } = await sentBy("put", request);
    expect(line).toBe(`PUT /orders/${id}?tags=a&limit=2`);
    expect({ type, body }).toEqual({
      type: "application/json",
      body: `{"note":"n","total":${id}}`,
    });
    expect(headers).toMatchObject({ "x-trace": "t", "x-count": String(id) });
  });

  test("headers beside a query, where an absent one is left out", async () => {
    const { line, headers, body } = await sentBy("traced", { tags: ["a"], xTrace: "t" });
    expect(line).toBe("DELETE /orders?tags=a");
    expect(headers).toMatchObject({ "x-trace": "t" });
    expect(headers).not.toHaveProperty("x-count");
    expect(body).toBe("");
  });

  test("a body alone", async () => {
    const { line, body } = await sentBy("add", { note: "n", total: 1n });
    expect({ line, body }).toEqual({ line: "POST /orders", body: '{"note":"n","total":1}' });
  });
});

describe("a form", () => {
  test("has the fields of the request", async () => {
    const { type, body } = await sentBy("login", { note: "a&b=ü", total: 2n ** 60n });
    expect(type).toMatch(/^application\/x-www-form-urlencoded/);
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      note: "a&b=ü",
      total: String(2n ** 60n),
    });
  });

  test("has lists in the form of the client, and no field of the path", async () => {
    const brackets = await packageOf({ lists: "brackets" });
    const { line, body } = await sentBy("tag", { id: 1n, tags: ["a", "b"] }, brackets);
    expect(line).toBe("PATCH /orders/1");
    expect(body).toBe("tags%5B%5D=a&tags%5B%5D=b");
  });
});

/** Answers a call with an error; returns the error that it rejects with. */
function failWith(status: number, body: string): Promise<unknown> {
  server.handler = (_request, response) => void response.writeHead(status).end(body);
  const shop = new sdk.Shop({ baseUrl: server.url, retries: 0 });
  return failureOf(shop["get"]?.({ id: 1n }) ?? Promise.resolve());
}

describe("a documented error", () => {
  test("has a body of its type, with every digit", async () => {
    const error = await failWith(404, '{"message":"no","number":9007199254740993}');
    expect(error).toMatchObject({
      status: 404,
      isDocumented: true,
      body: { message: "no", number: 9007199254740993n },
    });
    expect(sdk.isGetError(error)).toBe(true);
  });

  test.each([
    [503, '{"owner":"o"}', { owner: "o" }],
    [418, '{"more":1}', {}],
  ])("of the status %i has the type of its class, or of all others", async (status, text, body) => {
    expect(await failWith(status, text)).toMatchObject({ status, isDocumented: true, body });
  });

  test("of another form keeps its JSON, and is told from the documented ones", async () => {
    const error = await failWith(404, '{"message":1}');
    expect(error).toMatchObject({ status: 404, isDocumented: false, body: { message: 1 } });
    expect(sdk.isGetError(error)).toBe(false);
    expect(sdk.isGetError(new Error("another"))).toBe(false);
    expect(await failWith(502, "<html>")).toMatchObject({ isDocumented: false, body: "<html>" });
  });
});

/** Makes a call of an order. */
const call = async (name: string) =>
  new sdk.Shop({ baseUrl: server.url, retries: 0 })[name]?.({ id: 1n });

function answer(status: number, body: string) {
  server.handler = (_request, response) => void response.writeHead(status).end(body);
}

describe("an answer", () => {
  test("has the type of its status, and no other status", async () => {
    answer(200, '{"note":"n","total":9007199254740993}');
    const order = { note: "n", total: 9007199254740993n };
    expect(await call("send")).toEqual({ status: 200, body: order });
    answer(202, "soon");
    expect(await call("send")).toEqual({ status: 202, body: "soon" });
    answer(204, "");
    expect(await call("send")).toEqual({ status: 204, body: undefined });
    answer(203, "");
    expect(await failureOf(call("send"))).toMatchObject({ failure: "status", status: 203 });
    answer(200, "no JSON");
    expect(await failureOf(call("send"))).toMatchObject({ failure: "body" });
  });

  test("may be empty, whatever body the server sends", async () => {
    for (const body of ["", "OK", "{}"]) {
      answer(200, body);
      expect(await call("remove")).toBe(undefined);
    }
    answer(500, "oops");
    expect(await failureOf(call("remove"))).toMatchObject({ status: 500, body: "oops" });
  });

  test("may be a text", async () => {
    answer(200, '"a\n{');
    expect(await call("text")).toBe('"a\n{');
  });
});

test("a DELETE may have a body", async () => {
  const { line, type, body } = await sentBy("remove", { id: 1n, xTrace: "t" });
  expect(line).toBe("DELETE /orders/1");
  expect(type).toBe("application/json");
  expect(body).toBe('{"X-Trace":"t"}');
});

test("an upload has headers, and the name of its file that the document says", async () => {
  const { Shop } = sdk;
  server.handler = (_request, response) =>
    void response.writeHead(201).end('{"note":"n","total":1}');
  const client = new Shop({ baseUrl: server.url });
  const file = { name: "a.png", data: new Uint8Array([65]) };
  await client["attach"]?.({ id: 1n, xTrace: "t" }, file);
  const { target, headers, body } = server.last ?? {};
  expect(target).toMatch(/^\/orders\/1\/scan/);
  expect(headers).toMatchObject({ "x-trace": "t" });
  expect(body).toContain('name="scan"; filename="a.png"');
});
