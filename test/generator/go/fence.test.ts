import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseGoFence } from "../../../generator/go/fence.js";
import { collectDiagnostics } from "../../../generator/source/diagnostic.js";
import type { DeclarationDraft } from "../../../generator/go/draft.js";
import {
  areMessagesWithin,
  goLike,
  memberText,
  messagesOf,
  parseCode,
  typeText,
} from "./support.js";

describe("declarations", () => {
  test.each([
    ["type T int", ["type T int"]],
    ["type L []*X", ["type L []*X"]],
    ["type A = B", ["type A = B"]],
    [
      "type (\n A int\n B = A\n C struct { X int }\n)",
      ["type A int", "type B = A", 'C { X int "X" }'],
    ],
    ["type A int; type B string; const C = 1", ["type A int", "type B string", "const C"]],
    ["type 成员 struct {\n}", ["成员 {  }"]],
    ["", []],
    ["// 只有注释", []],
  ])("%j", (code, drafts) => {
    expect(declarationsOf(code)).toEqual({ drafts, messages: [] });
  });

  test("positions are those of the document, however the fence is indented", () => {
    const value = "# 标题𠮷\n\n- ```go\n  type T chan int\n  type U int\n  ```\n";
    const source = { path: "spec/test.md", text: value };
    const { report, diagnostics } = collectDiagnostics();
    const start = value.indexOf("  type T");
    const drafts = parseGoFence({ source, start, end: value.lastIndexOf("  ```") }, report);
    expect(drafts.map(({ name }) => name.range.start)).toEqual([
      value.indexOf("T "),
      value.indexOf("U int"),
    ]);
    expect(messagesOf(diagnostics)).toEqual([
      "4:10-4:18 unsupported-type: Unexpected type `chan int`, expected a type that JSON can carry",
    ]);
  });

  test("what says nothing of data is left out with a notice", () => {
    const code = `package x
import "fmt"
func F() bool {
	type Inner int
	return true
}
func (t T) M() {}
var v = 1
type T int`;
    expect(declarationsOf(code)).toEqual({
      drafts: ["type T int"],
      messages: [
        ["1:1-1:10", "package clause `x`"],
        ["2:1-2:13", "import"],
        ["3:1-6:2", "function `F`"],
        ["7:1-7:18", "method `M`"],
        ["8:1-8:10", "variable"],
      ].map(
        ([range, what]) =>
          `${range} skipped-declaration: Unexpected Go ${what}, expected types and constants; it is left out`,
      ),
    });
  });

  test("generic types are unsupported", () => {
    expect(declarationsOf("type L[T any] []T\ntype U int")).toEqual({
      drafts: ["type U int"],
      messages: [
        "1:7-1:14 unsupported-type: Unexpected type `[T any]`, expected a type that JSON can carry",
      ],
    });
  });
});

test("a type that nests too deeply is none", () => {
  const { drafts, messages } = declarationsOf(`type T ${"[]".repeat(200)}int\ntype U int`);
  expect(drafts).toEqual(["type U int"]);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/^1:42-1:411 invalid-type: /);
});

describe("go-syntax stands on the token, once for each declaration, and the rest is read", () => {
  test.each([
    ["type 1 int", "1:6-1:7", "1", "a type"],
    ["type T", "2:1-2:5", "type", "a Go type"],
    ["type T // 无\n", "3:1-3:5", "type", "a Go type"],
    ["type T int int", "1:12-1:15", "int", "a Go declaration"],
    ["type T struct {\n A :int\n}", "2:4-2:5", ":", "a Go type"],
    ["type T struct {\n A string string\n}", "2:11-2:17", "string", "a field or `}`"],
    ["type T struct {\n A int", "3:1-3:5", "type", "a field or `}`"],
    ["const A =", "2:1-2:5", "type", "an expression"],
    ["const (\n A = 1 +\n B = 2\n)", "3:4-3:5", "=", "an expression"],
    ["const A = T(1", "2:1-2:5", "type", "an expression or `)`"],
    ["hello world", "1:7-1:12", "world", "a Go declaration"],
    ["foo()", "1:1-1:6", "foo()", "a Go declaration"],
  ])("%j", (code, range, token, expected) => {
    const { drafts, messages } = declarationsOf(`${code}\ntype Rest int`);
    expect(drafts).toEqual(["type Rest int"]);
    expect(messages).toEqual([`${range} go-syntax: Unexpected \`${token}\`, expected ${expected}`]);
  });

  test("at the end of the code there is no token", () => {
    expect(declarationsOf("type T struct {\n A int // 无").messages).toEqual([
      "2:12-2:12 go-syntax: Unexpected end of the Go code, expected a field or `}`",
    ]);
  });

  test("several broken declarations, a message for each", () => {
    const { drafts, messages } = declarationsOf(
      "type A int int\n\n// B 文档\ntype B int\n\ntype = C\n\nconst D = 1 +\n\ntype E int",
    );
    expect(drafts).toEqual(["type B int", "type E int"]);
    expect(messages.map((message) => message.split(": ", 1)[0])).toEqual([
      "1:12-1:15 go-syntax",
      "6:6-6:7 go-syntax",
      "10:1-10:5 go-syntax",
    ]);
  });

  test("comments stay with the declaration below them", () => {
    const { drafts } = parseCode("type A int int\n\n// B 文档\ntype B int");
    expect(drafts.map(({ documentation }) => documentation)).toEqual(["文档"]);
  });

  test("a function stays whole, with the types in it", () => {
    const { drafts, messages } = declarationsOf(
      "type A int int\nfunc f() {\n\ttype Inner int\n}\ntype B int",
    );
    expect(drafts).toEqual(["type B int"]);
    expect(messages.map((message) => message.split(": ", 1)[0])).toEqual([
      "1:12-1:15 go-syntax",
      "2:1-4:2 skipped-declaration",
    ]);
  });

  test("a raw string cuts nothing", () => {
    const code = "const A = `\ntype X int\n`\n\ntype B int int\n";
    expect(declarationsOf(code).drafts).toEqual(["const A"]);
  });

  test("what nests too deeply for the parser", () => {
    const code = `const A = ${"f(".repeat(20_000)}1${")".repeat(20_000)}\ntype Rest int`;
    expect(declarationsOf(code)).toEqual({
      drafts: ["type Rest int"],
      messages: ["1:212-1:213 go-syntax: Unexpected `(`, expected code that is nested less deeply"],
    });
  }, 5_000);
});

