import * as v from "valibot";
import { schema as typescript } from "../../outputs/typescript/schema.js";
import type { PackageConfig, SinglePackage } from "./type.js";

const specification = {
  spec: v.optional(v.union([v.string(), v.array(v.string())], "a text, or a list of texts")),
  unresolved: v.optional(v.picklist(["error", "unknown"])),
};

const out = v.optional(v.string());

/** The short form of a configuration. */
export const singlePackage = v.strictObject({
  ...specification,
  out,
  ...typescript.entries,
}) satisfies v.GenericSchema<unknown, SinglePackage>;

const output = v.variant(
  "target",
  [
    v.strictObject({ target: v.literal("typescript"), out, ...typescript.entries }),
    v.strictObject({ target: v.literal("site"), out, title: v.optional(v.string()) }),
  ],
  "`typescript` or `site`",
);

/** The form of a configuration with several outputs. */
export const packages = v.strictObject({
  packages: v.pipe(
    v.array(
      v.strictObject({
        ...specification,
        outputs: v.pipe(v.array(output), v.minLength(1, "at least one output")),
      }),
      "a list of packages",
    ),
    v.minLength(1, "at least one package"),
  ),
}) satisfies v.GenericSchema<unknown, { readonly packages: readonly PackageConfig[] }>;
