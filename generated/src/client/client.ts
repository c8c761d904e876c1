import { MemoryTokenStore, type TokenStore } from "./token.js";
import type { Fetch, Signal } from "./web.js";

/** Who calls, and how. */
export interface ClientOptions {
  /** 企业ID */
  readonly corpId: string;
  /** 应用的凭证密钥 */
  readonly corpSecret: string;
  /** Tells apart the tokens of applications; default by their secrets. */
  readonly agentId?: string | number | undefined;
  /**
   * The server, or a gateway in front of it, with its path if it has one; default
   * `https://qyapi.weixin.qq.com`.
   */
  readonly baseUrl?: string | undefined;
  /** Default the `fetch` of the platform. */
  readonly fetch?: Fetch | undefined;
  /** Where tokens are kept; default the memory of the process, for this client alone. */
  readonly tokenStore?: TokenStore | undefined;
  /** How long an attempt may take, in milliseconds, or `Infinity`; default 30,000. */
  readonly timeout?: number | undefined;
  /** How often a call is tried again where that does no harm; default 2. */
  readonly retries?: number | undefined;
  /** Called before every attempt, which waits for what it returns. What it throws is the error of the call. */
  readonly onRequest?: ((request: RequestEvent) => unknown) | undefined;
  /** Called after every attempt, however it has ended. What it throws is the error of the call. */
  readonly onResponse?: ((response: ResponseEvent) => unknown) | undefined;
}

/** What an attempt sends: for logs, without the token and the secret. */
export interface RequestEvent {
  /** The name of the call. */
  readonly call: string;
  readonly method: "GET" | "POST";
  readonly url: string;
  /** From 1. */
  readonly attempt: number;
}

/** How an attempt has ended. */
export interface ResponseEvent extends RequestEvent {
  readonly milliseconds: number;
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** What the attempt has failed with. */
  readonly error?: unknown;
}

/** What holds for one call. */
export interface CallOptions {
  readonly signal?: Signal | undefined;
  /** How long an attempt may take, in milliseconds; default that of the client. */
  readonly timeout?: number | undefined;
  /**
   * Whether the call may be sent again where nobody knows if the server has seen it; default for GET
   * only. Where the server says that it is busy every call is sent again.
   */
  readonly idempotent?: boolean | undefined;
}

/** The options of a client, with what holds where they say nothing. */
export interface Settings extends ClientOptions {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly tokenStore: TokenStore;
  readonly timeout: number;
  readonly retries: number;
}

/** Calls the API; functions take one, and `WorkWx` has them as methods. */
export class Client {
  // Not even `inspect` shows what is private: there are secrets in it.
  readonly #settings: Settings;

  /** Throws a `TypeError` where `baseUrl` is no address that paths can be added to. */
  constructor(options: ClientOptions) {
    const { baseUrl = "https://qyapi.weixin.qq.com", timeout = 30_000, retries = 2 } = options;
    const { href } = new URL(baseUrl);
    if (!/^https?:[^?#@]+$/.test(href)) {
      throw new TypeError("expected a baseUrl of HTTP without user and query");
    }
    this.#settings = {
      ...options,
      // Paths begin with a slash.
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
