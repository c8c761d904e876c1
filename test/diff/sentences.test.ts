import { describe, expect, test } from "vitest";
import { checkSpec, type CheckOptions } from "../../generator/project/check.js";
import { diffVersions } from "../../generator/project/compare.js";
import type { Change } from "../../generator/compare/change.js";
import { hasErrors } from "../../generator/source/diagnostic.js";
import { compared } from "../support/changes.js";
import { documentsOf, rows } from "./rows.js";

const long = "x".repeat(90);

const go = (...lines: string[]) => `\`\`\`go\n${lines.join("\n")}\n\`\`\`\n`;

const model = (...types: string[]) => {
  const fields = types.map((type, index) => `\`F${index}\`|\`f${index}\`|\`${type}\`|x`);
  return `### \`K\` 文\n\nName|JSON|Type|Doc\n-|-|-|-\n${fields.join("\n")}\n\n`;
};

/** Documents that use a type of their own in every position; in each of them it is another type. */
const variants: readonly string[] = [
  "type T int64",
  "type T string",
  "type T = []int64",
  'type T struct {\n\tA int64 `json:"a"`\n}',
  'type T string\nconst TOne T = "1"',
  "type T int\nconst TOne T = 1",
  "type T float64\nconst TOne T = 1",
  "type T []T",
  "type Other int",
  "type Base int\ntype T Base\nconst TOne T = 1",
  "type Base string\ntype T Base",
  `const C = "${long}1"`,
  `const C = "${long}2"`,
  "const C = 1",
  'const C = "1"',
  "const C = 1 << 60",
  "const C = true",
].map((declarations) => {
  return go(declarations) + model("T", "[]T", "map[string]T", "*T", "int64", "[]uint64", "Media");
});

const settings: readonly CheckOptions[] = [
  {},
  { int64: "number" },
  { int64: "string", presence: "optional" },
  { enumStyle: "union", overrides: { "K.F4": { int64: "number" } } },
  { enumStyle: "as-const", overrides: { K: { presence: "optional" } } },
  { rename: { names: { T: "U", "K.F1": "first", C: "D" }, wireNames: { f2: "second" } } },
  { rename: { modules: { user: "member" } } },
  { externals: { Media: { type: "Image", from: "./a.js" } } },
  { externals: { Media: { type: "Image", from: "./b.js" }, T: { type: "V", from: "./a.js" } } },
  { externals: { Media: { type: "Image", from: "./a.js", codec: "ImageCodec" } } },
].map((options) => ({ ...options, unresolved: "unknown" }) as CheckOptions);

/** The forms of the sentences about both sides. */
const FORMS = [
  / from (?:the module )?(.+) to (?:the module )?(.+)$/,
  /: (.+), now (.+)$/,
  /^(?:the \w+ )?(.+) was renamed to (.+)$/,
];

/** The sentences that say the same of both sides, or nothing. */
function senseless(changes: readonly Change[]): string[] {
  const messages = changes.map(({ message }) => message);
  return messages.filter((message, index) => {
    const sides = FORMS.map((form) => form.exec(message)).find((match) => match !== null);
    const says = / (added|removed|became|now|no longer|has changed)\b/.test(message);
    const isEmpty = sides ? sides[1] === sides[2] : !says;
    return isEmpty || message.includes("``") || messages.indexOf(message) < index;
  });
}

/** Links a version, which must have no errors, for comparisons with several others. */
function versionOf(text: string, options: CheckOptions) {
  const version = checkSpec(documentsOf(text), options);
  expect(hasErrors(version.diagnostics)).toBe(false);
  return version;
}

describe("every sentence says something", () => {
  test("about all kinds of types and constants", () => {
    const versions = variants.map((text) => versionOf(text, { unresolved: "unknown" }));
    for (const old of versions) {
      for (const now of versions) {
        const { changes } = diffVersions(old, now);
        expect(senseless(changes)).toEqual([]);
        expect(changes.length === 0).toBe(old === now);
      }
    }
  });

  test("about all settings", () => {
    for (const spec of [variants[0], variants[3], variants[4], variants[11]]) {
      const versions = settings.map((options) => versionOf(spec ?? "", options));
      for (const old of versions) {
        for (const now of versions) {
          const { changes } = diffVersions(old, now);
          expect(senseless(changes)).toEqual([]);
          expect(changes.length === 0 || old !== now).toBe(true);
        }
      }
    }
  });

  test.each(rows)("about $rule and its opposite", (row) => {
    const [old, now] = [documentsOf(row.old), documentsOf(row.new)];
    const newSettings = row.newSettings ?? row.settings;
    expect(senseless(compared(old, now, row.settings, newSettings).changes)).toEqual([]);
    expect(senseless(compared(now, old, newSettings, row.settings).changes)).toEqual([]);
  });
});

function messagesOf(
  old: string,
  now: string,
  oldSettings: CheckOptions = {},
  newSettings = oldSettings,
): string[] {
  const { changes } = compared(documentsOf(old), documentsOf(now), oldSettings, newSettings);
  return changes.map(({ rule, message }) => `${rule}: ${message}`);
}

describe("one cause is one change", () => {
  const big = model(...Array.from({ length: 6 }, () => "int64"));

  test("a setting for all fields", () => {
    expect(messagesOf(big, big, {}, { int64: "string" })).toEqual([
      "int64-changed: int64 of `K.F0`, `K.F1`, `K.F2` and 3 more: `bigint`, now `string`",
    ]);
    expect(messagesOf(big, big, {}, { overrides: { "K.F1": { int64: "string" } } })).toEqual([
      "int64-changed: int64 of `K.F1`: `bigint`, now `string`",
    ]);
    const { changes } = compared(documentsOf(big), documentsOf(big), {}, { int64: "string" });
    expect(changes[0]?.names).toHaveLength(6);
  });

  test("a document with another name", () => {
    const bodies = go("type A int", "type B int", "const C = 1") + big;
    const [document] = documentsOf(bodies);
    const renamed = [{ path: "spec/member.md", value: document?.value ?? "" }];
    const { changes } = compared(documentsOf(bodies), renamed);
    expect(changes.map(({ message }) => message)).toEqual([
      "the module `user` was renamed to `member`",
    ]);
  });

  test("a type that others use", () => {
    const users = model("T", "[]T", "map[string]T");
    expect(messagesOf(go("type T int") + users, go("type T string") + users)).toEqual([
      "type-changed: `T` changed from `int` to `string`",
    ]);
  });

  test("a name in the specification that the configuration keeps", () => {
    const old = go("type Level int", "const LevelHigh Level = 2 // 高");
    const now = go("type Grade int", "const LevelHigh Grade = 2 // 高");
    const keep = { rename: { names: { Grade: "Level", LevelHigh: "High" } } };
    expect(messagesOf(old, now, {}, keep)).toEqual([]);
  });
});
