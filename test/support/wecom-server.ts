import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the server has seen it, the token left out. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly body: Buffer;
}

/** What a route answers: an object as JSON, or whatever it writes itself. */
export type Route = (
  request: SeenRequest,
  response: ServerResponse,
) => object | void | Promise<object | void>;

const CORP = { corpid: "corp", corpsecret: "s3cret+/=%" };

/**
 * Behaves like the server of WeCom, as far as a client can tell: tokens that expire and can be revoked,
 * error codes in answers of status 200, and no mercy for requests that are not as documented.
 */
export class WeComServer {
  readonly requests: SeenRequest[] = [];
  /** What was asked for tokens. */
  readonly tokenQueries: SeenRequest["query"][] = [];
  /** The endpoints whose requests need no token. */
  readonly open = new Set<string>();
  /** How long a token is said to live, in seconds. */
  lifetime = 7200;
  /** Whether every token is said to have expired. */
  refusesAll = false;
  /** How long a token takes, in milliseconds. */
  tokenDelay = 0;
  /** Answers the requests to all other paths. */
  otherwise: Route = () => ({ errcode: 404, errmsg: "no such path" });
  readonly #routes = new Map<string, Route>();
  readonly #server: Server;
  #token = "";

  constructor() {
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch((error: unknown) => {
        answer(response, { errcode: -40_000, errmsg: String(error) });
      });
    });
  }

  /** How many tokens were asked for. */
  get tokenRequests(): number {
    return this.tokenQueries.length;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
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

  /** Answers the requests to a path, for instance `POST /cgi-bin/externalcontact/remark`. */
  on(endpoint: string, route: Route): void {
    this.#routes.set(endpoint, route);
  }

  /** The token that was good so far is no longer. */
  revoke(): void {
    this.#token = "";
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? "", this.url);
    const { access_token: token, ...query } = Object.fromEntries(url.searchParams);
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const request: SeenRequest = {
      method: incoming.method ?? "",
      path: url.pathname,
      query,
      contentType: incoming.headers["content-type"] ?? "",
      body: Buffer.concat(chunks),
    };
    if (request.path.endsWith("/cgi-bin/gettoken")) {
      answer(response, await this.#newToken(request));
      return;
    }
    this.requests.push(request);
    const endpoint = `${request.method} ${request.path}`;
    const refusal = this.open.has(endpoint) ? undefined : this.#refusalOf(request, token);
    const route = this.#routes.get(endpoint) ?? this.otherwise;
    if (refusal !== undefined) answer(response, refusal);
    else {
      const json = await route(request, response);
      if (json !== undefined) answer(response, { errcode: 0, errmsg: "ok", ...json });
    }
  }

  async #newToken({ method, query }: SeenRequest): Promise<object> {
    this.tokenQueries.push(query);
    const count = this.tokenRequests;
    await new Promise((resolve) => {
      setTimeout(resolve, this.tokenDelay);
    });
    if (method !== "GET" || query["corpid"] !== CORP.corpid) {
      return { errcode: 40013, errmsg: "invalid corpid" };
    }
    if (query["corpsecret"] !== CORP.corpsecret) {
      return { errcode: 40001, errmsg: `invalid credential ${query["corpsecret"]}` };
    }
    this.#token = `token ${count}+/=`;
    return { errcode: 0, errmsg: "ok", access_token: this.#token, expires_in: this.lifetime };
  }

  #refusalOf({ method, contentType, body }: SeenRequest, token = ""): object | undefined {
    if (token === "") return { errcode: 41001, errmsg: "access_token missing" };
    if (this.refusesAll) return { errcode: 42001, errmsg: `access_token expired: ${token}` };
    if (token !== this.#token) return { errcode: 40014, errmsg: `invalid access_token ${token}` };
    if (method === "GET" && body.length > 0) return { errcode: 43001, errmsg: "require GET" };
    const isBody = /^(application\/json|multipart\/form-data; boundary=\S+)$/.test(contentType);
    return method === "POST" && !isBody
      ? { errcode: 44002, errmsg: `unexpected body of ${contentType}` }
      : undefined;
  }
}

/** Who may call. */
export const credentials = { corpId: CORP.corpid, corpSecret: CORP.corpsecret };

function answer(response: ServerResponse, json: object): void {
  response.setHeader("content-type", "application/json; charset=UTF-8");
  response.end(JSON.stringify(json));
}
