import { CallbackReceiver } from "../../templates/typescript/src/callbacks/index.js";
import { post, receiver, replyIn, verification } from "../support/callback-sender.js";
import { plainTexts } from "./texts.js";

/** The server of Bun, as far as it is used. */
declare const Bun: {
  readonly serve: (options: {
    readonly port: number;
    readonly hostname: string;
    readonly fetch: (request: Request) => Promise<Response>;
  }) => { readonly port: number; readonly stop: (closes: boolean) => void };
};

// Runs a server, sends it what WeCom sends and what others forge, and prints the answers.
const callbacks = new CallbackReceiver<string, never>(receiver, plainTexts);
const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  fetch: (request) => callbacks.handle(request, (message) => `answer to ${message}`),
});
const url = `http://127.0.0.1:${server.port}/callback`;
const verified = await (await fetch(`${url}?${verification("42")}`)).text();
const send = async ({ query, body }: ReturnType<typeof post>) => {
  const response = await fetch(`${url}?${query}`, { method: "POST", body });
  return { status: response.status, text: await response.text() };
};
const message = post("<xml>你好</xml>");
const answers = await Promise.all([message, message].map((one) => send(one)));
const replies = answers.map(({ text }) => replyIn(text));
const forged = await send(post("<xml/>", { token: "forged" }));
server.stop(true);
console.log(JSON.stringify({ verified, replies, forged }));
