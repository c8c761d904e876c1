import { goFence, lines, model, only, row, small, type Dimension } from "../spec.js";

/** Texts: the Markdown and the documentation. */
export const texts: Readonly<Record<string, Dimension>> = {
  "documentation of a model": (size) =>
    only(model("M", row("A", "int"), "文档 text ".repeat(size))),
  "lines of documentation": (size) => only(model("M", row("A", "int"), "文档 text\n".repeat(size))),
  "paragraphs of documentation": (size) =>
    only(model("M", row("A", "int"), "文档 text\n\n".repeat(size))),
  "documentation of a topic": (size) => ({
    documents: [
      {
        path: "spec/document.md",
        value: `# 主题\n\n${"文档 text\n\n".repeat(size)}\n## Models\n\n${small("M")}`,
      },
    ],
  }),
  "a cell": (size) => only(small("M", "int", "说明 text ".repeat(size))),
  "breaks in a cell": (size) => only(small("M", "int", "说明<br>".repeat(size))),
  "breaks in code": (size) => only(small("M", "int", "`<br>` <br>".repeat(size))),
  "links in a cell": (size) => only(small("M", "int", "[说明](https://a.example/b) ".repeat(size))),
  "addresses in a cell": (size) => only(small("M", "int", "https://a.example/b ".repeat(size))),
  "brackets in a cell": (size) => only(small("M", "int", "[".repeat(size))),
  "parentheses in a cell": (size) => only(small("M", "int", "[a](".repeat(size))),
  "escapes in a cell": (size) => only(small("M", "int", "\\* \\\\ &amp; ".repeat(size))),
  "backslashes in a cell": (size) => only(small("M", "int", "\\".repeat(size * 2))),
  "backslashes before back-ticks": (size) =>
    only(small("M", "int", `${"\\".repeat(size)}${"`".repeat(size)}`)),
  "back-ticks in a cell": (size) => only(small("M", "int", "`a` ".repeat(size))),
  "runs of back-ticks": (size) =>
    only(
      small(
        "M",
        "int",
        Array.from({ length: Math.ceil(Math.sqrt(size * 2)) }, (_, index) =>
          "`".repeat(index + 1),
        ).join("a"),
      ),
    ),
  "stars in a cell": (size) => only(small("M", "int", "*a **b ".repeat(size))),
  "tags in a cell": (size) => only(small("M", "int", "<a ".repeat(size))),
  "ends of comments": (size) => only(small("M", "int", "*/ @internal {@link x} ".repeat(size))),
  "spaces in a cell": (size) => only(small("M", "int", `a${" ".repeat(size)}b`)),
  "spaces in a type": (size) => only(small("M", `[]${" ".repeat(size)}int`)),
  "a name": (size) => only(small("M", "int").replaceAll("`A`", `\`${"Ab".repeat(size)}\``)),
  "a name of capitals": (size) =>
    only(small("M", "int").replaceAll("`A`", `\`${"A".repeat(size)}\``)),
  "a Go comment": (size) => only(goFence(`${"// 说明 text\n".repeat(size)}type A int`)),
  "comments of Go": (size) => only(goFence(`${"// 说明\n\n".repeat(size)}type A int`)),
  "a block comment": (size) => only(goFence(`/*${" * 说明 text\n".repeat(size)}*/\ntype A int`)),
  "a tag": (size) => only(goFence(`type S struct {\n\tA int \`${'k:"v" '.repeat(size)}\`\n}`)),
  "quotes in quotes": (size) => only(model("M", row("A", "int"), `${">".repeat(size)} a`)),
  "lines of a quote": (size) => only(model("M", row("A", "int"), "> 说明\n".repeat(size))),
  "lists in lists": (size) =>
    only(
      model(
        "M",
        row("A", "int"),
        lines(size, (index) => `${"  ".repeat(index % 50)}- a`),
      ),
    ),
  "lists in items": (size) => only(model("M", row("A", "int"), "- 说明\n  - text\n".repeat(size))),
  "lazy lines of an item": (size) =>
    only(model("M", row("A", "int"), `- 说明\n${"text\n".repeat(size)}`)),
  "lines of brackets": (size) =>
    only(model("M", row("A", "int"), "[说明] <a `b` *c\n".repeat(size))),
  "underlined headings": (size) => only(small("M") + "\n标题\n---\n".repeat(size)),
  "lists on a line": (size) => only(model("M", row("A", "int"), `${"- ".repeat(size)}a`)),
  "items of a list": (size) => only(model("M", row("A", "int"), "- 说明 text\n".repeat(size))),
  "lists of rows": (size) => only(model("M", row("A", "int"), "- `A`|`a`|x\n".repeat(size))),
  "headings of level 4": (size) => only(small("M") + "\n#### 标题\n\n说明\n".repeat(size)),
  "headings without a name": (size) => only("### 标题\n\n".repeat(size)),
  "headings without a space": (size) => only("###标题\n\n".repeat(size)),
  "unknown sections": (size) => ({
    documents: [
      {
        path: "spec/document.md",
        value: `# 主题\n\n${"## 其他\n\n说明\n\n".repeat(size)}`,
      },
    ],
  }),
  "lines of front matter": (size) => ({
    documents: [
      {
        path: "spec/document.md",
        value: `---\n${"title: 标题\n".repeat(size)}---\n# 主题\n\n## Models\n\n${small("M")}`,
      },
    ],
  }),
  "fences of items": (size) =>
    only(model("M", row("A", "int"), "- 说明\n  ```json\n  {}\n  ```\n".repeat(size))),
  "fences of one item": (size) =>
    only(model("M", row("A", "int"), `- 说明\n${"  ```json\n  {}\n  ```\n".repeat(size)}`)),
  "rows of an indented table": (size) =>
    only(model("M", row("A", "int"), `- 说明\n\n  a|b\n  -|-\n${"  1|2\n".repeat(size)}`)),
  "lines with breaks": (size) => only(model("M", row("A", "int"), "[说明] text  \n".repeat(size))),
  rules: (size) => only(small("M") + "\n---\n".repeat(size)),
  "blocks of HTML": (size) => only(small("M") + "\n<div>说明</div>\n".repeat(size)),
  "lines of HTML": (size) => only(small("M") + `\n<div>\n${"<p>说明</p>\n".repeat(size)}</div>\n`),
  "comments of HTML": (size) => only(small("M") + "\n<!-- 说明 -->\n".repeat(size)),
  "fences of JSON": (size) => only(small("M") + "\n```json\n{}\n```\n".repeat(size)),
  "lines of a fence of JSON": (size) =>
    only(small("M") + `\n\`\`\`json\n${"{}\n".repeat(size)}\`\`\`\n`),
  "indented fences": (size) => only(small("M") + "\n  ```go\n  type A int\n  ```\n".repeat(size)),
  "indented code": (size) => only(small("M") + "\n    code\n\n说明\n".repeat(size)),
  "empty lines": (size) => only(small("M") + "\n".repeat(size) + small("N")),
  "numbers that begin lines": (size) =>
    only(small("M") + lines(size, (index) => `${index}. 说明\n\n### \`M${index}\``)),
};
