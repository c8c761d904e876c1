import { describe, expect, test, vi } from "vitest";
import {
  MemoryTokenStore,
  TransportError,
  WorkWxError,
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
    await list(workwx);
    vi.useRealTimers();
    expect(server.tokenRequests).toBe(2);
    expect(server.requests).toHaveLength(2);
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
});
