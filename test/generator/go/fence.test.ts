import { readFileSync } from "node:fs";
import fc from "fast-check";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { parseGoFence } from "../../../generator/go/fence.js";
import type { DeclarationDraft } from "../../../generator/ir/draft.js";
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
    const file = new VFile({ path: "spec/test.md", value });
    const start = value.indexOf("  type T");
    const drafts = parseGoFence({ file, start, end: value.lastIndexOf("  ```") });
    expect(drafts.map(({ name }) => name.range.start)).toEqual([value.indexOf("U int")]);
    expect(messagesOf(file)).toEqual([
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
    ["const A = (1", "1:13-1:13", "", ""],
    ["const A = T(1", "1:14-1:14", "", ""],
    ["hello world", "1:7-1:12", "world", "a Go declaration"],
    ["foo()", "1:1-1:6", "foo()", "a Go declaration"],
  ])("%j", (code, range, token, expected) => {
    const { drafts, messages } = declarationsOf(`${code}\ntype Rest int`);
    expect(drafts).toEqual(["type Rest int"]);
    expect(messages).toHaveLength(1);
    if (token !== "") {
      expect(messages).toEqual([
        `${range} go-syntax: Unexpected \`${token}\`, expected ${expected}`,
      ]);
    }
  });
});

describe("placeholder", () => {
  test("x", () => undefined);
});
