/** A server of callbacks; prints its port. */
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { GET, POST } from "../out/callbacks.js";

const server = createServer(async (request, response) => {
  const { method, url } = request;
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? Readable.toWeb(request) : undefined;
  const init = { method, body, duplex: "half" };
  const handle = method === "GET" ? GET : POST;
  const answer = await handle(new Request(new URL(url, "http://localhost"), init));
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
