import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ClientSettings } from "../../generator/outputs/typescript/options.js";
import { HttpServer } from "../support/http-server.js";
import { sdkOf } from "../support/sdk.js";
import { failureOf, shownOf } from "./server.js";

const document = `# Pets

## Models

### \`Pet\` a pet

Name|JSON|Type
-|-|-
\`ID\`|\`id\`|\`int64\`
\`Name\`|\`name\`|\`string\`

### \`PetRef\` names a pet

Name|JSON|Type
-|-|-
\`ID\`|\`id\`|\`string\`

### \`None\` has no members

Name|JSON|Type
-|-|-

## API calls

Name|Request Type|Response Type|Access Token|URL
-|-|-|-|-
\`getPet\`|\`PetRef\`|\`Pet\`|+|\`GET /pets/{id}\`
\`addPet\`|\`Pet\`|\`Pet\`|+|\`POST /pets\`
\`deletePet\`|\`PetRef\`|\`None\`|+|\`DELETE /pets/{id}\`
\`getPhoto\`|\`PetRef\`|-|+|\`GET(binary) /pets/{id}/photo\`
\`ping\`|\`None\`|\`None\`|-|\`GET /ping\`
`;

type Call = (...parameters: unknown[]) => Promise<unknown>;
type Client = Readonly<Record<string, Call>>;
type Failure = new (...parameters: never) => Error;
type Sdk = Readonly<Record<"ApiError" | "TransportError" | "ResponseError", Failure>> &
  Readonly<Record<"PetStore", new (options?: object) => Client>>;

const server = new HttpServer();

function packageOf(client: ClientSettings): Promise<Sdk> {
  const settings = { client: { name: "PetStore", ...client }, int64: "bigint" } as const;
  return sdkOf([{ path: "spec/pets.md", value: document }], settings) as Promise<never>;
}

let sdk: Sdk;
let bearer: Sdk;

beforeAll(async () => {
  [sdk, bearer] = await Promise.all([packageOf({}), packageOf({ auth: "bearer" })]);
  await server.start();
});
beforeEach(() => {
  server.requests.length = 0;
  server.handler = () => ({});
});
afterAll(() => server.stop());

function clientOf(options: object = {}): Client {
  return new sdk.PetStore({ baseUrl: `${server.url}/v1`, retries: 0, ...options });
}

/** Answers with an error status some times, then with a pet. */
function refuse(times: number, status: number, headers: Readonly<Record<string, string>> = {}) {
  let left = times;
  server.handler = (_request, response) => {
    left -= 1;
    if (left < 0) return { id: 1 };
    return void response.writeHead(status, headers).end();
  };
}

describe("a call over HTTP", () => {
  test("sends no credentials, no token and no parameters of its own", async () => {
    server.handler = () => ({ id: 1, name: "Rex" });
    await clientOf()["getPet"]?.({ id: "1/2" });
    expect(server.requests).toHaveLength(1);
    expect(server.last).toMatchObject({ method: "GET", target: "/v1/pets/1%2F2", body: "" });
    expect(server.last?.headers.authorization).toBeUndefined();
  });

  test("keeps every digit of long integers in both directions", async () => {
    server.handler = (_request, response) => void response.end('{"id":9007199254740993}');
    const pet = { id: 9007199254740993n, name: "" };
    expect(await clientOf()["addPet"]?.(pet)).toEqual(pet);
    expect(server.last?.body).toBe('{"id":9007199254740993,"name":""}');
  });

  test("takes an empty answer for an object without members", async () => {
    server.handler = (_request, response) => void response.writeHead(204).end();
    expect(await clientOf()["deletePet"]?.({ id: "1" })).toEqual({});
    expect(server.last).toMatchObject({ method: "DELETE", target: "/v1/pets/1" });
  });

  test("gives no meaning to error codes in a body", async () => {
    server.handler = () => ({ errcode: 40001, errmsg: "no", id: 1, name: "Rex" });
    expect(await clientOf()["getPet"]?.({ id: "1" })).toEqual({ id: 1n, name: "Rex" });
  });

  test("has the headers of the client", async () => {
    await clientOf({ headers: { "x-tenant": "a" } })["ping"]?.();
    expect(server.last?.headers["x-tenant"]).toBe("a");
  });

  test("rejects with the status, the body and the request's id of a refusal", async () => {
    server.handler = (_request, response) => {
      response.writeHead(404, { "x-request-id": "r1", "content-type": "application/json" });
      response.end('{"message":"no such pet"}');
    };
    const error = await failureOf(clientOf()["getPet"]?.({ id: "1" }) ?? Promise.resolve());
    expect(error).toBeInstanceOf(sdk.ApiError);
    expect(error).toMatchObject({
      name: "ApiError",
      call: "getPet",
      status: 404,
      body: { message: "no such pet" },
      requestId: "r1",
      message: 'getPet: HTTP status 404 {"message":"no such pet"}',
    });
  });

  test("rejects with the text of a refusal that is not JSON, cut in its message", async () => {
    const text = `<h1>${"x".repeat(500)}</h1>`;
    server.handler = (_request, response) => void response.writeHead(500).end(text);
    const error = await failureOf(clientOf()["addPet"]?.({ id: 1n }) ?? Promise.resolve());
    expect(error).toMatchObject({ status: 500, body: text });
    expect((error as Error).message.length).toBeLessThan(260);
  });

  test("rejects answers that are not as documented", async () => {
    server.handler = () => ({ id: true });
    const wrong = await failureOf(clientOf()["getPet"]?.({ id: "1" }) ?? Promise.resolve());
    expect(wrong).toBeInstanceOf(sdk.ResponseError);
    server.handler = (_request, response) => void response.end("<html>");
    const html = await failureOf(clientOf()["getPet"]?.({ id: "1" }) ?? Promise.resolve());
    expect(html).toBeInstanceOf(sdk.TransportError);
  });
});

