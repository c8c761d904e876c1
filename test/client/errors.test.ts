import { describe, expect, test } from "vitest";
import {
  RateLimitError,
  ResponseError,
  TransportError,
  WorkWxError,
} from "../../generated/src/index.js";
import type { Route } from "../support/wecom-server.js";
import { clientOf, failureOf, list, LIST, server, serverForEachTest } from "./server.js";

serverForEachTest();

const answers = (route: Route) => server.on(LIST, route);

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
      "WorkWxError: externalContactList: 40058 userid missing, hint: [1510120001], from ip: 1.2.3.4",
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
      { failure: "body", message: "externalContactList: expected JSON of the API, got text/html" },
    ],
    [
      "an error page",
      (_request, response) => {
        response.statusCode = 502;
        response.end("<html>");
      },
      { failure: "status", status: 502, message: "externalContactList: HTTP status 502" },
    ],
    ["no object", (_request, response) => void response.end("[]"), { failure: "body" }],
    ["a code that is no number", () => ({ errcode: "busy" }), { failure: "body" }],
    ["nothing", (_request, response) => void response.end(), { failure: "body" }],
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
    expect(String(error)).toBe("WorkWxError: externalContactList: 40058");
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
