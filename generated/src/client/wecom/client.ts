import { Client, type ConnectionOptions } from "../client.js";
import { wecomProfile } from "./profile.js";
import { MemoryTokenStore, type TokenStore } from "./token.js";

/** Credentials and behaviour of a client. */
export interface ClientOptions extends ConnectionOptions {
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
  /** The store of access tokens; defaults to memory that only this client uses. */
  readonly tokenStore?: TokenStore | undefined;
}

/** A client for the server API of WeCom, which fetches access tokens; `WorkWx` adds the calls as methods. */
export class WeComClient extends Client {
  /** Throws a `TypeError` if paths cannot be appended to `baseUrl`. */
  constructor(options: ClientOptions) {
    const { baseUrl = "https://qyapi.weixin.qq.com", tokenStore = new MemoryTokenStore() } =
      options;
    const { corpId, corpSecret, agentId, ...connection } = options;
    super(baseUrl, wecomProfile({ corpId, corpSecret, agentId, tokenStore }), connection);
  }
}