describe("the fences of the spec", () => {
  const spec = readFileSync(new URL("../../../spec/external_contact.md", import.meta.url), "utf8");
  const fences = [...spec.matchAll(/^```go\n([^]*?)^```$/gm)].map(([, code = ""]) => code);

  test("are read without a message", () => {
    expect(fences.length).toBeGreaterThan(2);
    for (const code of fences) expect(declarationsOf(code).messages).toEqual([]);
    expect(declarationsOf(fences[0] ?? "").drafts).toEqual([
      "type ExternalUserType int",
      "const ExternalUserTypeWeChat",
      "const ExternalUserTypeWorkWeChat",
    ]);
  });

  test("with random edits do not make it throw, and all ranges stay in the fence", () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(9),
      text: goLike,
    });
    fc.assert(
      fc.property(fc.constantFrom(...fences), fc.array(edit, { maxLength: 4 }), (code, edits) => {
        expect(strayRangesOf(edits.reduce(edited, code))).toEqual([]);
      }),
    );
  });
});

test("no text makes it throw, and all ranges stay in the fence", () => {
  const property = fc.property(goLike, (code) => {
    expect(strayRangesOf(code)).toEqual([]);
  });
  fc.assert(property, { numRuns: 500 });
});

function edited(code: string, edit: { at: number; cut: number; text: string }): string {
  const at = Math.floor(edit.at * code.length);
  return code.slice(0, at) + edit.text + code.slice(at + edit.cut);
}

/** What is said of another place than the code, which stands between declarations of others. */
function strayRangesOf(code: string): string[] {
  const before = "type Before int\n";
  const source = { path: "spec/test.md", text: `${before}${code}\ntype After int` };
  const { report, diagnostics } = collectDiagnostics();
  const fence = { source, start: before.length, end: before.length + code.length };
  const names = parseGoFence(fence, report).map(({ name }) => name);
  const stray = names.filter(({ text, range: { start, end } }) => {
    return start < fence.start || end > fence.end || text !== source.text.slice(start, end);
  });
  const messages = areMessagesWithin(diagnostics, fence.start, fence.end)
    ? []
    : messagesOf(diagnostics);
  return [...stray.map(({ text }) => text), ...messages];
}

function declarationsOf(code: string) {
  const { drafts, messages } = parseCode(code);
  return { drafts: drafts.map(draftText), messages };
}

function draftText(draft: DeclarationDraft): string {
  const name = draft.name.text;
  if (draft.kind === "constant") return `const ${name}`;
  if (draft.kind === "model") return `${name} { ${draft.members.map(memberText).join("; ")} }`;
  return `type ${name} ${draft.isAlias ? "= " : ""}${typeText(draft.type)}`;
}

test.each([
  ["type Fo\u2028rest int", "1:6-1:13 invalid-identifier: Unexpected name `Fo\\u{2028}rest`"],
  ["const A\u2028B = 1", "1:7-1:10 invalid-identifier: Unexpected name `A\\u{2028}B`"],
  [
    "type S struct { Fo\u202eo string }",
    "1:17-1:21 invalid-identifier: Unexpected name `Fo\\u{202e}o`",
  ],
])("a name that only the parser takes for one: %j", (text, message) => {
  const { drafts, messages } = parseCode(text);
  expect(
    drafts.flatMap<unknown>((draft) => (draft.kind === "model" ? draft.members : draft)),
  ).toEqual([]);
  expect(messages).toEqual([`${message}, expected a Go identifier`]);
});
