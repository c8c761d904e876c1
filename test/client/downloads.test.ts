import { Readable } from "node:stream";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { mediaGet, TransportError, WorkWxError } from "../../generated/src/index.js";
import { fileNameIn } from "../../templates/typescript/src/client/file-name.js";
import { clientOf, failureOf, server, serverForEachTest, shownOf } from "./server.js";

serverForEachTest();

const DOWNLOAD = "GET /cgi-bin/media/get";
const bytes = new Uint8Array(200_000).map((_, index) => index % 251);
const request = { mediaId: "m" };

/** Tells whether bytes are those of the file. `toEqual` would compare 200,000 numbers one by one. */
const isOriginal = (received: Uint8Array) => Buffer.compare(received, bytes) === 0;

/** Returns a `fetch` whose responses to downloads have another body. */
const withBody = (change: (body: ReadableStream) => unknown) => async (url: string) => {
  const response = await fetch(url);
  if (!/media/.test(url)) return response;
  const body = response.body === null ? null : change(response.body);
  const { status, ok, headers } = response;
  return { status, ok, headers, body };
};

describe("a download", () => {
  beforeEach(() =>
    server.on(DOWNLOAD, (_request, response) => {
      response.setHeader("content-type", "image/png");
      response.setHeader("content-length", bytes.length);
      response.setHeader("content-disposition", `attachment; filename="${latin1("头像.png")}"`);
      // Otherwise Node.js would write the name in another encoding.
      response.flushHeaders();
      response.end(bytes);
    }),
  );

  test("has the bytes, the type, the name and the size of the file", async () => {
    const file = await mediaGet(clientOf(), request);
    expect(file).toMatchObject({ type: "image/png", name: "头像.png", size: bytes.length });
    expect(isOriginal(await file.bytes())).toBe(true);
    expect(server.requests[0]?.query).toEqual({ media_id: "m" });
  });

  test("is a stream", async () => {
    const { stream } = await clientOf().mediaGet(request);
    const parts: Uint8Array[] = [];
    for await (const part of stream as unknown as AsyncIterable<Uint8Array>) parts.push(part);
    expect(parts.length).toBeGreaterThan(1);
    expect(isOriginal(Buffer.concat(parts))).toBe(true);
  });

  test("arrives through a `fetch` whose body is a stream of Node.js, or that has none", async () => {
    const ofNode = withBody((body) => Readable.fromWeb(body as never));
    const file = await mediaGet(clientOf({ fetch: ofNode as typeof fetch }), request);
    expect(isOriginal(await file.bytes())).toBe(true);
    const empty = withBody(() => null);
    const nothing = await mediaGet(clientOf({ fetch: empty as typeof fetch }), request);
    expect(await nothing.bytes()).toEqual(new Uint8Array());
  });
});

test("a file in JSON or in text is one if it has a name", async () => {
  server.on(DOWNLOAD, (_request, response) => {
    response.setHeader("content-type", "application/json");
    response.setHeader("content-disposition", "attachment; filename=a.json");
    response.end('{"errcode":40007}');
  });
  const file = await mediaGet(clientOf(), request);
  expect(new TextDecoder().decode(await file.bytes())).toBe('{"errcode":40007}');
});

test.each(["application/json; charset=UTF-8", "text/plain", undefined])(
  "an error code of the type %s in the place of a file is the error of the API",
  async (type) => {
    server.on(DOWNLOAD, (_request, response) => {
      if (type !== undefined) response.setHeader("content-type", type);
      response.end('{"errcode":40007,"errmsg":"invalid media_id"}');
    });
    const error = await failureOf(mediaGet(clientOf(), request));
    expect(error).toBeInstanceOf(WorkWxError);
    expect(error).toMatchObject({ errcode: 40007, call: "mediaGet" });
  },
);

test("an expired token is renewed", async () => {
  let isFirst = true;
  server.on(DOWNLOAD, (_request, response) => {
    if (isFirst) {
      isFirst = false;
      return { errcode: 42001, errmsg: "expired" };
    }
    response.setHeader("content-type", "image/png");
    response.end(bytes);
    return undefined;
  });
  expect(isOriginal(await (await mediaGet(clientOf(), request)).bytes())).toBe(true);
  expect(server.tokenRequests).toBe(2);
});

