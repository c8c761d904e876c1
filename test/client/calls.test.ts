import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as sdk from "../../generated/src/index.js";
import { checkSpec } from "../../generator/project/check.js";
import { config, spec } from "../support/spec.js";
import { credentials, WeComServer, type SeenRequest } from "../support/wecom-server.js";
import { samples } from "./samples.js";

const server = new WeComServer();

beforeAll(() => server.start());
afterAll(() => server.stop());

const calls = checkSpec(spec, config).plan.modules.flatMap((module) => module.calls);

/** The calls that are no business of the token. */
const others = calls.filter(({ names }) => names.call !== "getAccessToken");

test("every call of the spec has a sample", () => {
  expect(Object.keys(samples).toSorted()).toEqual(others.map(({ names }) => names.call).toSorted());
});

const functions: Readonly<Record<string, unknown>> = { ...sdk };

type AnyCall = (...parameters: unknown[]) => Promise<unknown>;

const file = { name: "头像.png", data: new Uint8Array([0x89, 0x50, 0, 0xff]), type: "image/png" };

describe.each(others)("$names.call", ({ names, kind, path, isRequestEmpty }) => {
  const { request, wire = {}, response = {}, value = {} } = samples[names.call] ?? {};
  const endpoint = `${kind === "get" ? "GET" : "POST"} ${path}`;
  const said = isRequestEmpty ? [] : [request];
  const parameters = kind === "upload" ? [...said, file] : said;

  test.each(["method", "function"])("as a %s", async (form) => {
    server.on(endpoint, () => response);
    const workwx = new sdk.WorkWx({ ...credentials, baseUrl: server.url });
    const method = (workwx[names.call as keyof sdk.WorkWx] as AnyCall).bind(workwx);
    const call = functions[names.call] as AnyCall;
    const result = form === "method" ? method(...parameters) : call(workwx, ...parameters);
    expect(await result).toEqual(value);
    expect(await travelled(server.requests.at(-1))).toEqual({
      endpoint,
      query: kind === "post" ? {} : wire,
      ...(kind === "post" ? { json: wire } : {}),
      ...(kind === "upload" ? { file } : {}),
    });
  });
});

/** How a request has travelled. */
async function travelled(request: SeenRequest | undefined): Promise<object> {
  if (request === undefined) throw new Error("nothing was sent");
  const { method, path, query, contentType, body } = request;
  const sent = { endpoint: `${method} ${path}`, query };
  if (method === "GET") return sent;
  if (contentType === "application/json")
    return { ...sent, json: JSON.parse(String(body)) as unknown };
  // The name of the file is not encoded in any way.
  if (!body.includes('filename="头像.png"')) throw new Error(String(body));
  const form = await new Response(body, { headers: { "content-type": contentType } }).formData();
  const media = form.get("media") as File;
  const data = new Uint8Array(await media.arrayBuffer());
  return { ...sent, file: { name: media.name, data, type: media.type } };
}

test("the call for a token is one like any other", async () => {
  const workwx = new sdk.WorkWx({ ...credentials, baseUrl: server.url });
  const token = await workwx.getAccessToken(credentials);
  expect(token).toEqual({
    accessToken: expect.stringMatching(/^token \d+\+\/=$/) as string,
    expiresIn: 7200,
  });
  const { corpId: corpid, corpSecret: corpsecret } = credentials;
  expect(server.tokenQueries.at(-1)).toEqual({ corpid, corpsecret });
});
