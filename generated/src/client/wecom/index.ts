export { WeComClient, type ClientOptions, type TokenOptions, type WeComOptions } from "./client.js";
export { RateLimitError, WorkWxError } from "./errors.js";
export { MemoryTokenStore, type Token, type TokenStore } from "./token.js";
