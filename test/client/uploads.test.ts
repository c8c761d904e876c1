import { describe, expect, test } from "vitest";
import { mediaUpload } from "../../generated/src/index.js";
import { clientOf, server, serverForEachTest } from "./server.js";

serverForEachTest();

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
    server.on("POST /cgi-bin/media/upload", async ({ body, contentType }) => {
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
    const { mediaId } = await mediaUpload(clientOf(), { type: "file" as never }, file);
    expect(mediaId).toBe("m");
    expect(received).toEqual([bytes, bytes]);
  });
});
