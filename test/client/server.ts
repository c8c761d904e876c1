import { inspect } from "node:util";
import { afterEach, beforeEach } from "vitest";
import { WorkWx, type ClientOptions } from "../../generated/src/index.js";
import { credentials, WeComServer, type Route } from "../support/wecom-server.js";

/** The server of the test that runs, once a file has asked for one. */
export let server: WeComServer;

/** Starts a server before every test of a file; it answers `LIST`. */
export function serverForEachTest(): void {
  beforeEach(async () => {
    server = new WeComServer();
    server.on(LIST, () => ({ external_userid: ["wm1"] }));
    await server.start();
  });
  afterEach(() => server.stop());
}

export const LIST = "GET /cgi-bin/externalcontact/list";
export const REMARK = "POST /cgi-bin/externalcontact/remark";

/** A client of the server. */
export function clientOf(options: Partial<ClientOptions> = {}): WorkWx {
  return new WorkWx({ ...credentials, baseUrl: server.url, ...options });
}

/** A call that harms nobody when it is sent twice. */
export function list(
  workwx: WorkWx,
  signal?: AbortSignal,
): Promise<{ readonly externalUserId: readonly string[] }> {
  return workwx.externalContactList({ userId: "zhang" }, { signal });
}

/** A call that changes something. */
export function remark(workwx: WorkWx, idempotent?: boolean): Promise<object> {
  return workwx.externalContactRemark({ userId: "zhang", externalUserId: "wm1" }, { idempotent });
}

/** A route that fails some times first. */
export function flaky(times: number, fail: Route): Route {
  let left = times;
  return (request, response) => {
    left -= 1;
    return left >= 0 ? fail(request, response) : {};
  };
}

export const busy: Route = () => ({ errcode: -1, errmsg: "system busy" });

export const broken: Route = (_request, response) => void response.destroy();

export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: unknown) => error,
  );
}

/** Everything that a log could show of an error. */
export function shownOf(error: unknown): string {
  const { message, stack } = error as Error;
  return [
    inspect(error, { depth: null, showHidden: true }),
    JSON.stringify(error),
    message,
    stack,
  ].join("\n");
}
