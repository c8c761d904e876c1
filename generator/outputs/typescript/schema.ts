import * as v from "valibot";
import type { ProfileFile } from "./options.js";
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

const baseUrl = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/[^\s?#@]+$/, "an http(s) URL without credentials, query or fragment"),
);

const auth = v.union(
  [
    v.picklist(["bearer", "basic"]),
    v.strictObject({
      apiKey: v.pipe(v.string(), v.regex(/^[\w.~-]+$/, "the name of a header or a parameter")),
      in: v.optional(v.picklist(["header", "query"])),
    }),
  ],
  '"bearer", "basic", or an object such as { apiKey: "X-Key", in: "header" }',
);

const profile = v.union(
  [
    v.picklist(["http", "wecom"]),
    v.pipe(
      v.string(),
      // The modules and the folders of the package are its own.
      v.regex(
        /^\.\/(?!index\.js$|(?:callbacks|client|runtime|testing)[./])[a-z0-9-]+(?:\/[a-z0-9-]+)*\.js$/,
      ),
      v.transform((file) => file as ProfileFile),
    ),
  ],
  '"http", "wecom", or "./profile.js" for a file of your own `src/profile.ts`, under a name that no module of the package has',
);

const client = v.strictObject({
  profile: v.optional(profile),
  lists: v.optional(v.picklist(["repeat", "comma", "brackets"])),
  name: v.optional(identifier),
  baseUrl: v.optional(baseUrl),
  auth: v.optional(auth),
});

const url = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, "an http(s) URL"));

const text = v.pipe(v.string(), v.regex(/\S/, "a text"));

const person = v.union(
  [text, v.strictObject({ name: text, email: v.optional(text), url: v.optional(url) })],
  'a name, or an object such as { name: "Ann", email: "ann@example.com" }',
);

/** The members of `package.json` that a configuration may give, as npm takes them. */
const packageSettings = v.strictObject({
  name: v.optional(packageName),
  version: v.optional(
    v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+(?:[-+].+)?$/, "a version as semver has it")),
  ),
  description: v.optional(text),
  keywords: v.optional(v.array(text, "a list of words")),
  homepage: v.optional(url),
  bugs: v.optional(
    v.union(
      [url, v.strictObject({ url: v.optional(url), email: v.optional(text) })],
      "a URL, or an object with `url` or `email`",
    ),
  ),
  license: v.optional(text),
  author: v.optional(person),
  contributors: v.optional(v.array(person, "a list of people")),
  repository: v.optional(
    v.union(
      [text, v.strictObject({ type: v.optional(text), url: text, directory: v.optional(text) })],
      "a URL such as `github:owner/name`, or an object with `type`, `url` and `directory`",
    ),
  ),
  private: v.optional(v.boolean()),
  publishConfig: v.optional(recordOf(v.unknown())),
  dependencies: v.optional(
    recordOf(v.pipe(v.string(), v.regex(/^\S/, "a range of versions")), packageName),
  ),
});

/** The options of a package. */
export const schema = v.strictObject({
  ...representation,
  checkLimits: v.optional(v.boolean()),
  client: v.optional(v.union([v.literal(false), client])),
  overrides: v.optional(recordOf(v.strictObject(representation))),
  package: v.optional(packageSettings),
  readme: v.optional(text),
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
