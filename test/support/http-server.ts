import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as a server received it. */
export interface ReceivedRequest {
  readonly method: string;
  /** The path and the query as they were sent. */
  readonly target: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Answers a request; an object is sent as JSON. */
export type Handler = (request: ReceivedRequest, response: ServerResponse) => object | void;

/** A server on the loopback interface that keeps the requests which it received. */
export class HttpServer {
  readonly requests: ReceivedRequest[] = [];
  handler: Handler = () => ({});
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The last request. */
  get last(): ReceivedRequest | undefined {
    return this.requests.at(-1);
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, "127.0.0.1", resolve);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = "", url: target = "", headers } = incoming;
    const request = { method, target, headers, body: Buffer.concat(chunks).toString() };
    this.requests.push(request);
    const json = this.handler(request, response);
    if (json === undefined) return;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(json));
  }
}
