/** Uploads a file and downloads it through a proxy, with the `fetch` of npm's `undici`; the arguments are the server's and the proxy's URL. */
import { fetch, ProxyAgent } from "undici";
import { MediaType, WorkWx } from "workwx-sdk";

const [, , baseUrl, proxy = ""] = process.argv;
const dispatcher = new ProxyAgent({ uri: proxy, proxyTunnel: true });
const workwx = new WorkWx({
  corpId: "corp",
  corpSecret: "s3cret+/=%",
  baseUrl,
  fetch: (url, init) => fetch(url, { ...init, dispatcher }),
});
async function* parts() {
  yield new TextEncoder().encode("照");
  yield new TextEncoder().encode("片");
}
const files = [new Blob(["照片"]), new TextEncoder().encode("照片"), parts()];
const ids: string[] = [];
for (const data of files) {
  const { mediaId } = await workwx.mediaUpload(
    { type: MediaType.Image },
    { name: "照片.png", data },
  );
  ids.push(mediaId);
}
const file = await workwx.mediaGet({ mediaId: ids[0] ?? "" });
console.log(
  JSON.stringify({ ids, name: file.name, text: new TextDecoder().decode(await file.bytes()) }),
);
await dispatcher.close();
