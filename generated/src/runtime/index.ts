export { codec, type Codec } from "./codec.js";
export { decode, type SafeDecodeResult } from "./decode.js";
export { encode } from "./encode.js";
export { DecodeError, EncodeError, SdkError } from "./errors.js";
export type { Init } from "./init.js";
export type { Issue } from "./issue.js";
export type { JsonObject, JsonValue } from "./json.js";
export type { StandardSchemaV1 } from "./standard-schema.js";
