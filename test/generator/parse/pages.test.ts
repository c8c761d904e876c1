import type { Table } from "mdast";
import { describe, expect, test } from "vitest";
import { go } from "../../../generator/dialect/go.js";
import { wecom } from "../../../generator/dialect/wecom.js";
import { parseDocument } from "../../../generator/parse/document.js";
import type { ParseContext } from "../../../generator/parse/context.js";
import type { EndpointDraft } from "../../../generator/parse/draft.js";
import { parseMarkdown } from "../../../generator/parse/markdown.js";
import { withQuery } from "../../../generator/parse/outline/address.js";
import { blocksOf } from "../../../generator/parse/outline/blocks.js";
import { titledSection } from "../../../generator/parse/outline/notes.js";
import { emptyPart, type Subject } from "../../../generator/parse/outline/part.js";
import { sectionsOf } from "../../../generator/parse/outline/sections.js";
import { shiftedRoles } from "../../../generator/parse/outline/tables.js";
import { collectDiagnostics } from "../../../generator/source/diagnostic.js";

function contextOf(text: string, dialect = wecom): ParseContext {
  return {
    source: { path: "spec/a.md", text },
    dialect,
    examples: [],
    readTables: new Set(),
    ...collectDiagnostics(),
  };
}

describe("withQuery", () => {
  const range = { source: { path: "spec/a.md", text: "" }, start: 0, end: 0 };
  const path = { text: "/job", range };

  function pathOf(query: string | undefined, transfer: EndpointDraft["transfer"], dialect = wecom) {
    const parts = { request: emptyPart(), own: emptyPart() };
    const subject = { endpoint: { path, query }, ...parts } as unknown as Subject;
    const endpoint = withQuery({ transfer, path: ["/job"] }, subject, dialect);
    return endpoint?.path
      .map((part) => (typeof part === "string" ? part : `{${part.text}}`))
      .join("");
  }

  test.each([
    ["access_token=TOKEN", "/job"],
    [undefined, "/job"],
    ["type=TYPE", "/job?type={type}"],
    ["access_token=TOKEN&type=TYPE&debug", "/job?type={type}&debug={debug}"],
    ["1=x&=y&a b=z", "/job"],
  ])("adds the parameters of the query %j to the path of a call with a body", (query, expected) => {
    expect(pathOf(query, { carrier: "body", method: "POST" })).toBe(expected);
  });

  test("leaves calls without a body, and other dialects, as they are", () => {
    expect(pathOf("type=TYPE", { carrier: "query", method: "GET" })).toBe("/job");
    expect(pathOf("type=TYPE", { carrier: "body", method: "POST" }, go)).toBe("/job");
  });
});

function titled(text: string) {
  const context = contextOf(text);
  const root = sectionsOf(blocksOf(parseMarkdown(context), context), wecom);
  const { heading, blocks } = titledSection(root);
  const lines = blocks.map((block) =>
    block.kind === "line" ? block.line.text.trim() : block.kind,
  );
  return { title: heading?.title.text, lines };
}

describe("titledSection", () => {
  test.each([
    ["借书 \n\n更新", "借书", ["更新"]],
    ["借书\n\n目录\n\n* 权限\n* 借书\n\n说明", "借书", ["说明"]],
    ["借书\n\n目录\n\n说明", "借书", ["说明"]],
    ["借书\n\n* 权限\n\n说明", "借书", ["list", "说明"]],
    ["* 权限\n\n说明", undefined, ["list", "说明"]],
  ])("reads the title of %j, and leaves its contents out", (text, title, lines) => {
    expect(titled(text)).toEqual({ title, lines });
  });
});

function rolesIn(lines: readonly string[]) {
  const context = contextOf(lines.join("\n"));
  const [table] = parseMarkdown(context);
  return shiftedRoles(table as Table, context);
}

describe("shiftedRoles", () => {
  test("reads types below the title of documentation, and documentation below a blank one", () => {
    const rows = ["id| string| 编号", "count| int32| 次数"];
    expect(rolesIn(["参数| 说明| ", "---|---|---", ...rows])).toEqual(["name", "type", "doc"]);
  });

  test.each([
    ["a row whose second cell is no type", ["参数| 说明| ", "---|---|---", "id| 编号| x"]],
    ["a third title", ["参数| 说明| 备注", "---|---|---", "id| string| x"]],
    ["other titles", ["说明| 参数| ", "---|---|---", "id| string| x"]],
    ["two columns", ["参数| 说明", "---|---", "id| string"]],
  ])("leaves a table with %s as it is", (_, lines) => {
    expect(rolesIn(lines)).toBeUndefined();
  });
});

function fieldsIn(rows: readonly string[], header = "参数| 必须| 说明") {
  const text = [
    "借书",
    "",
    "请求地址：POST https://h.example.com/a/b",
    "",
    "**请求参数：**",
    "",
    header,
  ];
  const delimiters = header.replaceAll(/[^|]+/g, "---");
  const source = { path: "spec/a.md", text: [...text, delimiters, ...rows, ""].join("\n") };
  const { value, diagnostics } = parseDocument(source, wecom);
  const [model] = value.declarations;
  const members = model?.kind === "model" ? model.members : [];
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return [...members.map(({ documentation }) => documentation), ...errors.map(({ rule }) => rule)];
}

describe("rows", () => {
  test.each([
    ["lines", ["a| 是| 一", "二", "b| 否| 三"], ["一\n二", "三"]],
    [
      "lines with bars in quotes",
      ["a| 是| 一", "用‘|’或“|”或`|`分隔", "b| 否| 三"],
      ["一\n用‘|’或“|”或`|`分隔", "三"],
    ],
    ["bars in documentation", ["a| 是| 用‘|’分隔|x", "b| 否| 三"], ["用‘|’分隔|x", "三"]],
    ["blank lines", ["a| 是| 一", "  ", "二", "b| 否| 三"], ["一\n\n二", "三"]],
    ["an end of the table", ["a| 是| 一", "  ", "二"], ["一"]],
    ["an empty line", ["a| 是| 一", "", "b| 否| 三"], ["一", "stray-row"]],
  ])("have %s", (_, rows, expected) => {
    expect(fieldsIn(rows)).toEqual(expected);
  });

  test("go on in a last column without a title", () => {
    expect(fieldsIn(["a| 是| 一| 二", "b| 否| 三| "], "参数| 必须| 说明| ")).toEqual([
      "一\n二",
      "三",
    ]);
  });
});
