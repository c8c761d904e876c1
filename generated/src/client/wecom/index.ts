export { WeComClient, type ClientOptions } from "./client.js";
export { RateLimitError, WorkWxError } from "./errors.js";
export { MemoryTokenStore, type Token, type TokenStore } from "./token.js";
