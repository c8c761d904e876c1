import { setTimeout } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { MediaType, mediaUpload, type UploadFile } from "../../generated/src/index.js";
import { clientOf, failureOf, server, serverForEachTest } from "./server.js";

serverForEachTest();

const request = { type: MediaType.File };
const UPLOAD = "POST /cgi-bin/media/upload";

describe("uploads", () => {
  const bytes = new Uint8Array(70_000).map((_, index) => index % 251);
  async function* streamed() {
    for (let start = 0; start < bytes.length; start += 16_384) {
      yield await Promise.resolve(bytes.slice(start, start + 16_384));
    }
  }

  test.each([
    ["bytes", () => bytes],
    ["a buffer", () => bytes.buffer],
    ["a blob", () => new Blob([bytes])],
    ["a stream", () => new Blob([bytes]).stream()],
    ["a generator", streamed],
  ])("of %s come through byte for byte, also twice", async (_name, data) => {
    let isBusy = true;
    const received: Uint8Array[] = [];
    server.on(UPLOAD, async ({ body, contentType }) => {
      const form = await new Response(body, {
        headers: { "content-type": contentType },
      }).formData();
      const file = form.get("media") as File;
      expect(file.name).toBe('报告 "终稿".pdf');
      received.push(new Uint8Array(await file.arrayBuffer()));
      const answer = isBusy ? { errcode: -1 } : { media_id: "m" };
      isBusy = false;
      return answer;
    });
    const file = { name: '报告 "终稿".pdf', data: data() as never };
    const { mediaId } = await mediaUpload(clientOf(), request, file);
    expect(mediaId).toBe("m");
    expect(received.map((one) => Buffer.compare(one, bytes))).toEqual([0, 0]);
  });

  test("have the type of their blob, unless they say another", async () => {
    const types: unknown[] = [];
    server.on(UPLOAD, ({ body }) => {
      types.push(/Content-Type: (.*)\r\n/.exec(String(body))?.[1]);
      return {};
    });
    const blob = new Blob([bytes], { type: "image/png" });
    const send = (file: Partial<UploadFile>) =>
      mediaUpload(clientOf(), request, { name: "x", data: blob, ...file });
    await send({});
    await send({ type: "image/webp" });
    await send({ data: bytes });
    expect(types).toEqual(["image/png", "image/webp", "application/octet-stream"]);
  });

  test.each([
    ['头像 "终稿".png', "头像 %22终稿%22.png"],
    ["a\r\nX-Header: y", "a%0D%0AX-Header: y"],
  ])("named %j have that in one line of their head", async (name, sent) => {
    server.on(UPLOAD, ({ body }) => ({ media_id: String(body.subarray(0, 200)) }));
    const { mediaId } = await mediaUpload(clientOf(), request, { name, data: bytes });
    expect(mediaId.split("\r\n")[1]).toBe(
      `Content-Disposition: form-data; name="media"; filename="${sent}"`,
    );
  });

  test("of a stream that goes on end with the signal, and close it", async () => {
    const onClosed = vi.fn<() => void>();
    async function* endless() {
      try {
        for (;;) yield await setTimeout(5, bytes);
      } finally {
        onClosed();
      }
    }
    const file = { name: "x", data: endless() };
    const signal = AbortSignal.timeout(50);
    expect(await failureOf(mediaUpload(clientOf(), request, file, { signal }))).toBe(signal.reason);
    await vi.waitFor(() => expect(onClosed).toHaveBeenCalled());
    expect(server.requests).toHaveLength(0);
  });

  test("of a stream that stands still end with the signal, and before they begin", async () => {
    const onRead = vi.fn<() => Promise<never>>(() => new Promise(() => {}));
    const data = { [Symbol.asyncIterator]: () => ({ next: onRead }) };
    const send = (signal: AbortSignal) =>
      failureOf(mediaUpload(clientOf(), request, { name: "x", data }, { signal }));
    expect(await send(AbortSignal.abort("left"))).toBe("left");
    expect(onRead).not.toHaveBeenCalled();
    const signal = AbortSignal.timeout(50);
    expect(await send(signal)).toBe(signal.reason);
  });
});
