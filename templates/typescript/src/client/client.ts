import type { JsonObject } from "../runtime/json.js";
import type { Fetch, Signal } from "../runtime/web.js";
import type { Method } from "./endpoint.js";
import type { ResponseError } from "./errors.js";
import type { Profile } from "./profile.js";

/** Behaviour of a client. */
export interface ConnectionOptions {
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The function that sends requests; defaults to the platform's `fetch`. Redirects are errors. */
  readonly fetch?: Fetch | undefined;
  /** The timeout of one attempt in milliseconds, or `Infinity`; default 30,000. */
  readonly timeout?: number | undefined;
  /** The number of retries of a call that is safe to repeat; default 2. */
  readonly retries?: number | undefined;
  /** The number of bytes that an answer may have, unless it is a file; default 33,554,432 (32 MiB). */
  readonly maxAnswerSize?: number | undefined;
  /** Runs each attempt when the limits of the API permit; `pacing` makes such a function. */
  readonly pace?: Pace | undefined;
  /**
   * `throw` (default): an answer that differs from the documentation rejects the call. `report`: the call returns the
   * answer with zero values where a value has another type, and the event of `onResponse` has the error.
   */
  readonly onInvalidResponse?: "throw" | "report" | undefined;
  /** Runs before every attempt, which waits for the returned promise. An exception rejects the call. */
  readonly onRequest?: ((request: RequestEvent) => unknown) | undefined;
  /** Runs after every attempt, successful or not. An exception rejects the call. */
  readonly onResponse?: ((response: ResponseEvent) => unknown) | undefined;
}

/** A function that runs the attempts of calls, each when it may run. */
export type Pace = <Result>(
  call: string,
  run: () => Promise<Result>,
  signal: Signal | undefined,
) => Promise<Result>;

/** A request as logs may show it, without credentials. */
export interface RequestEvent {
  /** The name of the call. */
  readonly call: string;
  readonly method: Method;
  readonly url: string;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
}

/** The outcome of an attempt. */
export interface ResponseEvent extends RequestEvent {
  readonly milliseconds: number;
  /** The HTTP status, if the server answered. */
  readonly status?: number | undefined;
  /** The error of a failed attempt. */
  readonly error?: unknown;
  /** The issues of an answer that differs from the documentation and that the call returns all the same. */
  readonly invalid?: ResponseError | undefined;
}

/** Options of a single call. */
export interface CallOptions {
  readonly signal?: Signal | undefined;
  /** The timeout of the whole call in milliseconds, with its token, its store and its retries; default none. */
  readonly timeout?: number | undefined;
  /** The number of retries; defaults to the client's. */
  readonly retries?: number | undefined;
  /**
   * Whether the call may be repeated when the server may have received it already; default `false` for
   * POST and PATCH, and `true` otherwise. A call that the server rejects as busy is always repeated.
   */
  readonly idempotent?: boolean | undefined;
  /** Parts of the request that the specification lacks; they replace documented ones of the same name. */
  readonly extra?: ExtraParts | undefined;
}

/** Parts of a request beside those of the specification, as they are sent. */
export interface ExtraParts {
  readonly query?: JsonObject | undefined;
  /** Members of a body in JSON, or fields of a form. */
  readonly body?: JsonObject | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The options of a client with their defaults filled in. */
export interface Settings extends ConnectionOptions {
  readonly profile: Profile;
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly timeout: number;
  readonly retries: number;
  readonly maxAnswerSize: number;
}

/** The connection that calls are sent through. */
export abstract class Client {
  // A private field hides the secrets from `inspect`, too.
  readonly #settings: Settings;

  /** Throws a `TypeError` if paths cannot be appended to `baseUrl`, or if a number is out of range. */
  protected constructor(baseUrl: string, profile: Profile, options: ConnectionOptions) {
    const { timeout = 30_000, retries = 2, maxAnswerSize = 2 ** 25 } = options;
    if (!/^https?:\/\/[^?#@]+$/i.test(baseUrl)) {
      throw new TypeError(
        `expected an http(s) baseUrl without credentials, query or fragment, got ${typeof baseUrl}`,
      );
    }
    const { href } = new URL(baseUrl);
    for (const [name, value, least] of [
      ["timeout", timeout, 1],
      ["retries", retries, 0],
      ["maxAnswerSize", maxAnswerSize, 1],
    ] as const) {
      if (!(value >= least))
        throw new TypeError(`expected ${name} of ${least} or more, got ${value}`);
    }
    this.#settings = {
      ...options,
      profile,
      // The paths of calls begin with a slash.
      baseUrl: href.replace(/\/+$/, ""),
      // A platform's `fetch` must be called without a receiver.
      fetch: options.fetch ?? ((url, init) => fetch(url, init)),
      timeout,
      retries,
      maxAnswerSize,
    };
  }

  // The modules of the package write `Client["settingsOf"]`, which its users are not shown.
  protected static settingsOf(client: Client): Settings {
    return client.#settings;
  }
}
