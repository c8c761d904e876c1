import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  ResponseError,
  TransportError,
  WorkWxError,
  type RequestEvent,
} from "../../generated/src/index.js";
import { withoutSecrets } from "../../templates/typescript/src/client/secrets.js";
import { credentials } from "../support/wecom-server.js";
import { clientOf, failureOf, list, server, serverForEachTest, shownOf } from "./server.js";

serverForEachTest();

/** As long as those of the service may be: no issue shows it whole. */
const token = "Tk".repeat(256);

/** A client that has a token, and that gets something else for its calls. */
function clientWith(answer: (url: string) => Promise<Response>) {
  const answerAll: typeof fetch = (url) =>
    (url as string).includes("/gettoken?")
      ? Promise.resolve(Response.json({ access_token: token, expires_in: 7200 }))
      : answer(url as string);
  return clientOf({ fetch: answerAll, retries: 0 });
}

describe("neither the secret nor the token is shown", () => {
  test.each<[string, unknown, (url: string) => Promise<Response>]>([
    ["where the connection fails", TransportError, (url) => Promise.reject(new Error(`no ${url}`))],
    [
      "by a cause of that",
      TransportError,
      (url) => Promise.reject(new TypeError("failed", { cause: new Error(url) })),
    ],
    [
      "where the server repeats the request",
      WorkWxError,
      (url) => Promise.resolve(Response.json({ errcode: 42001, errmsg: `${token}, ${url}` })),
    ],
    [
      "where it does so in a field",
      ResponseError,
      (url) => Promise.resolve(Response.json({ external_userid: new URL(url).search })),
    ],
    [
      "where it is all that a field has",
      ResponseError,
      () => Promise.resolve(Response.json({ external_userid: token })),
    ],
  ])("%s", async (_name, kind, answer) => {
    const error = await failureOf(list(clientWith(answer)));
    expect(error).toBeInstanceOf(kind);
    expect(shownOf(error)).not.toContain("TkTk");
    expect(shownOf(error)).toContain("***");
  });

  test("where the server does not take it", async () => {
    server.refusesAll = true;
    const shown = shownOf(await failureOf(list(clientOf())));
    expect(shown).toContain("access_token expired: ***");
    const other = shownOf(await failureOf(list(clientOf({ corpSecret: "other secret" }))));
    expect(other).toContain("invalid credential ***");
  });

  test("of another application, for which the client asks", async () => {
    const events: RequestEvent[] = [];
    const workwx = clientOf({ onRequest: (event) => void events.push(event) });
    const request = { corpId: credentials.corpId, corpSecret: "another secret" };
    const shown = shownOf(await failureOf(workwx.getAccessToken(request))) + inspect(events);
    expect(shown).toContain("corpsecret=***");
    expect(shown).not.toMatch(/another.secret/);
  });

  test("where a client is", async () => {
    const workwx = clientOf();
    await list(workwx);
    const shown = inspect(workwx, { depth: null, showHidden: true }) + JSON.stringify(workwx);
    expect(shown).not.toContain(credentials.corpSecret);
    expect(shown).not.toMatch(/token \d/);
  });
});

test.each([
  ["a", "a cat at a=a", ["a"], "*** cat at ***=***"],
  ["corp", "corpsecret=corp&x=corporation", ["corp"], "corpsecret=***&x=corporation"],
  [
    "a secret, long",
    "a%20secret%2C%20long a+secret%2C+long a secret, long",
    ["a secret, long"],
    "*** *** ***",
  ],
  ["a.secret.with.dots", "aXsecretXwithXdots", ["a.secret.with.dots"], "aXsecretXwithXdots"],
])(
  "the secret %j is masked where it is a word of its own, in every form",
  (_secret, text, secrets, shown) => {
    expect(withoutSecrets(text, secrets)).toBe(shown);
  },
);
