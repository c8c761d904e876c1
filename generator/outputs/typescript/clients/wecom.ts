import type { ClientExample, ClientProfile } from "./profile.js";

/** The client for the server API of WeCom: it fetches the access token and knows the error codes. */
export const wecom: ClientProfile = {
  className: "WorkWx",
  instance: "workwx",
  exports: [
    "Client",
    "MemoryTokenStore",
    "RateLimitError",
    "ResponseError",
    "TransportError",
    "WorkWxError",
    "type CallOptions",
    "type ClientOptions",
    "type RequestEvent",
    "type ResponseEvent",
    "type Token",
    "type TokenStore",
    "type TransportFailure",
    "type UploadFile",
  ],
  subpaths: { "./error-codes": "client/error-codes" },
  credentials: "corpId, corpSecret",
  guideOf,
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
