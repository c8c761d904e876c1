import type { JsonObject } from "../../runtime/json.js";
import type { Fetch } from "../../runtime/web.js";
import type { Lists } from "../../client/parameters.js";
import { Fake } from "../fake.js";
import { Refusal, type Violation } from "../refusal.js";
import type { Calls, Routes } from "../route.js";

/** The behaviour of a fake. */
export interface FakeOptions {
  /** The URL of the server; default that of the package, or `https://fake.invalid`. */
  readonly baseUrl?: string | undefined;
  /** Returns the time in milliseconds; default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** The conventions of the package that the fake is for. */
export interface FakeConventions {
  readonly baseUrl?: string | undefined;
  readonly lists?: Lists | undefined;
  /** The header or the parameter of the query with the credentials; absent for an API without some. */
  readonly credentials?: { readonly name: string; readonly in: "header" | "query" } | undefined;
}

/** A server of HTTP without a network: it answers as the specification says. */
export abstract class HttpFake<All extends Calls<All>> extends Fake<All> {
  /** The options for a client beside its credentials. */
  readonly options: { readonly baseUrl: string; readonly fetch: Fetch };

  protected constructor(
    routes: Routes<All>,
    options: FakeOptions,
    { baseUrl: ownUrl = "https://fake.invalid", lists, credentials }: FakeConventions,
  ) {
    const { baseUrl = ownUrl, now = () => Date.now() } = options;
    super(routes, {
      baseUrl,
      now,
      lists,
      authorize: ({ headers }, { searchParams }) => {
        if (credentials === undefined) return undefined;
        const { name } = credentials;
        const value = credentials.in === "header" ? headers.get(name) : searchParams.get(name);
        // The name of a scheme alone is no credential.
        return /^(?:bearer|basic)?\s*$/i.test(value ?? "") ? `expected ${name}` : undefined;
      },
      refuse: refusalOf,
      limit: (seconds) =>
        new Refusal(429, { message: "too many requests" }, { "retry-after": String(seconds) }),
    });
    this.options = { baseUrl, fetch: this.fetch };
  }
}

/** Returns an answer with an error status. */
export function refusal(status: number, body: JsonObject = {}): Refusal {
  return new Refusal(status, body);
}

const STATUSES = { path: 404, method: 405, credentials: 401, body: 415, member: 400 };

function refusalOf({ kind, message }: Violation): Refusal {
  return refusal(STATUSES[kind], { message });
}
