import * as v from "valibot";
import { schemaOptions } from "../../schema/options-schema.js";

/** The options of JSON Schemas. */
export const schema = v.strictObject({
  id: v.optional(v.pipe(v.string(), v.regex(/^[a-z][\w+.-]*:[^\s#]+$/i, "an absolute address"))),
  ...schemaOptions,
});
