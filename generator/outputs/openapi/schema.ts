import * as v from "valibot";
import { schemaOptions } from "../../schema/options-schema.js";

const text = v.pipe(v.string(), v.regex(/\S/, "a text"));

const security = v.variant(
  "type",
  [
    v.strictObject({ type: v.literal("http"), scheme: v.picklist(["bearer", "basic"]) }),
    v.strictObject({
      type: v.literal("apiKey"),
      in: v.picklist(["query", "header", "cookie"]),
      name: text,
    }),
  ],
  "an object whose `type` is `http` or `apiKey`",
);

/** An address that paths can follow. */
const server = v.pipe(
  v.string(),
  v.regex(/^(?:https?:\/\/[^\s?#]+|\/[^\s?#]*)$/, "an address of HTTP, or a path"),
);

/** The options of a description in OpenAPI. */
export const schema = v.strictObject({
  title: v.optional(text),
  version: v.optional(text),
  description: v.optional(v.string()),
  servers: v.optional(v.array(server, "a list of addresses")),
  security: v.optional(security),
  ...schemaOptions,
});
