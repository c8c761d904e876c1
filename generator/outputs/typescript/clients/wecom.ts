import type { ClientExample, ClientProfile } from "./profile.js";

/** The client for the server API of WeCom: it fetches the access token and knows the error codes. */
export const wecom: ClientProfile = {
  folder: "wecom",
  conventions: "wecom",
  readsEnvelope: true,
  readsStatus: false,
  className: "WorkWx",
  baseClass: "WeComClient",
  module: "workwx",
  instance: "workwx",
  exports: [
    "MemoryTokenStore",
    "RateLimitError",
    "WeComClient",
    "WorkWxError",
    "type ClientOptions",
    "type Token",
    "type TokenOptions",
    "type TokenStore",
    "type WeComOptions",
  ],
  explainedOptions: ["ClientOptions", "TokenOptions"],
  methods: ["accessToken"],
  subpaths: { "./error-codes": "client/wecom/error-codes" },
  credentials: ["corpId", "corpSecret"],
  guideOf,
};

function guideOf({ packageName, call, request }: ClientExample): string {
  return [
    "The client fetches, keeps and renews the access token. A call rejects with a `WorkWxError` that carries the",
    "server's `errcode` (a `RateLimitError` beyond the rate limit), a `TransportError` if no usable answer",
    "arrives, or a `ResponseError` if the answer differs from the documentation;",
    `\`explanationOf(errcode)\` of \`${packageName}/error-codes\` explains the common codes. Each call is also a function,`,
    `so that bundlers drop unused calls: \`${call}(workwx${request === "" ? "" : ", "}${request})\`.`,
    "",
    "Processes that share a `tokenStore` (`get`, `set` and an optional `lock`, for instance in Redis) fetch each token once; serverless",
    "functions need one. `new WorkWx({ token: async (refused) => … })` takes tokens from a suite, a provider or a gateway.",
  ].join("\n");
}
