export type { CallbackEncrypted } from "./envelope.js";
export { CallbackError, type CallbackErrorKind } from "./errors.js";
export type { CallbackFormat, OneOf, UnknownCallback } from "./messages.js";
export type { CallbackReceiverCheck, CallbacksOptions } from "./options.js";
export {
  CallbackReceiver,
  type CallbackAnswer,
  type CallbackContext,
  type CallbackEncryptOptions,
  type CallbackHandler,
  type CallbackPost,
  type CallbackResponse,
  type CallbackVerification,
  type Texts,
} from "./receiver.js";
export type { CallbackQuery, CallbackRequest } from "./request.js";
export type { CallbackCiphertext } from "./vault.js";
