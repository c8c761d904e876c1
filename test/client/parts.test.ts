import { describe, expect, test } from "vitest";
import { callInParts } from "../../generated/src/client/parts.js";
import { EncodeError } from "../../generated/src/index.js";
import { clientOf, server, serverForEachTest } from "./server.js";

serverForEachTest();

const endpoint = {
  name: "preview",
  method: "POST",
  path: "/loans/{id}?type={type}&mode={mode}",
} as const;

/** Writes the names of fields alone. */
function finish(rest: object): string {
  return JSON.stringify({ names: Object.keys(rest) });
}

describe("a call with a query and a body", () => {
  test("sends each field once, and leaves absent ones out of the query", async () => {
    server.on("POST /loans/1", ({ query, body }) => ({ query, body: body.toString() }));
    const request = { id: 1, type: "a b&c", note: "张三" };
    const answer = await callInParts(clientOf(), endpoint, (json) => json, {}, request);
    expect(answer).toMatchObject({
      query: { type: "a b&c" },
      body: `{"note":"张三"}`,
    });
    expect(answer["query"]).not.toHaveProperty("mode");
    expect(Object.keys(request)).toEqual(["id", "type", "note"]);
  });

  test("takes the text of the body from a function", async () => {
    server.on("POST /loans/1", ({ body }) => ({ body: body.toString() }));
    const request = { id: 1, mode: null, note: "a", page: 2 };
    const answer = await callInParts(clientOf(), endpoint, (json) => json, {}, request, finish);
    expect(answer).toMatchObject({ body: `{"names":["note","page"]}` });
  });

  test("refuses a path without its field before anything is sent", async () => {
    const call = callInParts(clientOf(), endpoint, (json) => json, {}, { type: "a" });
    await expect(call).rejects.toThrow(EncodeError);
  });
});
