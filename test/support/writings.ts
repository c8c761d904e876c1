import type { ModelText } from "./model-texts.js";
import { ROW_WRITINGS } from "./row-writings.js";
import { above, inList, indented, section, table, wrapped, type Writings } from "./writing.js";

/** Ways to write a model, most of which Markdown reads otherwise than their author means them. */
export const WRITINGS: Writings = {
  ...ROW_WRITINGS,
  // The row of dashes
  "a lone title": (model) => section(model, ["| Name |", "", ...table(model).slice(2)]),
  "no dashes": (model) => section(model, table(model).toSpliced(1, 1)),
  "long dashes": (model) => section(model, table(model).with(1, "———|———|———|———")),
  "dashes as a list": (model) => section(model, table(model).with(1, "- | - | - | -")),
  "too few dashes": (model) => section(model, table(model).with(1, "-|-|-")),
  "a line of dashes": (model) => section(model, table(model).with(1, "-----------")),
  "a line of equal signs": (model) => section(model, table(model).with(1, "===========")),
  "dashes with plus signs": (model) => section(model, table(model).with(1, "---+---+---+---")),
  // The place of rows
  "an empty line between rows": (model) =>
    section(model, [...table(model).slice(0, 3), "", ...table(model).slice(3)]),
  "rows with a space in front": (model) => section(model, indented(model, " ")),
  "rows with four spaces in front": (model) => section(model, indented(model, "    ")),
  "rows with a tab in front": (model) => section(model, indented(model, "\t")),
  "a list of rows": (model) => section(model, indented(model, "- ")),
  "a quote of rows": (model) => section(model, indented(model, "> ")),
  "no empty line above the table": (model) => section(model, ["一段说明", ...table(model)]),
  "a tab of MkDocs": (model) => section(model, ['=== "JSON"', "", ...indented(model, "    ")]),
  "details around the table": (model) =>
    section(model, ["<details>", ...table(model), "</details>"]),
  "a line break above the table": (model) => section(model, ["<br>", ...table(model)]),
  "a heading above the table": (model) => section(model, ["#### 字段", "", ...table(model)]),
  ...wrapped(
    "rows",
    (model) => table(model),
    (model, lines) => section(model, lines),
  ),
  "a fence in a list": (model) =>
    inList(["```", ...section(model, table(model)).split("\n"), "```"]),
  "raw HTML in a list": (model) => inList(["<pre>", ...section(model, table(model)).split("\n")]),
  "a section in a list": (model) => inList(section(model, table(model)).split("\n")),
  "a section in a nested list": (model) =>
    inList([
      "- y",
      "",
      ...section(model, table(model))
        .split("\n")
        .map((line) => `  ${line}`),
    ]),
  // The heading
  "no space behind the marker": (model) => section(model, table(model)).replace("### ", "###"),
  "two spaces and a tab": (model) => section(model, table(model)).replace("### ", "###  \t"),
  "a wide space behind the marker": (model) =>
    section(model, table(model)).replace("### ", "###　"),
  "wide markers": (model) => section(model, table(model)).replace("###", "＃＃＃"),
  "a closed heading": (model) => section(model, table(model)).replace("\n", " ###\n"),
  "level 2": (model) => section(model, table(model)).replace("###", "##"),
  "level 4": (model) => section(model, table(model)).replace("###", "####"),
  "level 4 and a paragraph": (model) =>
    section(model, ["一段说明", "", ...table(model)]).replace("###", "####"),
  "an escaped marker": (model) => section(model, table(model)).replace("###", "\\###"),
  "an underlined heading": (model) => section(model, table(model)).replace(/### (.*)/, "$1\n---"),
  "an HTML heading": (model) =>
    section(model, table(model)).replace(/### `(\w+)`.*/, "<h3>$1</h3>"),
  "a name without back-ticks": (model) =>
    section(model, table(model)).replaceAll(/(?<=^###.*)`/gm, ""),
  "wide back-ticks": (model) => section(model, table(model)).replaceAll(/(?<=^###.*)`/gm, "｀"),
  "an indented heading": (model) => section(model, table(model)).replace("###", "   ###"),
  "a heading like code": (model) => section(model, table(model)).replace("###", "    ###"),
  "a heading in a text": (model) =>
    `文本\n${section(model, table(model)).replace("###", "    ###")}`,
  "a glued heading in a text": (model) =>
    `文本\n${section(model, table(model)).replace("### ", "###")}`,
  "a heading behind a comment": (model) => `<!-- x --> ${section(model, table(model))}`,
  // The text above the section
  ...above("<br>", "</details>", "</div>", '<a id="b" />', "<Anchor />", "<div>", "<p>", "text"),
  ...above("<pre>", "<script>", "<style>", "<textarea>", "<![CDATA[", "<?php", "<!X", "<!--"),
  ...above(
    "---",
    "===",
    "- item",
    "1. item",
    "[a]: https://example.com",
    "[^1]: note",
    "> quote",
    ":::note",
  ),
  ...above(
    "```go",
    "~~~go",
    "`A`|`a`",
    "<details><summary>x</summary>",
    "$$",
    "    code",
    "\\",
    "{% raw %}",
  ),
  // The section as a whole
  ...wrapped(
    "section",
    (model) => section(model, table(model)).split("\n"),
    (_, lines) => lines.join("\n"),
  ),
  ...Object.fromEntries(
    ["\u2028", "\u2029", "\u0085", "\v", "\f"].map((end) => [
      `U+${end.charCodeAt(0).toString(16)} for line breaks`,
      (model: ModelText) => section(model, table(model)).replaceAll("\n", end),
    ]),
  ),
  "U+0000 in the heading": (model) => section(model, table(model)).replace("### ", "### \0"),
  "U+FEFF in the heading": (model) => section(model, table(model)).replace("### ", "### \uFEFF"),
  "a merge conflict": (model) =>
    `<<<<<<< HEAD\n${section(model, table(model))}\n=======\n>>>>>>> theirs\n`,
};
