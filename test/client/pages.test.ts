import { describe, expect, test } from "vitest";
import { itemsOf, offsetPages, pages } from "../../templates/typescript/src/client/pages.js";
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
    const repeated = clientOf().externalContactListContactWayPages({});
    const seen: unknown[] = [];
    const failure = await failureOf(
      (async () => {
        for await (const page of repeated) seen.push(page);
      })(),
    );
    expect(failure).toBeInstanceOf(RangeError);
    expect(seen).toHaveLength(2);
  });
});

function nextOf(cursor: bigint | undefined): bigint {
  return cursor === undefined ? 5n : 0n;
}

describe("items", () => {
  test("of all pages follow each other, and the last cursor is there to be stored", async () => {
    server.on("POST /cgi-bin/kf/sync_msg", ({ body }) => {
      const { cursor = "" } = JSON.parse(String(body)) as { cursor?: string };
      const msg_list = [{ msgid: `${cursor}1` }, { msgid: `${cursor}2` }];
      return { msg_list, next_cursor: `${cursor}a`, has_more: cursor === "aa" ? 0 : 1 };
    });
    const messages = clientOf().kfSyncMsgItems({ token: "t" });
    expect(messages.cursor).toBeUndefined();
    const ids: string[] = [];
    for await (const { msgId } of messages) ids.push(msgId);
    expect(ids).toEqual(["1", "2", "a1", "a2", "aa1", "aa2"]);
    expect(messages.cursor).toBe("aaa");
  });

  test("that nobody reads to the end leave the cursor of their page", async () => {
    const from = pages(
      (cursor: number | undefined) => Promise.resolve({ list: [1, 2], next: (cursor ?? 0) + 1 }),
      ({ next }) => next,
    );
    const all = itemsOf(
      from,
      ({ list }) => list,
      ({ next }) => next,
    );
    let count = 0;
    for await (const item of all) if ((count += item) > 4) break;
    expect(all.cursor).toBe(1);
  });

  test("end where the next cursor is 0", async () => {
    const seen: unknown[] = [];
    for await (const page of pages(
      (cursor?: bigint) => Promise.resolve(nextOf(cursor)),
      (page) => page,
    ))
      seen.push(page);
    expect(seen).toEqual([5n, 0n]);
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
    const counted = offsetPages(
      (from) => Promise.resolve(from),
      (from) => (from < 4 ? 2 : 0),
      undefined,
    );
    for await (const page of counted) seen.push(page);
    expect(seen).toEqual([0, 2, 4]);
  });
});
