import { describe, expect, test } from "vitest";
import {
  RateLimitError,
  ResponseError,
  SdkError,
  TransportError,
  WorkWxError,
  type ResponseEvent,
} from "../../generated/src/index.js";
import type { Route } from "../support/wecom-server.js";
import { clientOf, failureOf, list, LIST, server, serverForEachTest, shownOf } from "./server.js";

serverForEachTest();

const answers = (route: Route) => server.on(LIST, route);

test.each(["busy", "", {}, [0], true, null, 1.5])(
  "an error code of %j is an error",
  async (errcode) => {
    answers(() => ({ errcode, external_userid: [] }));
    const error = await failureOf(list(clientOf()));
    expect(error).toBeInstanceOf(ResponseError);
    expect(String(error)).toContain("externalContactList: errcode: expected integer, got ");
  },
);

test("control characters inside strings are read, which JSON forbids and the server sends", async () => {
  answers(
    (_request, response) => void response.end('{\n"external_userid":["a\tb\u0001\n", "\\"\\n"]}'),
  );
  expect((await list(clientOf())).externalUserId).toEqual(["a\tb\u0001\n", '"\n']);
});

describe("what was answered", () => {
  test.each<[string, Route, object]>([
    [
      "beside an error code",
      () => ({ errcode: 40003, errmsg: "bad s3cret+/=%", invaliduser: "a|b" }),
      {
        errcode: 40003,
        status: 200,
        json: { errcode: 40003, errmsg: "bad ***", invaliduser: "a|b" },
      },
    ],
    [
      "where a field has another type",
      () => ({ external_userid: 1, msgid: "created" }),
      { json: expect.objectContaining({ msgid: "created" }) as object },
    ],
    [
      "where it is no JSON",
      (_request, response) => {
        response.setHeader("x-request-id", "r1");
        response.end("<html> s3cret+/=%");
      },
      { text: "<html> ***", json: undefined, requestId: "r1", status: 200 },
    ],
  ])("%s is in the error, which logs do not show", async (_name, route, expected) => {
    answers(route);
    const error = await failureOf(list(clientOf()));
    expect(error).toBeInstanceOf(SdkError);
    expect(error).toMatchObject({ call: "externalContactList", ...expected });
    expect(JSON.stringify(error)).not.toMatch(/invaliduser|created|html/);
  });

  test("is the value of the call if the client says so, and the event has the issues", async () => {
    answers(() => ({ external_userid: ["wm1", 2] }));
    const events: ResponseEvent[] = [];
    const workwx = clientOf({
      onInvalidResponse: "report",
      onResponse: (event) => events.push(event),
    });
    expect(await list(workwx)).toEqual({ externalUserId: ["wm1", ""] });
    const { invalid } = events.at(-1) ?? {};
    expect(invalid).toBeInstanceOf(ResponseError);
    expect(invalid?.issues).toMatchObject([{ path: ["external_userid", 1] }]);
    expect(invalid?.json).toMatchObject({ external_userid: ["wm1", 2] });
    // Later answers are checked again.
    expect(await failureOf(list(clientOf()))).toBeInstanceOf(ResponseError);
  });

  test("may be larger than the client reads", async () => {
    answers(() => ({ external_userid: ["x".repeat(1000)] }));
    expect(await failureOf(list(clientOf({ maxAnswerSize: 500 })))).toMatchObject({
      failure: "body",
      message: "externalContactList: expected an answer of at most 500 bytes",
    });
  });
});

test("a connection that fails has its code, and a cause without secrets", async () => {
  const workwx = clientOf({ baseUrl: "http://127.0.0.1:59999", retries: 0 });
  const error = (await failureOf(list(workwx))) as TransportError;
  expect(error).toMatchObject({ failure: "network", code: "ECONNREFUSED" });
  expect(error.cause).toBeInstanceOf(Error);
  expect(shownOf(error)).not.toContain("s3cret");
});