describe("a call is repeated", () => {
  test.each([429, 503])("after the status %i, as the server executed nothing", async (status) => {
    refuse(2, status, { "retry-after": "0" });
    const pet = await clientOf({ retries: 2 })["addPet"]?.({ id: 1n });
    expect(pet).toEqual({ id: 1n, name: "" });
    expect(server.requests).toHaveLength(3);
  });

  test("after the status 500 if it changes nothing", async () => {
    refuse(1, 500);
    expect(await clientOf({ retries: 1 })["getPet"]?.({ id: "1" })).toEqual({ id: 1n, name: "" });
    refuse(1, 500);
    const added = clientOf({ retries: 1 })["addPet"]?.({ id: 1n });
    await expect(added).rejects.toMatchObject({ status: 500 });
  });

  test("not before the time that the server asks for, and not if that is long", async () => {
    refuse(1, 429, { "retry-after": "1" });
    const start = Date.now();
    await clientOf({ retries: 1 })["getPet"]?.({ id: "1" });
    expect(Date.now() - start).toBeGreaterThanOrEqual(990);
    refuse(1, 429, { "retry-after": "3600" });
    const late = clientOf({ retries: 1 })["getPet"]?.({ id: "1" });
    await expect(late).rejects.toMatchObject({ status: 429, retryAfter: 3_600_000 });
  });
});

describe("credentials", () => {
  test("of a token are in the header, also of a function, and only where a call needs one", async () => {
    const client = new bearer.PetStore({ baseUrl: server.url, token: "t1" });
    await client["getPet"]?.({ id: "1" });
    expect(server.last?.headers.authorization).toBe("Bearer t1");
    await client["ping"]?.();
    expect(server.last?.headers.authorization).toBeUndefined();
  });

  test("are asked for again once if the server refuses them", async () => {
    let count = 0;
    const token = () => Promise.resolve(`t${++count}`);
    server.handler = ({ headers }, response) => {
      if (headers.authorization === "Bearer t2") return { id: 1 };
      return void response.writeHead(401).end();
    };
    const client = new bearer.PetStore({ baseUrl: server.url, token });
    expect(await client["getPet"]?.({ id: "1" })).toEqual({ id: 1n, name: "" });
    server.handler = (_request, response) => void response.writeHead(401).end();
    await expect(client["getPet"]?.({ id: "1" })).rejects.toMatchObject({ status: 401 });
    expect(count).toBe(4);
  });

  test("appear in no error and in no event", async () => {
    const token = "s3cret-token-of-a-person";
    server.handler = (_request, response) => void response.writeHead(403).end(`no ${token}`);
    const events: unknown[] = [];
    const hook = (event: unknown) => events.push(event);
    const options = { baseUrl: server.url, token, onRequest: hook, onResponse: hook };
    const client = new bearer.PetStore(options);
    const error = await failureOf(client["getPet"]?.({ id: "1" }) ?? Promise.resolve());
    expect(error).toMatchObject({ body: "no ***" });
    expect(shownOf(error) + JSON.stringify(events) + shownOf(client)).not.toContain(token);
  });

  test("of a name and a password are encoded in UTF-8", async () => {
    const basic = await packageOf({ auth: "basic" });
    const login = { username: "Ann", password: "pä:ss" };
    await new basic.PetStore({ baseUrl: server.url, ...login })["getPet"]?.({ id: "1" });
    const encoded = Buffer.from("Ann:pä:ss").toString("base64");
    expect(server.last?.headers.authorization).toBe(`Basic ${encoded}`);
  });

  test("of a key are in a header or in the query", async () => {
    const header = await packageOf({ auth: { apiKey: "X-Key" } });
    await new header.PetStore({ baseUrl: server.url, apiKey: "k" })["getPet"]?.({ id: "1" });
    expect(server.last?.headers["x-key"]).toBe("k");
    const query = await packageOf({ auth: { apiKey: "key", in: "query" } });
    await new query.PetStore({ baseUrl: server.url, apiKey: "k &" })["getPet"]?.({ id: "1" });
    expect(server.last?.target).toBe("/pets/1?key=k+%26");
  });
});

test("the URL of the server is that of the configuration unless a client has another one", async () => {
  const configured = await packageOf({ baseUrl: server.url });
  await new configured.PetStore()["ping"]?.();
  expect(server.last?.target).toBe("/ping");
  await new configured.PetStore({ baseUrl: `${server.url}/other/` })["ping"]?.();
  expect(server.last?.target).toBe("/other/ping");
});

test("a file may be JSON, and an answer with an error status is an error", async () => {
  const client = new sdk.PetStore({ baseUrl: server.url });
  const call = () => client["getPhoto"]?.({ id: "1" }) as Promise<{ bytes: () => Promise<Buffer> }>;
  server.handler = () => ({ code: 1 });
  expect(new TextDecoder().decode(await (await call()).bytes())).toBe('{"code":1}');
  server.handler = (_request, response) => {
    response.statusCode = 404;
    return { code: 2 };
  };
  expect(await failureOf(call())).toMatchObject({
    name: "ApiError",
    status: 404,
    body: { code: 2 },
  });
  server.handler = () => ({});
});
