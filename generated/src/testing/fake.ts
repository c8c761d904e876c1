import type { Fetch } from "../runtime/web.js";
import type { Init } from "../runtime/init.js";
import { Answers, pagesAnswer, type Answer, type RequestContext } from "./answers.js";
import type { Conventions } from "./conventions.js";
import { defaultAnswer } from "./default-answer.js";
import { entriesOf } from "./entries.js";
import { responseOfFile } from "./file-transfer.js";
import type { FakeFile, ReceivedFile } from "./file.js";
import { RateLimits, type RateLimit } from "./limits.js";
import { matchesOf, type Match } from "./match.js";
import { Refusal, type Violation } from "./refusal.js";
import { readRequest, Unreadable, type ReadRequest } from "./request.js";
import type { Calls, Route, Routes } from "./route.js";

/** A call that reached the fake, and that the specification allows. */
export type FakeRequest<All extends Calls<All>> = {
  readonly [Name in keyof All]: {
    readonly call: Name;
    readonly request: All[Name]["request"];
    readonly file: ReceivedFile | undefined;
  };
}[keyof All];

/** A server without a network: its `fetch` answers as the specification says. */
export abstract class Fake<All extends Calls<All>> {
  /** Answers a request; the option `fetch` of a client. */
  readonly fetch: Fetch;
  /** The calls that arrived, the rejected ones left out. */
  readonly requests: FakeRequest<All>[] = [];
  /** The requests that the specification forbids; a test may expect an empty list. */
  readonly violations: Violation[] = [];
  readonly #routes: Routes<All>;
  readonly #conventions: Conventions;
  readonly #answers = new Answers();
  readonly #limits = new RateLimits();

  protected constructor(routes: Routes<All>, conventions: Conventions) {
    this.#routes = routes;
    this.#conventions = conventions;
    const answer = async (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      return this.#answer(request, new URL(request.url));
    };
    this.fetch = answer as unknown as Fetch;
  }

  /** Sets the answer to a call, in the place of zero values. */
  on<Name extends keyof All & string>(name: Name, answer: Answer<All[Name]>): this {
    this.#answers.set(name, answer);
    return this;
  }

  /** Sets the answer to the next request of a call; several of them answer one request each. */
  once<Name extends keyof All & string>(name: Name, answer: Answer<All[Name]>): this {
    this.#answers.add(name, answer);
    return this;
  }

  /** Answers a call with pages, and links each to the next one. */
  pages<Name extends keyof All & string>(
    name: Name,
    pages: readonly Init<All[Name]["response"]>[],
  ): this {
    const { paging } = this.#routes[name] as Route;
    if (paging === undefined) throw new TypeError(`the call ${name} has no pages`);
    this.#answers.set(name, pagesAnswer(pages as readonly object[], paging));
    return this;
  }

  /** Rejects the requests of a call beyond a rate limit. */
  limit(name: keyof All & string, limit: RateLimit): this {
    this.#limits.set(name, limit);
    return this;
  }

  /** Returns the requests of a call that arrived. */
  requestsOf<Name extends keyof All & string>(name: Name): All[Name]["request"][] {
    return this.requests.filter(({ call }) => call === name).map(({ request }) => request);
  }

  /** Forgets all answers, limits, requests and violations. */
  reset(): void {
    this.#answers.clear();
    this.#limits.clear();
    this.requests.length = 0;
    this.violations.length = 0;
  }

  async #answer(request: Request, url: URL): Promise<Response> {
    const conventions = this.#conventions;
    const preceding = conventions.answer?.(request, url);
    if (preceding instanceof Refusal) return responseOf(preceding);
    if (preceding !== undefined) return responseOf(new Refusal(200, preceding));
    const match = this.#matchOf(request, url);
    if ("kind" in match) return this.#forbid(match);
    const { name, route } = match;
    const violation = { call: name, method: request.method, path: url.pathname };
    const refused = route.token === false ? undefined : conventions.authorize(request, url);
    if (typeof refused === "string") {
      return this.#forbid({ kind: "credentials", ...violation, message: refused });
    }
    if (refused !== undefined) return responseOf(refused);
    const seconds = this.#limits.take(name, conventions.now());
    if (seconds !== undefined) return responseOf(conventions.limit(seconds));
    const read = await readRequest(match, request, url, conventions.lists);
    if (read instanceof Unreadable) {
      const { kind, message } = read;
      return this.#forbid({ kind, ...violation, message });
    }
    const entry = { call: name, request: read.value, file: read.file };
    this.requests.push(entry as unknown as FakeRequest<All>);
    return this.#execute(match, read, request);
  }

  #matchOf({ method }: Request, { pathname }: URL): Match | Violation {
    const base = new URL(this.#conventions.baseUrl).pathname.replace(/\/+$/, "");
    const path = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
    const matches = matchesOf(this.#routes as Readonly<Record<string, Route>>, path);
    const match = matches.find(({ route }) => route.method === method);
    if (match !== undefined) return match;
    const [other] = matches;
    const methods = matches.map(({ route }) => route.method).join(" or ");
    return {
      kind: other === undefined ? "path" : "method",
      call: other?.name,
      method,
      path: pathname,
      message:
        other === undefined
          ? `no call of the specification has the path ${path}`
          : `expected ${methods}, got ${method}`,
    };
  }

  #forbid(violation: Violation): Response {
    this.violations.push(violation);
    return responseOf(this.#conventions.refuse(violation));
  }

  async #execute({ name, route }: Match, read: ReadRequest, request: Request): Promise<Response> {
    const conventions = this.#conventions;
    const answer = this.#answers.take(name);
    const context: RequestContext = {
      url: request.url,
      headers: new Map(entriesOf(request.headers)),
      file: read.file,
    };
    const value: unknown =
      answer === undefined
        ? defaultAnswer(name, route, read, conventions)
        : await answer(read.value as never, context);
    if (value instanceof Refusal) return responseOf(value);
    return value instanceof Response ? value : responseWith(value, route, conventions);
  }
}

/** Returns the answer with a value, as the specification describes it. */
function responseWith(
  value: unknown,
  { response, answer, status = answer === "empty" ? 204 : 200 }: Route,
  { envelope = (text) => text }: Conventions,
): Response {
  switch (answer) {
    case "file":
      return responseOfFile(value as FakeFile);
    case "text":
      return new Response(String(value), { status, headers: { "content-type": "text/plain" } });
    case "empty":
      return new Response(null, { status });
    default: {
      const text =
        response === undefined ? JSON.stringify(value) : response.stringify(value as object);
      return new Response(envelope(text), {
        status,
        headers: { "content-type": "application/json" },
      });
    }
  }
}

function responseOf({ status, json, headers }: Refusal): Response {
  return new Response(JSON.stringify(json), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}
