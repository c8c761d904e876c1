export type { Answer } from "../answer.js";
export { Client } from "../client.js";
export type { Endpoint } from "../endpoint.js";
export type { Authorization, Profile } from "../profile.js";
export { withoutSecrets, type Secrets } from "../secrets.js";
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
export { ApiError, isErrorOf } from "./errors.js";
export { httpProfile } from "./profile.js";
