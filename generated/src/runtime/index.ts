export { codec, decode, encode, type Codec, type SafeDecodeResult } from "./codec.js";
export { DecodeError, EncodeError } from "./errors.js";
export type { Init } from "./init.js";
export type { Issue } from "./issue.js";
export type { JsonObject, JsonValue } from "./json.js";
export type { StandardSchemaV1 } from "./standard-schema.js";
