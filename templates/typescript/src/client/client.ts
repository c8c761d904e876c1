import type { Method } from "./endpoint.js";
import { MemoryTokenStore, type TokenStore } from "./token.js";
import type { Fetch, Signal } from "../runtime/web.js";

/** Credentials and behaviour of a client. */
export interface ClientOptions {
  /** 企业ID */
  readonly corpId: string;
  /** 应用的凭证密钥 */
  readonly corpSecret: string;
  /** Distinguishes the tokens of applications; defaults to a digest of the secret. */
  readonly agentId?: string | number | undefined;
  /**
   * The URL of the server or of a gateway, with a path if it has one; default
   * `https://qyapi.weixin.qq.com`.
   */
  readonly baseUrl?: string | undefined;
  /** The function that sends requests; defaults to the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** The store of access tokens; defaults to memory that only this client uses. */
  readonly tokenStore?: TokenStore | undefined;
  /** The timeout of one attempt in milliseconds, or `Infinity`; default 30,000. */
  readonly timeout?: number | undefined;
  /** The number of retries of a call that is safe to repeat; default 2. */
  readonly retries?: number | undefined;
  /** Runs before every attempt, which waits for the returned promise. An exception rejects the call. */
  readonly onRequest?: ((request: RequestEvent) => unknown) | undefined;
  /** Runs after every attempt, successful or not. An exception rejects the call. */
  readonly onResponse?: ((response: ResponseEvent) => unknown) | undefined;
}

/** A request as logs may show it, without the token and the secret. */
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
export interface Settings extends ClientOptions {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly tokenStore: TokenStore;
  readonly timeout: number;
  readonly retries: number;
}

/** The connection that calls are sent through; `WorkWx` adds the calls as methods. */
export class Client {
  // A private field hides the secrets from `inspect`, too.
  readonly #settings: Settings;

  /** Throws a `TypeError` if paths cannot be appended to `baseUrl`. */
  constructor(options: ClientOptions) {
    const { baseUrl = "https://qyapi.weixin.qq.com", timeout = 30_000, retries = 2 } = options;
    const { href } = new URL(baseUrl);
    if (!/^https?:[^?#@]+$/.test(href)) {
      throw new TypeError("expected an http(s) baseUrl without credentials, query or fragment");
    }
    this.#settings = {
      ...options,
      // The paths of calls begin with a slash.
      baseUrl: href.replace(/\/+$/, ""),
      // A platform's `fetch` must be called without a receiver.
      fetch: options.fetch ?? ((url, init) => fetch(url, init)),
      tokenStore: options.tokenStore ?? new MemoryTokenStore(),
      timeout,
      retries,
    };
  }

  // The modules of the package write `Client["settingsOf"]`, which its users are not shown.
  protected static settingsOf(client: Client): Settings {
    return client.#settings;
  }
}
