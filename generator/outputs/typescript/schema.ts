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

/** The name of a package, as npm takes it. */
const PACKAGE = /(?:@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*/;

const packageName = v.pipe(v.string(), v.regex(RegExp(`^${PACKAGE.source}$`), "a name for npm"));

const moduleSpecifier = v.pipe(
  v.string(),
  v.regex(
    RegExp(`^(?:\\.{1,2}/[^\\s"'\`\\\\]+\\.[cm]?js|${PACKAGE.source}(?:/[\\w.~-]+)*)$`),
    "a package, or a file with its suffix such as `./media.js`; no module of Node",
  ),
);

/** An object with any keys; valibot takes a list for one. */
function recordOf<Value extends v.GenericSchema>(
  value: Value,
  key: v.GenericSchema<string, string> = v.string(),
) {
  return v.pipe(v.custom<object>(isNoList, "an object"), v.record(key, value));
}

function isNoList(input: unknown): boolean {
  return !Array.isArray(input);
}

const representation = {
  enumStyle: v.optional(v.picklist(["const-enum", "enum", "as-const", "union"])),
  presence: v.optional(v.picklist(["zero", "optional"])),
  int64: v.optional(v.picklist(["number", "bigint", "string"])),
};

/** The options of a package. */
export const schema = v.strictObject({
  ...representation,
  checkLimits: v.optional(v.boolean()),
  overrides: v.optional(recordOf(v.strictObject(representation))),
  package: v.optional(
    v.strictObject({
      name: v.optional(packageName),
      version: v.optional(
        v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+(?:[-+].+)?$/, "a version as semver has it")),
      ),
      dependencies: v.optional(
        recordOf(v.pipe(v.string(), v.regex(/^\S/, "a range of versions")), packageName),
      ),
    }),
  ),
  externals: v.optional(
    recordOf(
      v.strictObject({
        type: identifier,
        from: moduleSpecifier,
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
