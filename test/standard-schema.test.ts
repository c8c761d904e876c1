import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { FollowUserTagCodec } from "../generated/src/index.js";

/** Hono knows nothing of md2sdk: it takes whatever keeps to Standard Schema. */
const app = new Hono().post("/tag", sValidator("json", FollowUserTagCodec), (context) => {
  const { tagName, type } = context.req.valid("json");
  return context.json({ tagName, type });
});

describe("a codec as the schema of a library", () => {
  test("gives it the decoded value", async () => {
    const response = await post({ tag_name: "重要", type: 1, unknown: true });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ tagName: "重要", type: 1 });
  });

  test("tells it every issue, with its path", async () => {
    const response = await post({ tag_name: 7, type: "1" });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: [
        { path: ["tag_name"], message: "expected string, got number 7" },
        { path: ["type"], message: 'expected integer, got string "1"' },
      ],
    });
  });
});

function post(json: unknown): Response | Promise<Response> {
  const headers = { "content-type": "application/json" };
  return app.request("/tag", { method: "POST", headers, body: JSON.stringify(json) });
}
