import type { Fetch, Signal } from "../runtime/web.js";
import type { Method } from "./endpoint.js";
import type { Profile } from "./profile.js";

/** Behaviour of a client. */
export interface ConnectionOptions {
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The function that sends requests; defaults to the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** The timeout of one attempt in milliseconds, or `Infinity`; default 30,000. */
  readonly timeout?: number | undefined;
  /** The number of retries of a call that is safe to repeat; default 2. */
  readonly retries?: number | undefined;
  /** Runs before every attempt, which waits for the returned promise. An exception rejects the call. */
  readonly onRequest?: ((request: RequestEvent) => unknown) | undefined;
  /** Runs after every attempt, successful or not. An exception rejects the call. */
  readonly onResponse?: ((response: ResponseEvent) => unknown) | undefined;
}

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
}

/** Options of a single call. */
export interface CallOptions {
  readonly signal?: Signal | undefined;
  /** The timeout of one attempt in milliseconds; defaults to the client's. */
  readonly timeout?: number | undefined;
  /**
   * Whether the call may be repeated when the server may have received it already; default `false` for
   * POST and PATCH, and `true` otherwise. A call that the server rejects as busy is always repeated.
   */
  readonly idempotent?: boolean | undefined;
}

/** The options of a client with their defaults filled in. */
export interface Settings extends ConnectionOptions {
  readonly profile: Profile;
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly timeout: number;
  readonly retries: number;
}

/** The connection that calls are sent through. */
export abstract class Client {
  // A private field hides the secrets from `inspect`, too.
  readonly #settings: Settings;

  /** Throws a `TypeError` if paths cannot be appended to `baseUrl`. */
  protected constructor(baseUrl: string, profile: Profile, options: ConnectionOptions) {
    const { timeout = 30_000, retries = 2 } = options;
    const { href } = new URL(baseUrl);
    if (!/^https?:[^?#@]+$/.test(href)) {
      throw new TypeError("expected an http(s) baseUrl without credentials, query or fragment");
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
    };
  }

  // The modules of the package write `Client["settingsOf"]`, which its users are not shown.
  protected static settingsOf(client: Client): Settings {
    return client.#settings;
  }
}
