import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sdkOf } from "../support/sdk.js";
import { credentials, WeComServer } from "../support/wecom-server.js";

const document = `# 成员

## Models

### \`reqUser\` 成员

Name|JSON|Type
-|-|-
\`ID\`|\`id\`|\`string\`
\`Name\`|\`name\`|\`string\`

### \`reqLong\` 长整数

Name|JSON|Type
-|-|-
\`ID\`|\`id\`|\`int64\`
\`IsNew\`|\`new\`|\`bool\`
\`Count\`|\`count\`|\`uint64\`
\`Note\`|\`note\`|\`string\`

### \`empty\` 无

Name|JSON|Type
-|-|-

## API calls

Name|Request Type|Response Type|Access Token|URL
-|-|-|-|-
${[
  "get|reqUser|GET /users/{id}",
  "put|reqUser|PUT /users/{id}",
  "patch|reqUser|PATCH /users/{id}",
  "post|reqUser|POST /users/{id}",
  "remove|reqUser|DELETE /users/{id}",
  "exists|reqUser|HEAD /users/{id}",
  "rename|reqUser|PUT /users/.{id}{name}",
  "removeAll|reqUser|DELETE /users",
  "putLong|reqLong|PUT /long/{id}/{new}",
  "removeLong|reqLong|DELETE /long/{id}/{new}",
  "putAny|interface{}|PUT /any/{id}",
  "avatar|reqUser|POST(media) /users/{id}/avatar",
]
  .map((row) => row.split("|"))
  .map(([name, type, url]) => `\`${name}\`|\`${type}\`|\`empty\`|+|\`${url}\``)
  .join("\n")}
`;

type Call = (...parameters: unknown[]) => Promise<unknown>;
type Sdk = Readonly<Record<string, Call>> & {
  readonly WorkWx: new (options: object) => Readonly<Record<string, Call>>;
};

const server = new WeComServer();
let sdk: Sdk;

beforeAll(async () => {
  sdk = (await sdkOf([{ path: "spec/user.md", value: document }], { int64: "bigint" })) as Sdk;
  await server.start();
});
afterAll(() => server.stop());

/** Makes a call; returns what the server has seen. */
async function sentBy(name: string, ...parameters: unknown[]) {
  const client = new sdk.WorkWx({ ...credentials, baseUrl: server.url, retries: 0 });
  server.otherwise = () => ({});
  expect(await client[name]?.(...parameters)).toEqual({});
  const { method, path, query, contentType, body } = server.requests.at(-1) ?? {};
  return { endpoint: `${method} ${path}`, query, contentType, body: String(body) };
}

const json = { contentType: "application/json", query: {} };
const bare = { contentType: "", body: "" };

describe("a call by", () => {
  test.each(["GET get", "DELETE remove", "HEAD exists"])("%s has a query", async (words) => {
    const [method = "", name = ""] = words.split(" ");
    const endpoint = `${method} /users/u1`;
    const sent = await sentBy(name, { id: "u1", name: "中 &" });
    expect(sent).toEqual({ endpoint, query: { name: "中 &" }, ...bare });
  });

  test.each(["PUT put", "PATCH patch", "POST post"])("%s has a body", async (words) => {
    const [method = "", name = ""] = words.split(" ");
    const endpoint = `${method} /users/u1`;
    const body = '{"name":"中"}';
    expect(await sentBy(name, { id: "u1", name: "中" })).toEqual({ endpoint, ...json, body });
  });

  test("DELETE needs no parameter", async () => {
    const query = { id: "u1", name: "n" };
    const endpoint = "DELETE /users";
    expect(await sentBy("removeAll", query)).toEqual({ endpoint, query, ...bare });
  });

  test("POST with a file may have a parameter", async () => {
    const file = { name: "x.png", data: new Uint8Array([1]) };
    const { endpoint, query } = await sentBy("avatar", { id: "u/1", name: "n" }, file);
    expect({ endpoint, query }).toEqual({
      endpoint: "POST /users/u%2F1/avatar",
      query: { name: "n" },
    });
  });
});

describe("a path", () => {
  test.each([
    ["a/b", "a%2Fb"],
    ["中", "%E4%B8%AD"],
    ["a b?c#d%2e", "a%20b%3Fc%23d%252e"],
    ["...", "..."],
    ["\\", "%5C"],
    ["{name}", "%7Bname%7D"],
  ])("has %j as one segment", async (id, segment) => {
    expect((await sentBy("get", { id, name: "" })).endpoint).toBe(`GET /users/${segment}`);
  });

  test.each(["", ".", "..", "\ud800", undefined])("refuses %j before it is sent", async (id) => {
    const client = new sdk.WorkWx({ ...credentials, baseUrl: server.url });
    const before = server.requests.length;
    const error: unknown = await client["get"]?.({ id, name: "" }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(sdk["EncodeError"]);
    expect((error as Error).message).toMatch(/^id: expected a segment of a path, got /);
    expect(server.requests).toHaveLength(before);
  });

  test("refuses objects, and takes dots beside other characters", async () => {
    const client = new sdk.WorkWx({ ...credentials, baseUrl: server.url });
    await expect(client["putAny"]?.({ id: {} })).rejects.toThrow("id: expected a segment");
    await expect(client["rename"]?.({ id: "", name: "." })).rejects.toThrow("id: expected a");
    expect((await sentBy("rename", { id: ".", name: "x" })).endpoint).toBe("PUT /users/..x");
  });

  test("and what is beside it keep long integers and booleans", async () => {
    const long = { id: 9007199254740993n, isNew: false, count: 18446744073709551615n, note: "9" };
    const path = "/long/9007199254740993/false";
    const body = '{"count":18446744073709551615,"note":"9"}';
    expect(await sentBy("putLong", long)).toEqual({ endpoint: `PUT ${path}`, ...json, body });
    const query = { count: "18446744073709551615", note: "9" };
    expect(await sentBy("removeLong", long)).toEqual({
      endpoint: `DELETE ${path}`,
      query,
      ...bare,
    });
  });

  test("takes members of a request of any type", async () => {
    const request = { id: 1, big: 9007199254740993n, constructor: 1, nothing: undefined };
    const body = '{"big":9007199254740993,"constructor":1}';
    const sent = await sentBy("putAny", request);
    expect(sent).toEqual({ endpoint: "PUT /any/1", ...json, body });
  });
});

describe("an answer", () => {
  const attempts = { get: 3, put: 3, patch: 1, post: 1, remove: 3, exists: 3, removeAll: 3 };

  test.each(Object.entries(attempts))("of an error: %s is sent %i times", async (name, times) => {
    server.otherwise = (_request, response) => {
      response.statusCode = 500;
      response.end();
    };
    const client = new sdk.WorkWx({ ...credentials, baseUrl: server.url, retries: times - 1 || 2 });
    const before = server.requests.length;
    const result = client[name]?.({ id: "u", name: "n" });
    await expect(result).rejects.toThrow(`${name}: HTTP status 500`);
    expect(server.requests).toHaveLength(before + times);
  });

  test("of HEAD tells whether there is something", async () => {
    const client = new sdk.WorkWx({ ...credentials, baseUrl: server.url });
    server.otherwise = (_request, response) => {
      response.statusCode = 404;
      response.end();
    };
    const error: unknown = await client["exists"]?.({ id: "u", name: "n" }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ failure: "status", status: 404 });
    server.otherwise = (_request, response) => {
      response.statusCode = 204;
      response.end();
    };
    expect(await client["exists"]?.({ id: "u", name: "n" })).toEqual({});
  });
});
