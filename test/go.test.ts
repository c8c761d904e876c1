import * as fc from "fast-check";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { parseGoFence } from "../generator/go/fence.js";
import { floatOf, integerOf, runeOf, stringOf } from "../generator/go/literal.js";
import { parseTag } from "../generator/go/tag.js";
import { parseGoType } from "../generator/go/type.js";
import type { GoType } from "../generator/ir/go.js";
import type { SourceText } from "../generator/ir/source.js";

describe("types", () => {
  test.each([
    ["string", "string"],
    [" FollowUser ", "FollowUser"],
    ["[]*FollowUser", "list(pointer(FollowUser))"],
    ["map[string][]int64", "map(string, list(int64))"],
    ["[3]byte", "array 3(byte)"],
    ["[0x10]int", "array 16(int)"],
    ["interface{}", "any"],
    ["interface {}", "any"],
    ["any", "any"],
    ["json.RawMessage", "json.RawMessage"],
    ["time.Time", "time.Time"],
    ["(string)", "string"],
    ["成员", "成员"],
  ])("%s", (text, expected) => {
    const { type, messages } = goType(text);
    expect(messages).toEqual([]);
    expect(type && outline(type)).toBe(expected);
  });

  test.each([
    ["", "invalid-type"],
    ["[]", "invalid-type"],
    ["map[string", "invalid-type"],
    ["*", "invalid-type"],
    ["int foo", "invalid-type"],
    ["int; type X int", "invalid-type"],
    ["int // c", "invalid-type"],
    ["int\n}", "invalid-type"],
    ["= int", "invalid-type"],
    ["字段-名", "invalid-type"],
    ["[]".repeat(200) + "int", "invalid-type"],
    ["[]".repeat(20_000) + "int", "invalid-type"],
    ["chan int", "unsupported-type"],
    ["func()", "unsupported-type"],
    ["struct{}", "unsupported-type"],
    ["interface{ String() string }", "unsupported-type"],
    ["[N]int", "unsupported-type"],
    ["[...]int", "unsupported-type"],
    ["[99999999]int", "unsupported-type"],
    ["List[int]", "unsupported-type"],
  ])("%s is none", (text, rule) => {
    const { type, messages } = goType(text);
    expect(type).toBeUndefined();
    expect(messages.map(({ ruleId }) => ruleId)).toEqual([rule]);
  });

  test("a message about a part points at the part", () => {
    const { messages } = goType("map[string]chan int");
    expect(messages.map(({ place, reason }) => [place, reason])).toEqual([
      [
        {
          start: { line: 1, column: 12, offset: 11 },
          end: { line: 1, column: 20, offset: 19 },
        },
        "Unexpected type `chan int`, expected a type that JSON can carry",
      ],
    ]);
  });
});

describe("literals", () => {
  test.each([
    ["0", 0n],
    ["1_000", 1000n],
    ["0x1F", 31n],
    ["0b101", 5n],
    ["0o17", 15n],
    ["017", 15n],
    ["18446744073709551616", 18446744073709551616n],
    ["1.5", undefined],
    ["09", undefined],
  ])("integer %s", (literal, value) => expect(integerOf(literal)).toBe(value));

  test.each([
    ["1.5", 1.5],
    [".5e3", 500],
    ["1e400", undefined],
    ["0x1p-2", undefined],
    ["1i", undefined],
  ])("float %s", (literal, value) => expect(floatOf(literal)).toBe(value));

  test.each([
    ['"a\\tb"', "a\tb"],
    ['"\\u4e2d\\U0001F389\\x41\\101"', "中🎉AA"],
    ["`raw \\n`", "raw \\n"],
    ['"\\xff"', undefined],
    ['"\\ud800"', undefined],
    ['"\\q"', undefined],
    ['"open', undefined],
  ])("string %s", (literal, value) => expect(stringOf(literal)).toBe(value));

  test.each([
    ["'a'", 97n],
    ["'中'", 0x4e2dn],
    ["'\\n'", 10n],
    ["'ab'", undefined],
    ["''", undefined],
  ])("rune %s", (literal, value) => expect(runeOf(literal)).toBe(value));
});

describe("tags", () => {
  test.each([
    ["userid", { wireName: "userid", omitEmpty: false, quoted: false }],
    ["id,omitempty", { wireName: "id", omitEmpty: true, quoted: false }],
    ["id,string,omitempty", { wireName: "id", omitEmpty: true, quoted: true }],
    [",omitempty", { wireName: "Field", omitEmpty: true, quoted: false }],
    ["-,", { wireName: "-", omitEmpty: false, quoted: false }],
    ["字段.名-1", { wireName: "字段.名-1", omitEmpty: false, quoted: false }],
  ])("%s", (text, expected) => {
    const tag = parseTag(sourceText(text), sourceText("Field"));
    if (tag.kind === "ignored") throw new Error("not a name");
    expect({ ...tag, wireName: tag.wireName.text }).toEqual({ kind: "named", ...expected });
  });

  test("- keeps a field off the wire", () => {
    expect(parseTag(sourceText("-"), sourceText("Field"))).toEqual({ kind: "ignored" });
  });
});

describe("comments", () => {
  test.each([
    ["// T 文档", "文档"],
    ["//T 文档", "文档"],
    ["// T：文档", "文档"],
    ["// Tx 文档", "Tx 文档"],
    ["// 文档", "文档"],
    ["//\t缩进", "缩进"],
    ["// T 一\n//\n// 二", "一\n\n二"],
    ["// 分离\n\n// T 文档", "分离\n\n文档"],
    ["/* T 一\n * 二 */", "一\n二"],
    ["//go:generate x\n// 文档", "文档"],
    ["//http://example.com", "http://example.com"],
  ])("%j is %j", (comment, documentation) => {
    expect(documentationOf(`${comment}\ntype T int`)).toEqual([documentation]);
  });

  test("on the same line, and behind the last", () => {
    expect(documentationOf("type T int // T 后\n\n// 末尾")).toEqual(["后\n\n末尾"]);
  });
});

test("no code makes the parser throw", () => {
  const token = fc.constantFrom(
    ..."type const struct func var iota T = ( ) { } [ ] * , . ; : \" ' ` // /* */ \n 1 << map chan".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(token, fc.string())), (tokens) => {
      const { range } = sourceText(tokens.join(" "));
      parseGoFence(range);
      for (const { place } of range.file.messages) {
        if (place === undefined || !("end" in place)) throw new Error("no range");
        expect(place.end.offset).toBeLessThanOrEqual(range.end);
      }
    }),
  );
});

function goType(text: string) {
  const source = sourceText(text);
  const type = parseGoType({ ...source, text: text.trim() });
  return { type, messages: source.range.file.messages };
}

function documentationOf(text: string): string[] {
  return parseGoFence(sourceText(text).range).map(({ documentation }) => documentation);
}

function sourceText(text: string): SourceText {
  const file = new VFile({ path: "spec/test.md", value: text });
  return { text, range: { file, start: 0, end: text.length } };
}

function outline(type: GoType): string {
  switch (type.kind) {
    case "name":
      return type.name;
    case "any":
      return "any";
    case "array":
      return `array ${type.length}(${outline(type.element)})`;
    case "map":
      return `map(${outline(type.key)}, ${outline(type.value)})`;
    default:
      return `${type.kind}(${outline(type.element)})`;
  }
}
