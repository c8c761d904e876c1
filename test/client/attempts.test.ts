import { describe, expect, test } from "vitest";
import {
  broken,
  busy,
  clientOf,
  failureOf,
  flaky,
  list,
  LIST,
  remark,
  REMARK,
  server,
  serverForEachTest,
} from "./server.js";

serverForEachTest();

describe("retries", () => {
  test("a busy server is asked again, whatever the call", async () => {
    server.on(REMARK, flaky(2, busy));
    await remark(clientOf());
    expect(server.requests).toHaveLength(3);
  });

  test("no more often than the client says", async () => {
    server.on(REMARK, flaky(9, busy));
    expect(await failureOf(remark(clientOf({ retries: 1 })))).toMatchObject({ errcode: -1 });
    expect(server.requests).toHaveLength(2);
  });

  test("what a broken connection has swallowed is sent again where that does no harm", async () => {
    server.on(LIST, flaky(1, broken));
    await list(clientOf());
    server.on(REMARK, flaky(1, broken));
    expect(await failureOf(remark(clientOf()))).toMatchObject({ failure: "network" });
    server.on(REMARK, flaky(1, broken));
    await remark(clientOf(), true);
  });
});

describe("abort", () => {
  const reason = new Error("the user left");
  const abortedAfter = (milliseconds: number) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), milliseconds);
    return controller.signal;
  };

  test("before anything is sent", async () => {
    expect(await failureOf(list(clientOf(), AbortSignal.abort(reason)))).toBe(reason);
    expect(server.tokenRequests).toBe(0);
  });

  test("while the token is on its way, which the others get all the same", async () => {
    server.tokenDelay = 100;
    const workwx = clientOf();
    const [one, other] = await Promise.allSettled([list(workwx, abortedAfter(20)), list(workwx)]);
    expect(one).toEqual({ status: "rejected", reason });
    expect(other.status).toBe("fulfilled");
    expect(server.tokenRequests).toBe(1);
  });

  test("while the call is on its way", async () => {
    server.on(LIST, () => new Promise(() => {}));
    expect(await failureOf(list(clientOf(), abortedAfter(100)))).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  test("while it waits to try again", async () => {
    server.on(LIST, () => ({ errcode: -1 }));
    expect(await failureOf(list(clientOf({ retries: 9 }), abortedAfter(150)))).toBe(reason);
  });
});
