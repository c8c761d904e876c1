import * as v from "valibot";
import { isIdentifier } from "../../names.js";

const identifier = v.pipe(v.string(), v.check(isIdentifier, "an identifier of TypeScript"));

const moduleName = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9]+([-/][a-z0-9]+)*$/,
    "words in small letters, with dashes or slashes between them",
  ),
);

/** An object with any keys; valibot takes a list for one. */
function recordOf<Value extends v.GenericSchema>(value: Value) {
  return v.pipe(v.custom<object>(isNoList, "an object"), v.record(v.string(), value));
}

function isNoList(input: unknown): boolean {
  return !Array.isArray(input);
}

const enumStyle = v.optional(v.picklist(["const-enum", "enum", "as-const", "union"]));

const presence = v.optional(v.picklist(["zero", "optional"]));

const int64 = v.optional(v.picklist(["number", "bigint", "string"]));

/** The options of a package. */
export const schema = v.strictObject({
  enumStyle,
  presence,
  int64,
  overrides: v.optional(recordOf(v.strictObject({ enumStyle, presence, int64 }))),
  package: v.optional(
    v.strictObject({
      name: v.optional(
        v.pipe(
          v.string(),
          v.regex(/^(?:@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*$/, "a name for npm"),
        ),
      ),
      version: v.optional(
        v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+(?:[-+].+)?$/, "a version as semver has it")),
      ),
    }),
  ),
  externals: v.optional(
    recordOf(
      v.strictObject({
        type: identifier,
        from: v.pipe(v.string(), v.regex(/^[^\s"'`\\]+$/, "the name of a module")),
        codec: v.optional(identifier),
      }),
    ),
  ),
  rename: v.optional(
    v.strictObject({
      names: v.optional(recordOf(identifier)),
      wireNames: v.optional(recordOf(identifier)),
      modules: v.optional(recordOf(moduleName)),
    }),
  ),
});
