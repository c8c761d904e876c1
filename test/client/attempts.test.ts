import { EventEmitter, getEventListeners, once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { pacing, type ResponseEvent } from "../../generated/src/index.js";
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
import type { Route } from "../support/wecom-server.js";

serverForEachTest();

const fetchBusy: typeof fetch = () => Promise.resolve(Response.json({ errcode: -1 }));

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

  test.each([
    [0, [100, 200, 400, 800, 1600, 3200, 5000, 5000]],
    [0.5, [200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]],
  ])("after pauses that grow to seconds and not to hours (%d)", async (random, expected) => {
    const pauses: number[] = [];
    const real = globalThis.setTimeout;
    const setTimeout = (run: () => void, milliseconds: number) => {
      if (!expected.includes(milliseconds)) return real(run, milliseconds);
      pauses.push(milliseconds);
      return real(run);
    };
    const mocks = [
      vi.spyOn(globalThis, "setTimeout").mockImplementation(setTimeout as never),
      vi.spyOn(Math, "random").mockReturnValue(random),
    ];
    onTestFinished(() => mocks.forEach((mock) => mock.mockRestore()));
    const workwx = clientOf({ fetch: fetchBusy, retries: expected.length });
    expect(await failureOf(list(workwx))).toMatchObject({ errcode: -1 });
    expect(pauses).toEqual(expected);
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

const failing: Route = (_request, response) => {
  response.statusCode = 500;
  response.end("busy");
};

describe("a status of failure", () => {
  test("is asked again where that does no harm", async () => {
    server.on(LIST, flaky(2, failing));
    await list(clientOf());
    expect(server.requests).toHaveLength(3);
  });

  test("is an error at once where it may", async () => {
    server.on(REMARK, flaky(1, failing));
    expect(await failureOf(remark(clientOf()))).toMatchObject({ status: 500 });
    expect(server.requests).toHaveLength(1);
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
    const controller = new AbortController();
    server.on(LIST, () => {
      controller.abort(reason);
      return new Promise(() => {});
    });
    expect(await failureOf(list(clientOf(), controller.signal))).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  test("while it waits to try again", async () => {
    server.on(LIST, () => ({ errcode: -1 }));
    expect(await failureOf(list(clientOf({ retries: 9 }), abortedAfter(150)))).toBe(reason);
  });

  test("by a hook, before it waits to try again", async () => {
    // No pause ends.
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const controller = new AbortController();
    const workwx = clientOf({
      fetch: fetchBusy,
      tokenStore: { get: () => ({ value: "token", freshUntil: Infinity }), set: () => {} },
      onResponse: () => controller.abort(reason),
    });
    expect(await failureOf(list(workwx, controller.signal))).toBe(reason);
  });

  test("is told to the hooks, as any end of an attempt", async () => {
    const controller = new AbortController();
    server.on(LIST, () => {
      controller.abort(reason);
      return new Promise(() => {});
    });
    const events: ResponseEvent[] = [];
    const workwx = clientOf({ onResponse: (event) => events.push(event) });
    await failureOf(list(workwx, controller.signal));
    expect(events).toMatchObject([
      { call: "gettoken" },
      { call: "externalContactList", error: reason },
    ]);
  });

  test("ends a call also where the caller's own fetch goes on", async () => {
    const workwx = clientOf({ fetch: () => new Promise(() => {}) });
    expect(await failureOf(list(workwx, abortedAfter(20)))).toBe(reason);
  });

  test("leaves nothing at a signal that lives longer than the call", async () => {
    const { signal } = new AbortController();
    server.on(LIST, flaky(1, busy));
    await list(clientOf(), signal);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("timeouts", () => {
  test("hold also where the caller's own fetch goes on", async () => {
    const workwx = clientOf({ fetch: () => new Promise(() => {}), timeout: 20, retries: 0 });
    expect(await failureOf(list(workwx))).toMatchObject({ failure: "timeout" });
  });

  test.each([Infinity, 2 ** 31, 5000.5])("may be %d ms", async (timeout) => {
    expect((await list(clientOf({ timeout, retries: 0 }))).externalUserId).toEqual(["wm1"]);
  });

  test("of a call take the place of those of the client", async () => {
    server.on(LIST, () => new Promise(() => {}));
    const workwx = clientOf({ timeout: Infinity, retries: 0 });
    const call = workwx.externalContactList({ userId: "zhang" }, { timeout: 50 });
    expect(await failureOf(call)).toMatchObject({ failure: "timeout" });
  });
});

describe("the timeout of a call", () => {
  test("bounds its retries", async () => {
    const start = Date.now();
    const workwx = clientOf({ fetch: fetchBusy, retries: 99 });
    const call = workwx.externalContactList({ userId: "zhang" }, { timeout: 100 });
    expect(await failureOf(call)).toMatchObject({
      failure: "timeout",
      call: "externalContactList",
    });
    expect(Date.now() - start).toBeLessThan(2000);
  });

  test("bounds the store of tokens", async () => {
    const tokenStore = { get: () => new Promise<never>(() => {}), set: () => {} };
    const call = clientOf({ tokenStore }).externalContactList({ userId: "z" }, { timeout: 20 });
    expect(await failureOf(call)).toMatchObject({ failure: "timeout" });
  });
});

/** A server that is too busy once. */
function refusing(status: number, seconds: string): Route {
  return flaky(1, (_request, response) => {
    response.statusCode = status;
    response.setHeader("retry-after", seconds);
    response.end();
  });
}

describe("a call that the server has not run", () => {
  test.each([429, 503])("is repeated after the time that the status %d tells", async (status) => {
    server.on(REMARK, refusing(status, "0"));
    await remark(clientOf());
    expect(server.requests).toHaveLength(2);
  });

  test("is an error if that time is long", async () => {
    server.on(REMARK, refusing(429, "3600"));
    const error = await failureOf(remark(clientOf()));
    expect(error).toMatchObject({ status: 429, retryAfter: 3_600_000 });
    expect(server.requests).toHaveLength(1);
  });

  test("because of too many others is repeated, and has an error of its own", async () => {
    server.on(
      REMARK,
      flaky(1, () => ({ errcode: 45033 })),
    );
    await remark(clientOf());
    server.on(REMARK, () => ({ errcode: 45033 }));
    expect(await failureOf(remark(clientOf({ retries: 0 })))).toMatchObject({
      name: "RateLimitError",
    });
  });

  test.each([
    ["ECONNREFUSED", 2],
    ["ENOTFOUND", 2],
    ["ECONNRESET", 1],
  ])("because of %s makes %d attempts", async (code, attempts) => {
    let sent = 0;
    const workwx = clientOf({
      retries: 1,
      tokenStore: { get: () => ({ value: "token", freshUntil: Infinity }), set: () => {} },
      fetch: () => {
        sent += 1;
        return Promise.reject(
          new TypeError("failed", { cause: Object.assign(new Error(code), { code }) }),
        );
      },
    });
    expect(await failureOf(remark(workwx))).toMatchObject({ code });
    expect(sent).toBe(attempts);
  });

  test("makes as many attempts as it says itself", async () => {
    server.on(LIST, busy);
    await failureOf(clientOf().externalContactList({ userId: "z" }, { retries: 1 }));
    expect(server.requests).toHaveLength(2);
  });
});

describe("pacing", () => {
  test("lets a number of requests run at the same time", async () => {
    let running = 0;
    let most = 0;
    server.on(LIST, async () => {
      most = Math.max(most, ++running);
      await pause(10);
      running -= 1;
      return {};
    });
    const workwx = clientOf({ pace: pacing({ concurrency: 2 }) });
    await Promise.all(Array.from({ length: 6 }, () => list(workwx)));
    expect(most).toBe(2);
    expect(server.requests).toHaveLength(6);
  });

  test("lets a number of them begin in a minute, for each call by itself", async () => {
    const pace = pacing({ perMinute: 1, calls: { list: { perMinute: 1200 } } });
    const start = Date.now();
    const run = () => Promise.resolve(Date.now() - start);
    const times = await Promise.all([1, 2, 3].map(() => pace("list", run, undefined)));
    expect(times[2]).toBeGreaterThanOrEqual(95);
    expect(await pace("other", run, undefined)).toBeLessThan(1000);
    const signal = AbortSignal.timeout(20);
    expect(await failureOf(pace("other", run, signal))).toBe(signal.reason);
  });

  test("forgets requests that no longer wait", async () => {
    const pace = pacing({ concurrency: 1 });
    const finished = new EventEmitter();
    const first = pace("a", () => once(finished, "end"), undefined);
    const waiting = failureOf(pace("a", () => Promise.resolve(), AbortSignal.abort("left")));
    const last = pace("a", () => Promise.resolve("ran"), undefined);
    expect(await waiting).toBe("left");
    finished.emit("end");
    await first;
    expect(await last).toBe("ran");
    expect(() => pacing({ concurrency: 0 })("a", () => Promise.resolve(), undefined)).toThrow(
      TypeError,
    );
  });
});
