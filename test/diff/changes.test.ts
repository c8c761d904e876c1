import { describe, expect, test } from "vitest";
import { diffSpecs } from "../../generator/project/compare.js";
import { sourceOf } from "../../generator/source/text.js";
import { compared } from "../support/changes.js";

const document = (body: string) => [{ path: "spec/t.md", value: `# T\n\n## Models\n\n${body}` }];

const table = (name: string, ...rows: string[]) =>
  `### \`${name}\`\n\nName|JSON|Type|Doc\n-|-|-|-\n${rows.join("\n")}\n\n`;

const typed = (type: string) => table("User", `\`A\`|\`a\`|\`${type}\`|x`);

const embedded = (field: string) =>
  table("Base", "`A`|`a`|`int`|x", field) + table("User", "``|``|`Base`|嵌入");

const named = (name: string) =>
  table(name, "`A`|`a`|`int`|x", "`B`|`b`|`int`|y") +
  table("User", `\`C\`|\`c\`|\`[]${name}\`|z`) +
  table("Child", `\`\`|\`\`|\`${name}\`|嵌入`, "`D`|`d`|`int`|w");

const xmlOnly = (tag: string, name = "A") =>
  `### \`User\`\n\nName|XML|Type|Doc\n-|-|-|-\n\`${name}\`|\`${tag}\`|\`string\`|x\n\n`;

const both = (json: string, xml: string) =>
  `### \`User\`\n\nName|JSON|XML|Type|Doc\n-|-|-|-|-\n\`A\`|\`${json}\`|\`${xml}\`|\`string\`|x\n\`B\`|\`b\`|\`b\`|\`string\`|y\n\n`;

const rulesOf = (old: string, now: string, settings: object = {}) =>
  compared(document(old), document(now), settings).changes.map(
    ({ rule, message }) => `${rule}: ${message}`,
  );

const tree = (leaf: string) =>
  `\`\`\`go\ntype Tree map[string]Tree\ntype Forest []Forest\ntype Leaves [][]${leaf}\n\`\`\`\n`;

test("types that contain themselves can be compared", () => {
  expect(rulesOf(tree("int8"), tree("int8"))).toEqual([]);
  expect(rulesOf(tree("int8"), tree("string"))).toEqual([
    "type-changed: `Leaves` changed from `[][]int8` to `[][]string`",
  ]);
});

describe("what is told as one change", () => {
  test("a type with another name, and what refers to it", () => {
    expect(rulesOf(named("Old"), named("New"))).toEqual([
      "type-renamed: `Old` was renamed to `New`",
    ]);
  });

  test("a field that its documentation tells, with another name here and in JSON", () => {
    const old = table("User", "`Note`|`note`|`string`|备注", "`Age`|`age`|`int`|年龄");
    const now = table("User", "`Remark`|`remark`|`string`|备注", "`Age`|`age`|`int`|年龄");
    expect(rulesOf(old, now)).toEqual([
      "field-renamed: `User.Note` was renamed to `User.Remark`",
      "wire-name-changed: the JSON name of `User.Remark` changed from `note` to `remark`",
    ]);
  });

  test("not where two could be meant", () => {
    const old = table("User", "`A`|`a`|`int`|同", "`B`|`b`|`int`|同");
    const now = table("User", "`C`|`c`|`int`|同", "`D`|`d`|`int`|同");
    expect(rulesOf(old, now)).toEqual([
      "field-removed: `User.A` was removed",
      "field-removed: `User.B` was removed",
      "required-field-added: `User.C` was added",
      "required-field-added: `User.D` was added",
    ]);
  });

  test("a field of an embedded model, at that model alone", () => {
    expect(rulesOf(embedded(""), embedded("`B`|`b`|`int`|y"))).toEqual([
      "required-field-added: `Base.B` was added",
    ]);
  });

  test("fields that an embedding brings or takes away, at the model that embeds", () => {
    const base = table("Base", "`A`|`a`|`int`|x");
    const bare = base + table("User", "`B`|`b`|`int`|y");
    const embedding = base + table("User", "``|``|`Base`|嵌入", "`B`|`b`|`int`|y");
    expect(rulesOf(bare, embedding)).toEqual(["required-field-added: `User.A` was added"]);
    expect(rulesOf(embedding, bare)).toEqual(["field-removed: `User.A` was removed"]);
  });

  test("nothing, where a field moves into an embedded model", () => {
    const own = table("User", "`A`|`a`|`int`|x");
    const embedding = table("User", "``|``|`Base`|嵌入") + table("Base", "`A`|`a`|`int`|x");
    expect(rulesOf(own, embedding)).toEqual(["type-added: `Base` was added"]);
  });
});

