import { Client, type CallOptions, type ConnectionOptions } from "../client.js";
import { unlessAborted } from "../signal.js";
import { wecomProfile } from "./profile.js";
import { MemoryTokenStore, type TokenStore } from "./token.js";

/** Behaviour of a client, whatever its credentials are. */
export interface WeComOptions extends ConnectionOptions {
  /**
   * The URL of the server or of a gateway, with a path if it has one; default
   * `https://qyapi.weixin.qq.com`.
   */
  readonly baseUrl?: string | undefined;
  /** Explains error codes in messages: `explanationOf` of the module `error-codes`. */
  readonly explain?: ((errcode: number) => string | undefined) | undefined;
}

/** Credentials and behaviour of a client. */
export interface ClientOptions extends WeComOptions {
  /** 企业ID */
  readonly corpId: string;
  /** 应用的凭证密钥 */
  readonly corpSecret: string;
  /** Distinguishes the tokens of applications in a store, for people: its keys have a digest of the secret, too. */
  readonly agentId?: string | number | undefined;
  /** The store of access tokens; defaults to memory that only this client uses. */
  readonly tokenStore?: TokenStore | undefined;
  readonly token?: undefined;
}

/** The behaviour of a client whose access tokens come from elsewhere: a suite, a provider or a gateway. */
export interface TokenOptions extends WeComOptions {
  /**
   * Returns the access token for each attempt.
   *
   * @param refused a token that the server refuses; the function gets it once for a call, and returns another one
   */
  readonly token: (refused: string | undefined) => string | Promise<string>;
}

/** A client for the server API of WeCom, which fetches access tokens; `WorkWx` adds the calls as methods. */
export class WeComClient extends Client {
  /** Throws a `TypeError` if an option is missing or out of range. */
  constructor(options: ClientOptions | TokenOptions) {
    const { baseUrl = "https://qyapi.weixin.qq.com", explain, token, ...rest } = options;
    if (token !== undefined) {
      super(baseUrl, wecomProfile({ token, explain }), rest);
      return;
    }
    const {
      corpId,
      corpSecret,
      agentId,
      tokenStore = new MemoryTokenStore(),
      ...connection
    } = rest as ClientOptions;
    for (const [name, value] of Object.entries({ corpId, corpSecret })) {
      if (typeof value !== "string" || value === "")
        throw new TypeError(`expected ${name}, got ${value === "" ? '""' : typeof value}`);
    }
    super(baseUrl, wecomProfile({ corpId, corpSecret, agentId, tokenStore, explain }), connection);
  }

  /** Returns the access token that calls use now. */
  async accessToken({ signal }: Pick<CallOptions, "signal"> = {}): Promise<string> {
    const settings = Client.settingsOf(this);
    const { query } = await unlessAborted(
      settings.profile.authorize(settings),
      signal as AbortSignal | undefined,
    );
    return query?.["access_token"] ?? "";
  }
}
