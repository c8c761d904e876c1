import type { Fetch } from "../../runtime/web.js";
import { Fake } from "../fake.js";
import type { Calls, Routes } from "../route.js";
import { Media } from "./media.js";
import { refusal, refusalOf } from "./refusal.js";
import { Tokens } from "./tokens.js";

/** The corporation and the application of a fake. */
export interface FakeOptions {
  /** The corpid that has tokens; default `fake-corp`. */
  readonly corpId?: string | undefined;
  /** The secret that has tokens; default `fake-secret`. */
  readonly corpSecret?: string | undefined;
  /** The life of a token in seconds; default 7,200. */
  readonly tokenLifetime?: number | undefined;
  /** The URL of a gateway; its path precedes those of the calls. */
  readonly baseUrl?: string | undefined;
  /** Returns the time in milliseconds; default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** The options of a client of a fake. */
export interface FakeClientOptions {
  readonly corpId: string;
  readonly corpSecret: string;
  readonly baseUrl: string;
  readonly fetch: Fetch;
}

/** A server of WeCom without a network: it issues tokens, keeps media, and answers as the specification says. */
export abstract class WeComFake<All extends Calls<All>> extends Fake<All> {
  /** The options for a client: `new WorkWx(fake.options)`. */
  readonly options: FakeClientOptions;
  readonly #tokens: Tokens;
  readonly #media: Media;

  protected constructor(routes: Routes<All>, options: FakeOptions) {
    const {
      corpId = "fake-corp",
      corpSecret = "fake-secret",
      tokenLifetime = 7200,
      baseUrl = "https://qyapi.weixin.qq.com",
      now = () => Date.now(),
    } = options;
    const tokens = new Tokens(now);
    const media = new Media(now);
    super(routes, {
      baseUrl,
      now,
      answer: (request, { pathname, searchParams }) => {
        if (!pathname.endsWith("/cgi-bin/gettoken") || request.method !== "GET") return undefined;
        if (searchParams.get("corpid") !== corpId) return refusal(40013);
        if (searchParams.get("corpsecret") !== corpSecret) return refusal(40001);
        const token = tokens.issue(tokenLifetime);
        return { errcode: 0, errmsg: "ok", access_token: token, expires_in: tokenLifetime };
      },
      authorize: (_request, { searchParams }) => tokens.refusalOf(searchParams.get("access_token")),
      refuse: refusalOf,
      limit: () => refusal(45009),
      envelope: (text) =>
        text.replace(/^\{(\}?)/, (_, end: string) => `{"errcode":0,"errmsg":"ok"${end || ","}`),
      store: (file) => media.store(file),
      load: (request) => media.load(request),
    });
    this.options = { corpId, corpSecret, baseUrl, fetch: this.fetch };
    this.#tokens = tokens;
    this.#media = media;
  }

  /** The number of tokens issued so far. */
  get tokenCount(): number {
    return this.#tokens.count;
  }

  /** Makes all tokens expire that were issued so far: the next call gets 42001, and the client fetches a new one. */
  expireTokens(): void {
    this.#tokens.expire();
  }

  override reset(): void {
    super.reset();
    this.#media.clear();
  }
}
