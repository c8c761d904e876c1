import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as sdk from "../../generated/src/index.js";
import { checkSpec } from "../../generator/check.js";
import { config, spec } from "../support/spec.js";
import { credentials, WeComServer } from "../support/wecom-server.js";
import { samples } from "./samples.js";

const server = new WeComServer();

beforeAll(() => server.start());
afterAll(() => server.stop());

const calls = checkSpec(spec, config).api.modules.flatMap((module) => module.calls);

/** The calls that are no business of the token. */
const others = calls.filter(({ names }) => names.call !== "getAccessToken");

test("every call of the spec has a sample", () => {
  expect(Object.keys(samples).toSorted()).toEqual(others.map(({ names }) => names.call).toSorted());
});

describe.each(others)("$names.call", ({ names, kind, path }) => {
  const { request, wire, response, value } = samples[names.call] ?? {};
  const method = kind === "get" ? "GET" : "POST";
  const endpoint = `${method} ${path}`;
  const file = { name: "头像.png", data: new Uint8Array([0x89, 0x50, 0, 0xff]), type: "image/png" };
  const parameters =
    kind === "upload" ? (request === undefined ? [file] : [request, file]) : [request];

  test.each(["as a method", "as a function"])("%s", async (form) => {
    server.on(endpoint, () => response ?? {});
    const workwx = new sdk.WorkWx({ ...credentials, baseUrl: server.url });
    const result =
      form === "as a method"
        ? await workwx[names.call as "externalContactGet"](...(parameters as [never]))
        : await sdk[names.call as "externalContactGet"](workwx, ...(parameters as [never]));
    expect(result).toEqual(value ?? {});
    const seen = server.requests.at(-1);
    expect(`${seen?.method} ${seen?.path}`).toBe(endpoint);
    if (kind === "post") {
      expect(seen?.contentType).toBe("application/json");
      expect(JSON.parse(String(seen?.body))).toEqual(wire);
      expect(seen?.query).toEqual({});
      return;
    }
    expect(seen?.query).toEqual(wire ?? {});
    if (kind === "get") return;
    const form_ = await new Response(seen?.body, {
      headers: { "content-type": seen?.contentType ?? "" },
    }).formData();
    const media = form_.get("media") as File;
    expect([media.name, media.type]).toEqual([file.name, file.type]);
    expect(new Uint8Array(await media.arrayBuffer())).toEqual(file.data);
    // Not encoded in any way.
    expect(String(seen?.body)).toContain('filename="头像.png"');
  });
});

test("the call for a token is one like any other", async () => {
  const workwx = new sdk.WorkWx({ ...credentials, baseUrl: server.url });
  const before = server.tokenRequests;
  const token = await workwx.getAccessToken(credentials);
  expect(token).toMatchObject({ expiresIn: 7200 });
  expect(token.accessToken).toMatch(/^token /);
  expect(server.tokenRequests).toBe(before + 1);
});