describe("XML", () => {
  test.each([
    ["a", "b"],
    ["a", "a>a"],
    ["a", "a,attr"],
    ["a", "urn:a a"],
    ["a", ",chardata"],
    [",chardata", ",cdata"],
  ])("the tag %s becomes %s", (old, now) => {
    expect(rulesOf(xmlOnly(old), xmlOnly(now))).toEqual([
      `xml-tag-changed: the XML tag of \`User.A\` changed from \`${old}\` to \`${now}\``,
    ]);
  });

  test("a tag that says the same in other words is no change", () => {
    expect(rulesOf(xmlOnly("A"), xmlOnly(","))).toEqual([]);
    expect(rulesOf(xmlOnly("a,attr"), xmlOnly("a,attr,attr"))).toEqual([]);
  });

  test("a field keeps its tag under another name", () => {
    expect(rulesOf(xmlOnly("a"), xmlOnly("a", "B"))).toEqual([
      "field-renamed: `User.A` was renamed to `User.B`",
    ]);
  });

  test("a field that moves from JSON to XML leaves the one and joins the other", () => {
    expect(rulesOf(both("a", "-"), both("-", "a"))).toEqual([
      "wire-left: JSON no longer holds `User.A`",
      "wire-joined: XML now holds `User.A`",
    ]);
  });

  test("an omission in XML is told where JSON keeps the property", () => {
    expect(rulesOf(both("a", "a"), both("a", "a,omitempty"))).toEqual([
      "omission-changed: XML now omits `User.A` if it is empty",
    ]);
  });

  test("a codec is told once, without the fields in it", () => {
    expect(rulesOf(table("User", "`A`|`a`|`string`|x"), both("a", "A"))).toEqual([
      "required-field-added: `User.B` was added",
      "codec-added: the XML codec of `User` was added",
    ]);
    expect(rulesOf(xmlOnly("a"), table("User", "`A`|`a`|`string`|x"))).toEqual([
      "codec-removed: the XML codec of `User` was removed",
      "codec-added: the JSON codec of `User` was added",
    ]);
  });
});

describe("types", () => {
  test.each([
    ["int", "int32", "range-narrowed"],
    ["int", "int64", "type-changed"],
    ["[]string", "[]*string", undefined],
    ["string", "time.Time", "range-narrowed"],
    ["[2]int", "[]int", "range-widened"],
    ["int", "float64", "range-widened"],
    ["uint64", "int64", "range-narrowed"],
    ["map[int]string", "map[string]string", "range-widened"],
    ["[]int", "interface{}", "type-widened"],
    ["interface{}", "map[string]int", "type-narrowed"],
    ["[]int", "[]string", "type-changed"],
    ["[]int", "map[string]int", "type-changed"],
    ["Nowhere", "Elsewhere", undefined],
    ["Nowhere", "string", "type-narrowed"],
  ])("%s to %s", (old, now, rule) => {
    const settings = { unresolved: "unknown" } as const;
    const { changes } = compared(document(typed(old)), document(typed(now)), settings);
    expect(changes.map((change) => change.rule)).toEqual(rule === undefined ? [] : [rule]);
  });

  test("an alias is what it stands for", () => {
    const spec = "```go\ntype ID = string\n```\n\n";
    expect(rulesOf(spec + typed("ID"), spec + typed("string"))).toEqual([]);
    expect(rulesOf(spec, spec.replace("string", "int"))).toEqual([
      "type-changed: `ID` changed from `string` to `int`",
    ]);
  });

  test("an enum that is open takes every value of its base", () => {
    const spec = '```go\ntype Kind string\n\nconst KindA Kind = "a"\n```\n\n';
    const change = [spec + typed("string"), spec + typed("Kind")] as const;
    expect(rulesOf(...change)).toEqual([
      "type-narrowed: `User.A` narrowed from `string` to `Kind`",
    ]);
    expect(rulesOf(...change, { enumStyle: "union" })).toEqual([]);
  });
});

const go = (...lines: string[]) => `\`\`\`go\n${lines.join("\n")}\n\`\`\`\n\n`;

describe("enums in place of each other", () => {
  const enums = go(
    "type A string",
    'const AOne A = "1"',
    "type B string",
    'const BTwo B = "2"',
    "type N int",
    "const NOne N = 1",
    "type M int",
    "const MTwo M = 2",
  );

  test.each([
    ["A", "B", {}, "type-changed"],
    ["N", "M", {}, "type-changed"],
    ["A", "B", { enumStyle: "union" }, undefined],
    ["A", "B", { enumStyle: "union", overrides: { A: { enumStyle: "enum" } } }, "type-widened"],
    ["N", "M", { overrides: { N: { enumStyle: "as-const" } } }, undefined],
    ["N", "A", { enumStyle: "union" }, "type-changed"],
    ["A", "interface{}", {}, "type-widened"],
    ["interface{}", "A", {}, "type-narrowed"],
  ] as const)("%s to %s with %j", (old, now, settings, rule) => {
    const [before, after] = [document(enums + typed(old)), document(enums + typed(now))];
    const rules = compared(before, after, settings).changes.map((change) => change.rule);
    expect(rules).toEqual(rule === undefined ? [] : [rule]);
  });
});

