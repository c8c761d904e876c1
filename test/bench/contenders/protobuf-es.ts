import {
  fromJson,
  fromJsonString,
  toJson,
  toJsonString,
  type DescMessage,
  type JsonReadOptions,
  type JsonValue,
  type JsonWriteOptions,
  type Message,
} from "@bufbuild/protobuf";
import type { Contender, Conversions } from "../contender.js";
import { ContactDetailSchema, TagGroupListSchema } from "../generated/responses_pb.js";

const READ: Partial<JsonReadOptions> = { ignoreUnknownFields: true };
const WRITE: Partial<JsonWriteOptions> = { alwaysEmitImplicit: true };

export default {
  note: "integers have 32 bits, and may be strings; gives up at the first wrong value",
  contact: conversionsOf(ContactDetailSchema),
  tagGroups: conversionsOf(TagGroupListSchema),
  /** Messages have the name of their type as a member. */
  comparable: (value: unknown) =>
    JSON.parse(JSON.stringify(value), (key, member: unknown) =>
      key === "$typeName" ? undefined : member,
    ),
} satisfies Contender;

function conversionsOf(schema: DescMessage) {
  return {
    decode: (json) => fromJson(schema, json as JsonValue, READ),
    parse: (text) => fromJsonString(schema, text, READ),
    encode: (value: Message) => toJson(schema, value, WRITE),
    stringify: (value: Message) => toJsonString(schema, value, WRITE),
  } satisfies Conversions;
}
