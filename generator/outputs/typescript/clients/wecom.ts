import { constructionOf, fence } from "./guide.js";
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
  throws: "{WorkWxError} if the server answers with an error code",
  methods: ["accessToken"],
  subpaths: { "./error-codes": "client/wecom/error-codes" },
  credentials: ["corpId", "corpSecret"],
  refusal: { className: "WorkWxError", members: ["errcode", "explanation", "requestId"] },
  guideOf,
  credentialsGuide,
};

function guideOf({ packageName, call, request }: ClientExample): string {
  return [
    "The client fetches, keeps and renews the access token. A call rejects with a `WorkWxError` that carries the",
    "server's `errcode` (a `RateLimitError` beyond the rate limit), a `TransportError` if no usable answer",
    "arrives, or a `ResponseError` if the answer differs from the documentation;",
    `\`explanationOf(errcode)\` of \`${packageName}/error-codes\` explains the common codes. Each call is also a function,`,
    `so that bundlers drop unused calls: \`${call}(workwx${request === "" ? "" : ", "}${request})\`.`,
  ].join("\n");
}

function credentialsGuide(example: ClientExample): string[] {
  return [
    "### Access tokens",
    "Each application has one token at a time, and the server limits requests for tokens. Processes and serverless functions\n" +
      "therefore share a store, for instance in Redis. Its keys have a digest of the secret instead of the secret itself. The optional\n" +
      "`lock` lets one process at a time fetch a token, and the others wait for it:",
    fence(
      `import { WorkWx, type TokenStore } from "${example.packageName}";`,
      "",
      "const tokenStore: TokenStore = {",
      '  get: async (key) => JSON.parse((await redis.get(key)) ?? "null"),',
      "  set: (key, token) => redis.set(key, JSON.stringify(token)),",
      "  lock: (key, run) => redlock.using([`lock ${key}`], 10_000, run),",
      "};",
      constructionOf(example, "tokenStore"),
    ),
    "Tokens of a suite, a provider or a gateway come from a function. It gets the token that the server has refused, if there\n" +
      "is one, and returns another:",
    fence(
      `import { WorkWx } from "${example.packageName}";`,
      "",
      "const workwx = new WorkWx({ token: async (refused) => tokenFromElsewhere(refused) });",
    ),
  ];
}
