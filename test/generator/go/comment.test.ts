import { describe, expect, test } from "vitest";
import { fieldsOf, parseCode } from "./support.js";

describe("comments above a declaration", () => {
  test.each([
    ["// 文档", "文档"],
    ["//文档", "文档"],
    ["// T 文档\n// 二", "文档\n二"],
    ["// T\n// 文档", "文档"],
    ["// T: 文档", "文档"],
    ["// T：文档", "文档"],
    ["// T", ""],
    ["// Tx 文档", "Tx 文档"],
    ["// T是", "T是"],
    ["//\n// T 一\n//\n//   二  \n//", "一\n\n  二"],
    ["// 见[文档](https://a.cn/#1%E4) <br>", "见[文档](https://a.cn/#1%E4) <br>"],
    ["/* T 文档 */", "文档"],
    ["/*\nT 一\n  二\n*/", "一\n  二"],
    ["/**\n * T 一\n *\n *  二\n */", "一\n\n 二"],
    ["// 一\n/* 二 */", "一\n二"],
    ["// 分离\n\n// T 文档", "分离\n\n文档"],
  ])("%j", (comment, documentation) => {
    expect(documentationOf(`${comment}\ntype T int`)).toEqual([documentation]);
  });

  test.each(["//go:generate x", "//nolint", "//nolint:all // 说明", "//lint:ignore U1000 说明"])(
    "%j is for tools",
    (directive) => {
      expect(documentationOf(`// 一\n${directive}\n// 二\ntype T int`)).toEqual(["一\n二"]);
    },
  );

  test.each(["// go:generate x", "//https://a.cn", "//类型:1", "//nolinter"])(
    "%j is documentation",
    (comment) => {
      const text = comment.replace(/^\/\/ ?/, "");
      expect(documentationOf(`${comment}\ntype T int`)).toEqual([text]);
    },
  );
});

describe("comments in other places", () => {
  test.each([
    ["type T int // T 后", ["后"]],
    ["type T int /* 后 */", ["后"]],
    ["// T 前\ntype T int // 后", ["前\n后"]],
    ["// 分离\n\ntype T int // 后", ["分离\n\n后"]],
    ["type T int /* 一 */ // 二", ["一\n二"]],
    ["type T int // 后\n// U 前\ntype U int", ["后", "前"]],
    ["type T int\n// 远\n\n// U 前\ntype U int", ["", "远\n\n前"]],
    ["type T int // 后\n\n// 末尾", ["后\n\n末尾"]],
    ["type T int\n// 末尾", ["末尾"]],
    ["// f 文档\nfunc f() {\n\t// 内\n}\ntype T int", [""]],
    ['// T 文档\nconst T = "// 不是 /* 注释 */"', ["文档"]],
  ])("%j", (code, documentation) => {
    expect(documentationOf(code)).toEqual(documentation);
  });

  test("of fields", () => {
    const { drafts } = parseCode(`type S struct {
	// 分离

	// A 一
	A int // 后
	/* B */ B, C int // 两者
	// 末尾
}`);
    expect(fieldsOf(drafts).map(({ documentation }) => documentation)).toEqual([
      "分离\n\n一\n后",
      "两者\n\n末尾",
      "B\n两者\n\n末尾",
    ]);
  });
});

describe("comments on groups", () => {
  test("of constants go with the first one", () => {
    const { drafts } = parseCode("// 组\nconst (\n\t_ = iota\n\t// A 一\n\tA\n\tB // 二\n)");
    const texts = drafts.map(
      (draft) => draft.kind === "constant" && [draft.groupDocumentation, draft.documentation],
    );
    expect(texts).toEqual([
      ["组", "一"],
      ["", "二"],
    ]);
  });

  test("of types stand before the first one's", () => {
    expect(documentationOf("// 组\ntype (\n\t// A 一\n\tA int\n\tB int\n)")).toEqual([
      "组\n\n一",
      "",
    ]);
  });
});

function documentationOf(code: string): string[] {
  const { drafts, messages } = parseCode(code);
  expect(messages.filter((message) => !message.includes("skipped-declaration"))).toEqual([]);
  return drafts.map(({ documentation }) => documentation);
}
