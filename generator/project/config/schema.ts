import * as v from "valibot";
import { schema as typescript } from "../../outputs/typescript/schema.js";
import type { Config } from "./type.js";

/** The form of a configuration. */
export const schema = v.strictObject({
  spec: v.optional(v.union([v.string(), v.array(v.string())], "a text, or a list of texts")),
  out: v.optional(v.string()),
  unresolved: v.optional(v.picklist(["error", "unknown"])),
  ...typescript.entries,
}) satisfies v.GenericSchema<unknown, Config>;