describe("the owner of a type decides its 64-bit integers", () => {
  const ids = go("type ID int64", "type Ref ID", "type IDs []Ref");
  const settings = {
    overrides: { ID: { int64: "string" }, "User.A": { int64: "bigint" } },
  } as const;

  test.each([
    ["int64", "ID", "`bigint`, now `string`"],
    ["Ref", "int64", "`string`, now `bigint`"],
    ["IDs", "[]int64", "`string`, now `bigint`"],
    ["map[ID]int64", "map[string]ID", "`bigint`, now `string`"],
  ])("%s to %s", (old, now, sides) => {
    expect(rulesOf(ids + typed(old), ids + typed(now), settings)).toContain(
      `int64-changed: int64 of \`User.A\`: ${sides}`,
    );
  });

  test("the key of a map decides nothing about its values", () => {
    const overrides = { overrides: { ID: { int64: "string" } } } as const;
    const [old, now] = [ids + typed("map[ID]int64"), ids + typed("map[int64]int64")];
    expect(rulesOf(old, now, overrides)).toEqual([]);
  });

  test("a type and an alias of it are the same", () => {
    expect(rulesOf(ids + typed("ID"), ids + typed("Ref"), settings)).toEqual([]);
  });
});

test("a key is compared by its scalar", () => {
  const old = go("type Key string") + typed("map[Key]int");
  const now = go("type Key int") + typed("map[Key]int");
  expect(rulesOf(old, now)).toEqual([
    "type-changed: `Key` changed from `string` to `int`",
    "range-narrowed: the values of `User.A` narrowed from `map[string]int` to `map[int]int`",
  ]);
  const kind = go("type Kind int", "const KindOne Kind = 1");
  expect(rulesOf(kind + typed("map[Kind]int"), kind + typed("map[int]int"))).toEqual([]);
});

test("a field of a model that is embedded by an alias changes at that model alone", () => {
  const spec = go("type Alias = Base") + embedded("").replace("|`Base`|", "|`Alias`|");
  const now = spec.replace("`A`|`a`|`int`|x", "`A`|`a`|`string`|x");
  expect(rulesOf(spec, now)).toEqual(["type-changed: `Base.A` changed from `int` to `string`"]);
});

/** The rules of the changes, and the texts at their places. */
function textsOf(old: string, now: string, settings = {}, newSettings = settings) {
  const { changes } = compared(document(old), document(now), settings, newSettings);
  return changes.map((change) => [
    change.rule,
    change.old && sourceOf(change.old),
    change.new && sourceOf(change.new),
  ]);
}

describe("a change has its place in both versions", () => {
  test("also of a constant with another name", () => {
    const old = go("const Most = 3 // 上限");
    expect(textsOf(old, go("const Max = 3 // 上限"))).toEqual([
      ["constant-renamed", "Most", "Max"],
    ]);
    const rename = { rename: { names: { Most: "Highest" } } };
    expect(textsOf(old, old, {}, rename)).toEqual([["typescript-name-changed", "Most", "Most"]]);
    expect(textsOf(old, go("const Most = 4 // 上限"), rename)).toEqual([
      ["constant-value-changed", "Most", "Most"],
    ]);
    expect(textsOf(old, go("const Most = 3 // 限"), {}, rename)).toEqual([
      ["typescript-name-changed", "Most", "Most"],
      ["documentation-changed", "Most", "Most"],
    ]);
  });

  test("also of everything else with another name", () => {
    const old =
      go("type Level int", "const LevelHigh Level = 1 // 高") +
      table("User", "`A`|`a`|`Level`|x") +
      "## API calls\n\nName|Request Type|Response Type|Access Token|URL|Doc\n-|-|-|-|-|-\n" +
      "`execGet`|`User`|`User`|+|`POST /get`|取\n";
    const names = { User: "Member", "User.A": "b", LevelHigh: "Top", Level: "Grade" };
    const rename = { rename: { names } };
    const found = textsOf(old, old, {}, rename).map(([, ...places]) => places.join());
    expect(found.toSorted()).toEqual(["A,A", "Level,Level", "LevelHigh,LevelHigh", "User,User"]);
    const now = old
      .replace("LevelHigh", "GradeTop")
      .replaceAll("Level", "Grade")
      .replaceAll("User", "Member")
      .replace("`A`|", "`B`|")
      .replace("Get", "Find");
    expect(textsOf(old, now)).toEqual([
      ["type-renamed", "Level", "Grade"],
      ["type-renamed", "User", "Member"],
      ["member-renamed", "LevelHigh", "GradeTop"],
      ["field-renamed", "A", "B"],
      ["call-renamed", "execGet", "execFind"],
    ]);
  });
});

test("an unchanged spec has no changes, and of one with errors they are unknown", () => {
  const spec = { specFiles: document(table("User", "`A`|`a`|`int`|x")) };
  expect(diffSpecs(spec, spec)).toMatchObject({ kind: "compared", changes: [], release: "none" });
  const broken = { specFiles: document(table("User", "`A`|`a`|`int x`|x")) };
  expect(diffSpecs(spec, broken)).toMatchObject({
    kind: "invalid",
    old: [],
    new: [{ severity: "error" }],
  });
  expect(diffSpecs(broken, spec)).toMatchObject({
    kind: "invalid",
    old: [{ severity: "error" }],
    new: [],
  });
});
