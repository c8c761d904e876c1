import { describe, expect, test } from "vitest";
import { offsetPages } from "../../templates/typescript/src/client/pages.js";
import { clientOf, failureOf, server, serverForEachTest } from "./server.js";

serverForEachTest();

const pageOf = (cursor: string) => (cursor === "" ? "2" : cursor === "2" ? "3" : "");

describe("pages", () => {
  test("follow each other until there are no more", async () => {
    server.on("POST /cgi-bin/externalcontact/list_contact_way", ({ body }) => {
      const { cursor = "" } = JSON.parse(String(body)) as { cursor?: string };
      return { contact_way: [{ config_id: `after ${cursor}` }], next_cursor: pageOf(cursor) };
    });
    const ids: string[] = [];
    for await (const page of clientOf().externalContactListContactWayPages({ limit: 1 })) {
      ids.push(...page.contactWay.map(({ configId }) => configId));
    }
    expect(ids).toEqual(["after ", "after 2", "after 3"]);
  });

  test("that lead back to themselves are an error", async () => {
    server.on("POST /cgi-bin/externalcontact/list_contact_way", () => ({ next_cursor: "same" }));
    const pages = clientOf().externalContactListContactWayPages({});
    const seen: unknown[] = [];
    const failure = await failureOf(
      (async () => {
        for await (const page of pages) seen.push(page);
      })(),
    );
    expect(failure).toBeInstanceOf(RangeError);
    expect(seen).toHaveLength(2);
  });
});

const items = ["a", "b", "c", "d", "e"];

function fetchPage(from: number): Promise<string[]> {
  return Promise.resolve(items.slice(from, from + 2));
}

describe("pages by offset", () => {
  test.each([
    [undefined, [["a", "b"], ["c", "d"], ["e"], []]],
    [3, [["d", "e"], []]],
    [9, [[]]],
  ])("from %j go on behind the items of the page before", async (offset, expected) => {
    const seen: string[][] = [];
    for await (const page of offsetPages(fetchPage, ({ length }) => length, offset))
      seen.push(page);
    expect(seen).toEqual(expected);
  });

  test("end with the page that says that it is the last one", async () => {
    const seen: number[] = [];
    const pages = offsetPages(
      (from) => Promise.resolve(from),
      (from) => (from < 4 ? 2 : 0),
      undefined,
    );
    for await (const page of pages) seen.push(page);
    expect(seen).toEqual([0, 2, 4]);
  });
});
