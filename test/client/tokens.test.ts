import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  MemoryTokenStore,
  TransportError,
  WorkWxError,
  type Token,
  type TokenStore,
} from "../../generated/src/index.js";
import { credentials } from "../support/wecom-server.js";
import { clientOf, failureOf, list, LIST, server, serverForEachTest, shownOf } from "./server.js";

serverForEachTest();

describe("tokens", () => {
  test("500 calls at the start ask for one", async () => {
    server.tokenDelay = 30;
    const workwx = clientOf();
    const results = await Promise.all(Array.from({ length: 500 }, () => list(workwx)));
    expect(results).toHaveLength(500);
    expect(server.tokenRequests).toBe(1);
  });

  test("one that is revoked while 50 calls run is asked for once more", async () => {
    const workwx = clientOf();
    await list(workwx);
    server.revoke();
    server.tokenDelay = 20;
    await Promise.all(Array.from({ length: 50 }, () => list(workwx)));
    expect(server.tokenRequests).toBe(2);
  });

  test("one that expires is asked for before the server refuses it", async () => {
    server.lifetime = 1;
    const workwx = clientOf();
    await list(workwx);
    vi.useFakeTimers({ now: Date.now() + 950, toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    await list(workwx);
    expect(server.tokenRequests).toBe(2);
    expect(server.requests).toHaveLength(2);
  });

  test.each([
    [300, 269],
    [120, 107],
    [7200, 6899],
  ])("one of %d s serves calls for %d s", async (lifetime, seconds) => {
    server.lifetime = lifetime;
    const workwx = clientOf();
    const start = Date.now();
    vi.useFakeTimers({ now: start, toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    await list(workwx);
    vi.setSystemTime(start + seconds * 1000);
    await list(workwx);
    expect(server.tokenRequests).toBe(1);
    vi.setSystemTime(start + (seconds + 2) * 1000);
    await list(workwx);
    expect(server.tokenRequests).toBe(2);
  });

  test("one that expires on its way is asked for once more, and the call is sent again", async () => {
    let isExpired = true;
    server.on(LIST, () => {
      const answer = isExpired ? { errcode: 42001, errmsg: "access_token expired" } : {};
      isExpired = false;
      return answer;
    });
    await list(clientOf());
    expect(server.tokenRequests).toBe(2);
    expect(server.requests).toHaveLength(2);
  });

  test("a server that takes none gets one retry, and then the error", async () => {
    server.refusesAll = true;
    const error = await failureOf(list(clientOf()));
    expect(error).toBeInstanceOf(WorkWxError);
    expect(error).toMatchObject({ call: "externalContactList", errcode: 42001 });
    expect(server.requests).toHaveLength(2);
    expect(server.tokenRequests).toBe(2);
  });

  test("a secret that is wrong is an error of the call for a token", async () => {
    const error = await failureOf(list(clientOf({ corpSecret: "wrong secret" })));
    expect(error).toMatchObject({ call: "gettoken", errcode: 40001 });
    expect(shownOf(error)).not.toContain("wrong secret");
  });

  test("clients that share a store share a token, one of another application does not", async () => {
    const tokenStore = new MemoryTokenStore();
    await Promise.all([list(clientOf({ tokenStore })), list(clientOf({ tokenStore }))]);
    await list(clientOf({ tokenStore }));
    expect(server.tokenRequests).toBe(1);
    await list(clientOf({ tokenStore, agentId: 7 }));
    expect(server.tokenRequests).toBe(2);
  });

  test("a store has keys of their own for another secret of an application", async () => {
    const keys = new Set<string>();
    const tokenStore = { get: (key: string) => void keys.add(key), set: () => {} };
    for (const agentId of [undefined, "", 7, 8])
      for (const corpSecret of [credentials.corpSecret, "a rotated secret"])
        await list(clientOf({ tokenStore, agentId, corpSecret })).catch(() => {});
    // An application without a name is the same as one with an empty name.
    expect(keys.size).toBe(6);
    expect([...keys].join()).not.toContain("secret");
  });

  test("a store of many processes is asked again under its lock", async () => {
    const kept = new Map<string, never>();
    const keys: string[] = [];
    const tokenStore: TokenStore = {
      get: (key) => Promise.resolve(kept.get(key)),
      set: (key, token) => void kept.set(key, token as never),
      lock: async (key, run) => {
        keys.push(key);
        // Another process has been faster.
        await list(clientOf({ tokenStore: { get: tokenStore.get, set: tokenStore.set } }));
        return run();
      },
    };
    await list(clientOf({ tokenStore }));
    expect(server.tokenRequests).toBe(1);
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toContain(credentials.corpSecret);
  });

  test("a request for one that fails is forgotten", async () => {
    let isDown = true;
    const fetchWhenUp: typeof fetch = (url, init) =>
      isDown ? Promise.reject(new Error("no route to host")) : fetch(url, init);
    const workwx = clientOf({ retries: 0, fetch: fetchWhenUp });
    expect(await failureOf(list(workwx))).toBeInstanceOf(TransportError);
    isDown = false;
    expect((await list(workwx)).externalUserId).toEqual(["wm1"]);
  });

  test("a store may say that there is none as JSON does", async () => {
    const kept = new Map<string, string>();
    const tokenStore: TokenStore = {
      get: (key) => JSON.parse(kept.get(key) ?? "null") as Token | null,
      // A map returns itself, Redis `OK`.
      set: (key, token) => kept.set(key, JSON.stringify(token)),
    };
    await list(clientOf({ tokenStore }));
    await list(clientOf({ tokenStore }));
    expect(server.tokenRequests).toBe(1);
  });

  test("what a store throws is the error of the call, and the next call asks it again", async () => {
    const failure = new Error("the store is down");
    const memory = new MemoryTokenStore();
    const set = vi.fn<TokenStore["set"]>(memory.set).mockRejectedValueOnce(failure);
    const workwx = clientOf({ tokenStore: { get: memory.get, set } });
    const errors = await Promise.all([failureOf(list(workwx)), failureOf(list(workwx))]);
    expect(errors).toEqual([failure, failure]);
    await list(workwx);
    expect(server.tokenRequests).toBe(2);
  });

  test("one that was refused may come back from another process, and is not taken", async () => {
    let kept: Token | undefined;
    const whenLocked = vi.fn<() => void>();
    const tokenStore: TokenStore = {
      get: () => kept,
      set: (_key, token) => void (kept = token),
      lock: async (_key, run) => {
        whenLocked();
        // Until the other call has been refused.
        await vi.waitFor(() => expect(server.requests).toHaveLength(1));
        await setTimeout(20);
        return run();
      },
    };
    const workwx = clientOf({ tokenStore });
    const first = list(workwx);
    await vi.waitFor(() => expect(whenLocked).toHaveBeenCalled());
    kept = { value: "revoked", freshUntil: Infinity };
    const results = await Promise.all([first, list(workwx)]);
    expect(results).toHaveLength(2);
    expect(server.tokenRequests).toBe(1);
  });

  test("an empty one is none", async () => {
    const workwx = clientOf({
      fetch: () => Promise.resolve(Response.json({ access_token: "", expires_in: 7200 })),
    });
    expect(await failureOf(list(workwx))).toMatchObject({
      message: "gettoken: expected access_token",
    });
  });
});
