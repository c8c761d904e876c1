import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectDiagnostics } from "../../../generator/source/diagnostic.js";
import { parseGoType } from "../../../generator/go/type.js";
import {
  areMessagesWithin,
  goLike,
  isInvalidType,
  messagesOf,
  sourceText,
  typeText,
} from "./support.js";

describe("types of Go", () => {
  test.each([
    ["string", "string"],
    [" \tFollowUser\n", "FollowUser"],
    ["[]*map[string]Foo", "[]*map[string]Foo"],
    ["[ ] int", "[]int"],
    ["[3]byte", "[3]byte"],
    ["[0b1_0]byte", "[2]byte"],
    ["[0x_1F]byte", "[31]byte"],
    ["[017]byte", "[15]byte"],
    ["[65536]byte", "[65536]byte"],
    ["((*T))", "*T"],
    ["any", "any"],
    ["interface{}", "any"],
    ["interface { /* 任意 */ }", "any"],
    ["time.Time", "time.Time"],
    ["json . RawMessage", "json.RawMessage"],
    ["成员", "成员"],
    ["[]".repeat(16) + "T", "[]".repeat(16) + "T"],
  ])("%j", (text, expected) => {
    const { type, messages } = parse(text);
    expect(messages).toEqual([]);
    expect(typeText(type)).toBe(expected);
  });

  test.each(["T", "Type", "string", "rune", "uint16", "float64", "any", "type", "func", "uint128"])(
    "a name by itself is what it is behind a star: %s",
    (text) => {
      const { type } = parse(`*${text}`);
      const element = type.kind === "pointer" ? type.element : type;
      expect(typeText(parse(text).type)).toBe(typeText(element));
    },
  );

  test("every type has its own range", () => {
    const { type } = parse("map[string][]*T");
    if (type.kind !== "map" || type.value.kind !== "list") throw new Error("no map of lists");
    const nested = [type, type.key, type.value, type.value.element];
    expect(nested.map(({ range: { start, end } }) => [start, end])).toEqual([
      [0, 15],
      [4, 10],
      [11, 15],
      [13, 15],
    ]);
  });
});

describe("invalid-type stands on the whole text", () => {
  test.each([
    "",
    "[]",
    "*",
    "map[string",
    "map[]int",
    "a.",
    "int foo",
    "int, string",
    "int; x",
    "int // c",
    "int /* c */",
    "/* c */ int",
    "int)",
    "= int",
    "T = int",
    "1",
    '"int"',
    "type",
    "字段-名",
    "a.b.c",
  ])("%j", (text) => {
    const { type, messages } = parse(text);
    expect(isInvalidType(type)).toBe(true);
    const range = `1:1-1:${text.length + 1}`;
    expect(messages.map(withoutHint)).toEqual([
      `${range} invalid-type: Unexpected type \`${text}\`, expected a Go type`,
    ]);
  });

  test("text on a second line", () => {
    expect(parse("int\n}").messages).toEqual([
      "1:1-2:2 invalid-type: Unexpected type `int }`, expected a Go type",
    ]);
  });

  test.each(["[]", "*", "map[T]", "map[", "(", "[1]", "func(", "chan ", "struct{A "])(
    "%j, 100,000 times, is refused at once",
    (part) => {
      const { type, messages } = parse(`${part.repeat(100_000)}int`);
      expect(isInvalidType(type)).toBe(true);
      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatch(/ (invalid|unsupported)-type: /);
    },
    5_000,
  );
});

describe("unsupported-type stands on the part that JSON cannot carry", () => {
  test.each([
    ["chan int", "1:1-1:9", "chan int"],
    ["[]<-chan T", "1:3-1:11", "<-chan T"],
    ["map[string]func()", "1:12-1:18", "func()"],
    ["struct{}", "1:1-1:9", "struct{}"],
    ["*struct{ A int }", "1:2-1:17", "struct{ A int }"],
    ["interface{ String() string }", "1:1-1:29", "interface{ String() string }"],
    ["[]List[int]", "1:3-1:12", "List[int]"],
    ["[...]int", "1:1-1:9", "[...]int"],
    ["[ ... ]int", "1:1-1:11", "[ ... ]int"],
    ["[N]int", "1:1-1:7", "[N]int"],
    ["[1+1]int", "1:1-1:9", "[1+1]int"],
    ["[65537]int", "1:1-1:11", "[65537]int"],
  ])("%j", (text, range, part) => {
    const { type, messages } = parse(text);
    expect(isInvalidType(type)).toBe(true);
    expect(messages.map(withoutHint)).toEqual([
      `${range} unsupported-type: Unexpected type \`${part}\`, expected a type that JSON can carry`,
    ]);
  });
});

test("no text makes it throw; without a type there is a message, inside the text", () => {
  fc.assert(
    fc.property(goLike, fc.nat(20), (text, before) => {
      const { range } = sourceText(`${" ".repeat(before)}${text}|`);
      const cell = { ...range, start: before, end: before + text.length };
      const { report, diagnostics } = collectDiagnostics();
      const type = parseGoType({ text, range: cell }, report);
      expect(diagnostics.length > 0).toBe(isInvalidType(type));
      expect(areMessagesWithin(diagnostics, cell.start, cell.end)).toBe(true);
    }),
  );
});

describe("hints", () => {
  test.each([
    ["list<string>", "write `[]string`"],
    ["Array< User >", "write `[]User`"],
    ["string[]", "write `[]string`"],
    ["map<string, int>", "write `map[string]int`"],
    ["[string]int", "write `map[string]int`"],
    ["string?", "write `*string`"],
    ["［］string", "write `［` as `[`"],
    ["int\u3000", "write the space U+3000 as an ordinary one"],
    ["[]default", "a keyword of Go names no type"],
    ["struct{ A int }", "declare it as a model with a name"],
    ["List[int]", "declare it without parameters"],
  ])("%j", (text, hint) => {
    expect(parse(text).messages[0]?.split(/; (?=write|a keyword|declare)/)[1]).toBe(hint);
  });
});

function withoutHint(message: string): string {
  return message.replace(/(?<=expected a (?:Go type|type that JSON can carry)).*$/, "");
}

function parse(text: string) {
  const { report, diagnostics } = collectDiagnostics();
  const type = parseGoType(sourceText(text), report);
  return { type, messages: messagesOf(diagnostics) };
}