test("another answer than a file is an error that says so", async () => {
  server.on(DOWNLOAD, () => ({ url: "https://example.com" }));
  const error = await failureOf(mediaGet(clientOf(), request));
  expect(error).toBeInstanceOf(TransportError);
  expect(error).toMatchObject({ failure: "body" });
  expect((error as Error).message).toContain("expected a file, got application/json");
});

test("a status of an error is an error, whatever the type is", async () => {
  server.on(DOWNLOAD, (_request, response) => {
    response.statusCode = 502;
    response.setHeader("content-type", "image/png");
    response.end(bytes);
  });
  const error = await failureOf(mediaGet(clientOf({ retries: 0 }), request));
  expect(error).toMatchObject({ failure: "status", status: 502 });
});

describe("a download that does not end", () => {
  const onClosed = vi.fn<() => void>();
  beforeEach(() => {
    onClosed.mockReset();
    server.on(DOWNLOAD, (_request, response) => {
      response.on("close", onClosed);
      response.setHeader("content-type", "image/png");
      response.write(bytes);
    });
  });

  test("fails when no more of it comes in time", async () => {
    const file = await mediaGet(clientOf({ timeout: 1000 }), request);
    const error = await failureOf(file.bytes());
    expect(error).toMatchObject({ failure: "timeout", call: "mediaGet" });
    await vi.waitFor(() => expect(onClosed).toHaveBeenCalled());
  });

  test("fails with the reason of the signal, also while nobody reads", async () => {
    const controller = new AbortController();
    const file = await mediaGet(clientOf(), request, { signal: controller.signal });
    controller.abort("left");
    await vi.waitFor(() => expect(onClosed).toHaveBeenCalled());
    expect(await failureOf(file.bytes())).toBe("left");
  });

  test("ends where its reader ends it", async () => {
    const file = await mediaGet(clientOf(), request);
    await (file.stream as ReadableStream).cancel();
    await vi.waitFor(() => expect(onClosed).toHaveBeenCalled());
  });
});

test("a connection that breaks off is an error without secrets", async () => {
  server.on(DOWNLOAD, (_request, response) => {
    response.setHeader("content-type", "image/png");
    response.setHeader("content-length", bytes.length * 2);
    response.write(bytes, () => response.destroy());
  });
  const file = await mediaGet(clientOf(), request);
  const error = await failureOf(file.bytes());
  expect(error).toBeInstanceOf(TransportError);
  expect(error).toMatchObject({ failure: "network" });
  expect(shownOf(error)).not.toContain("token 1");
});

test.each([
  ["attachment", undefined],
  ["attachment; filename=a.png", "a.png"],
  ['attachment; filename="a \\"b\\"; filename*=x.png"', 'a "b"; filename*=x.png'],
  ["attachment; filename=a.png; filename*=UTF-8''%E5%A4%B4%20.png", "头 .png"],
  ["attachment; FileName*=utf-8'zh'%E5%A4%B4.png", "头.png"],
  ["attachment; filename=a.png; filename*=UTF-8''%FF", "a.png"],
  ["attachment; filename=a.png; filename*=none''b", "a.png"],
  ["attachment; filename*=iso-8859-1''%E9.png", "é.png"],
  [`attachment; filename="${latin1("中文.txt")}"`, "中文.txt"],
  ['attachment; filename="\u00e9.txt"', "é.txt"],
  ['attachment; filename="../../etc/passwd"', "passwd"],
  ['attachment; filename="C:\\\\x\\\\y.txt"', "y.txt"],
  ["attachment; filename*=UTF-8''..%2F..", undefined],
  ['attachment; filename=""', undefined],
])("%j has the file name %j", (disposition, name) => {
  expect(fileNameIn(disposition)).toBe(name);
});

/** The bytes of a text in UTF-8 as the characters of a header. */
function latin1(text: string): string {
  return Buffer.from(text).toString("latin1");
}