describe("errors", () => {
  test("of the server have its code, its words and the id of the request", async () => {
    answers(() => ({
      errcode: 40058,
      errmsg: "userid missing, hint: [1510120001], from ip: 1.2.3.4",
    }));
    const error = await failureOf(list(clientOf()));
    expect(error).toBeInstanceOf(WorkWxError);
    expect(error).toMatchObject({ errcode: 40058, requestId: "1510120001" });
    expect(String(error)).toBe(
      "WorkWxError: externalContactList: 40058 userid missing, hint: [1510120001], from ip: 1.2.3.4（不合法的参数：具体见errmsg）",
    );
  });

  test("of too many calls are of a type of their own, and are not tried again", async () => {
    answers(() => ({ errcode: 45009, errmsg: "api freq out of limit" }));
    expect(await failureOf(list(clientOf()))).toBeInstanceOf(RateLimitError);
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, Route, object]>([
    [
      "an HTML page",
      (_request, response) => {
        response.setHeader("content-type", "text/html");
        response.end("<html>Bad gateway</html>");
      },
      {
        failure: "body",
        message:
          "externalContactList: expected JSON of the API, got text/html: no JSON from position 0 on, " +
          JSON.stringify("<html>Bad gateway</html>"),
      },
    ],
    [
      "an error page",
      (_request, response) => {
        response.statusCode = 502;
        response.end("<html>");
      },
      { failure: "status", status: 502, message: "externalContactList: HTTP status 502" },
    ],
    [
      "a redirect",
      (_request, response) => void response.writeHead(302, { location: "/elsewhere" }).end(),
      {
        failure: "status",
        status: 302,
        message: "externalContactList: HTTP status 302, a redirect, which calls do not follow",
      },
    ],
    [
      "no object",
      (_request, response) => void response.end("[]"),
      { failure: "body", message: expect.stringMatching(/no content-type: array$/) as string },
    ],
    [
      "nothing",
      (_request, response) => void response.end(),
      { failure: "body", message: expect.stringMatching(/no content-type: nothing$/) as string },
    ],
    [
      "JSON that breaks off",
      (_request, response) => void response.end('{"errcode":0,"external_userid":["wm1",x'),
      {
        failure: "body",
        message: expect.stringContaining("no JSON from position 38 on, ") as string,
      },
    ],
    [
      "half an answer",
      (_request, response) => {
        response.setHeader("content-length", 100);
        response.write('{"errcode":0');
        setTimeout(() => response.destroy(), 20);
      },
      { failure: "network" },
    ],
    ["no answer in time", () => new Promise(() => {}), { failure: "timeout" }],
  ])("%s is no answer", async (_name, route, expected) => {
    answers(route);
    const workwx = clientOf({ retries: 0, timeout: 200 });
    const error = await failureOf(list(workwx));
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ call: "externalContactList", ...expected });
  });

  test("of an answer that is not as documented have the call and every issue", async () => {
    answers(() => ({ external_userid: ["wm1", 2] }));
    const error = await failureOf(list(clientOf()));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({
      name: "ResponseError",
      call: "externalContactList",
      message: "externalContactList: external_userid[1]: expected string, got number 2",
    });
  });

  test("of a request that cannot be written reject, and send nothing", async () => {
    const error = await failureOf(clientOf().externalContactList({ userId: 1 as never }));
    expect(String(error)).toContain("userid: expected string, got number 1");
    expect(server.requests).toHaveLength(0);
  });

  test("of the server may have very many words", async () => {
    const errmsg = "hint: [".repeat(200_000);
    answers(() => ({ errcode: 40058, errmsg }));
    expect(await failureOf(list(clientOf()))).toMatchObject({ errmsg, requestId: undefined });
  });

  test("of the server may have no words", async () => {
    answers((_request, response) => void response.end('{"errcode":40058}'));
    const error = await failureOf(list(clientOf()));
    expect(error).toMatchObject({ errcode: 40058, errmsg: "" });
    expect(String(error)).toBe(
      "WorkWxError: externalContactList: 40058（不合法的参数：具体见errmsg）",
    );
  });

  test("of a host without a connection name the reason, whatever has it", async () => {
    const reason = new AggregateError([], "", { cause: "all addresses" });
    const refused = Object.assign(reason, { code: "ECONNREFUSED" });
    const failed = new TypeError("fetch failed", { cause: refused });
    refused.cause = failed;
    const workwx = clientOf({ retries: 0, fetch: () => Promise.reject(failed) });
    expect(String(await failureOf(list(workwx)))).toBe(
      "TransportError: gettoken: fetch failed: ECONNREFUSED",
    );
  });
});
