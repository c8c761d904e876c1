import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as sdk from "../../generated/src/index.js";
import { checkSpec } from "../../generator/project/check.js";
import type { Call } from "../../generator/outputs/typescript/plan/plan.js";
import { config, spec } from "../support/spec.js";
import { credentials, WeComServer, type SeenRequest } from "../support/wecom-server.js";
import { samples } from "./samples.js";

const server = new WeComServer();

beforeAll(() => server.start());
afterAll(() => server.stop());

const calls = checkSpec(spec, config).plan.modules.flatMap((module) => module.calls);

/** The calls that are no business of the token. */
const others = calls.filter(
  // Files have tests of their own.
  ({ names, response }) => names.call !== "getAccessToken" && response.kind !== "binary",
);

test("every sample is of a call of the spec", () => {
  expect(others.map(({ names }) => names.call)).toEqual(
    expect.arrayContaining(Object.keys(samples)),
  );
});

const exported: Readonly<Record<string, unknown>> = { ...sdk };

/** Returns what is made of a response without members. */
function emptyValueOf({ response }: Call): unknown {
  if (response.kind !== "reference") return {};
  return (exported[response.names.codec] as sdk.Codec<unknown>).decode({});
}

type AnyCall = (...parameters: unknown[]) => Promise<unknown>;

const file = { name: "头像.png", data: new Uint8Array([0x89, 0x50, 0, 0xff]), type: "image/png" };

describe.each(others)("$names.call", (planned) => {
  const { names, transfer, path, accessToken, isRequestEmpty } = planned;
  const { carrier } = transfer;
  const {
    request = {},
    wire = {},
    query = {},
    response = {},
    value = emptyValueOf(planned),
  } = samples[names.call] ?? {};
  const endpoint = `${transfer.method} ${path.split("?", 1)[0]}`;
  if (!accessToken) server.open.add(endpoint);
  const said = isRequestEmpty ? [] : [request];
  const parameters = carrier === "upload" ? [...said, file] : said;

  test.each(["method", "function"])("as a %s", async (form) => {
    server.on(endpoint, () => response);
    const workwx = new sdk.WorkWx({ ...credentials, baseUrl: server.url });
    const method = (workwx[names.call as keyof sdk.WorkWx] as AnyCall).bind(workwx);
    const call = exported[names.call] as AnyCall;
    const result = form === "method" ? method(...parameters) : call(workwx, ...parameters);
    expect(await result).toEqual(value);
    expect(await travelled(server.requests.at(-1))).toEqual({
      endpoint,
      query: carrier === "body" ? query : wire,
      ...(carrier === "body" ? { json: wire } : {}),
      ...(carrier === "upload" ? { file } : {}),
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
