export type { Encrypted } from "./envelope.js";
export { CallbackError, type CallbackErrorKind } from "./errors.js";
export type { Format, UnknownCallback } from "./messages.js";
export type { CallbacksOptions, ReceiverCheck } from "./options.js";
export {
  CallbackReceiver,
  type EncryptOptions,
  type Handler,
  type Post,
  type Received,
  type Texts,
  type UrlVerification,
} from "./receiver.js";
export type { Query } from "./request.js";
export type { Signed } from "./vault.js";
