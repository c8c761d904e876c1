import * as v from "valibot";

/** The entries of the options of schemas, for the schemas of options. */
export const schemaOptions = {
  enums: v.optional(v.picklist(["enum", "const", "open"])),
  nulls: v.optional(v.picklist(["pointers", "all"])),
  sourceLinks: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^https?:\/\/\S*\{path\}\S*$/, "an address with `{path}` and `{line}` in it"),
    ),
  ),
};
