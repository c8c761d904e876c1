export { call } from "./call.js";
export {
  Client,
  type CallOptions,
  type ClientOptions,
  type RequestEvent,
  type ResponseEvent,
} from "./client.js";
export {
  RateLimitError,
  ResponseError,
  TransportError,
  WorkWxError,
  type TransportFailure,
} from "./errors.js";
export { head } from "./head.js";
export { pages } from "./pages.js";
export { fillPath } from "./path.js";
export { callWithQuery } from "./query.js";
export { MemoryTokenStore, type Token, type TokenStore } from "./token.js";
export { upload, type UploadFile } from "./upload.js";
