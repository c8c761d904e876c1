export {
  apiKey,
  basic,
  bearer,
  type ApiKeyOptions,
  type Authorizer,
  type BasicOptions,
  type BearerOptions,
  type Credential,
} from "./auth.js";
export { HttpClient, type ClientOptions } from "./client.js";
export { ApiError } from "./errors.js";
