import type { ModelText } from "./model-texts.js";

/** Ways to write a model, most of which Markdown reads otherwise than their author means them. */
export const WRITINGS: Readonly<Record<string, (model: ModelText) => string>> = {
  // Rows
  tabs: (model) => section(model, rows(model, "\t")),
  "tabs without titles": (model) => section(model, rows(model, "\t").slice(1)),
  commas: (model) => section(model, rows(model, ",")),
  "commas without titles": (model) => section(model, rows(model, ",").slice(1)),
  "wide spaces": (model) => section(model, rows(model, "    ")),
  "full-width spaces": (model) => section(model, rows(model, "　")),
  "single spaces": (model) => section(model, rows(model, " ").slice(1)),
  slashes: (model) => section(model, rows(model, " / ").slice(1)),
  "full-width bars": (model) => section(model, rows(model, "｜")),
  "bars of a box": (model) => section(model, rows(model, "│")),
  "escaped bars": (model) =>
    section(
      model,
      table(model).map((line) => line.replaceAll("|", "\\|")),
    ),
  "entities for bars": (model) =>
    section(
      model,
      table(model).map((line) => line.replaceAll("|", "&#124;")),
    ),
  bullets: (model) =>
    section(
      model,
      model.rows.map(([name, , type, text]) => `- ${name}: ${type} ${text}`),
    ),
  "bullets of code": (model) =>
    section(
      model,
      model.rows.map(([name, , type]) => `* \`${name}\` (${type})`),
    ),
  numbers: (model) =>
    section(
      model,
      model.rows.map(([name, , type], index) => `${index + 1}. ${name} ${type}`),
    ),
  "nested lists": (model) =>
    section(
      model,
      model.rows.flatMap(([name, , type]) => [`- ${name}`, `  - ${type}`]),
    ),
  "bullets with the type at the end": (model) =>
    section(
      model,
      model.rows.map(([name, , type, text]) => `- \`${name}\`: ${text} (${type})`),
    ),
  "bullets of Chinese titles": (model) =>
    section(
      model,
      model.rows.map(([name, , type]) => `• 名称（${name}）${type}`),
    ),
  "labels in one line": (model) =>
    section(
      model,
      model.rows.map(([name, , type]) => `字段: ${name}, 类型: ${type}`),
    ),
  "labels in lines": (model) =>
    section(
      model,
      model.rows.flatMap(([name, , type]) => [`字段: ${name}`, `类型: ${type}`]),
    ),
  "names in one line": (model) =>
    section(model, [
      `Fields: ${model.rows.map(([name, , type]) => `${name} (${type})`).join(", ")}`,
    ]),
  "titles in front of names": (model) =>
    section(
      model,
      model.rows.map(([name, , type]) => `名称\t${name}\t${type}`),
    ),
  "a table in one line": (model) =>
    section(model, [
      table(model)
        .map((row) => `|${row}|`)
        .join(" "),
    ]),
  definitions: (model) =>
    section(
      model,
      model.rows.flatMap(([name, , type]) => [name, `: ${type}`, ""]),
    ),
  "properties of TypeScript": (model) =>
    section(
      model,
      model.rows.map(([name, , type]) => `${name}: ${type};`),
    ),
  "members of C": (model) =>
    section(
      model,
      model.rows.map(([name, , type]) => `${type} ${name};`),
    ),
  "a Go struct": (model) =>
    section(model, [
      "type T struct {",
      ...model.rows.map(([name, json, type]) => `\t${name} ${type} \`json:"${json}"\``),
      "}",
    ]),
  "an HTML table": (model) =>
    section(model, [
      "<table>",
      ...model.rows.map((row) => `<tr><td>${row.join("</td><td>")}</td></tr>`),
      "</table>",
    ]),
  "an HTML list": (model) =>
    section(
      model,
      model.rows.map(([name, , type]) => `<li>${name}: ${type}</li>`),
    ),
  "an HTML definition list": (model) =>
    section(
      model,
      model.rows.map(([name, , type]) => `<dt>${name}</dt><dd>${type}</dd>`),
    ),
  "components of MDX": (model) =>
    section(
      model,
      model.rows.map(([name, , type]) => `<Field name="${name}" type="${type}" />`),
    ),
  "a grid": (model) =>
    section(model, [
      "+---+---+",
      ...rows(model, " | ").flatMap((row) => [`| ${row} |`, "+---+---+"]),
    ]),
  ...each("code and a Chinese type", (name) => `- \`${name}\` 字符串，必填，说明`),
  ...each("Chinese titles and types", (name) => `成员：${name}，字符串`),
  ...each("types with a suffix", (name) => `- ${name}：字符串类型，说明`),
  ...each("types in brackets", (name, type) => `- ${name} [${type}] 说明`),
  ...each("members of GraphQL", (name) => `${name}: String!`),
  ...each("arrows", (name, type) => `${name} → ${type}`),
  ...each("arrows between columns", (name, type) => `${name} → ${type} → 说明`),
  ...each("dashes between columns", (name, type) => `${name}—${type}—说明`),
  ...each("colons between columns", (name, type) => `${name} ：${type} ：说明`),
  ...each("dashes in front", (name, type) => `—— ${name}：${type}`),
  ...each("lenticular brackets", (name, type) => `${name}【${type}】说明`),
  ...each("corner brackets", (name, type) => `${name} 「${type}」 说明`),
  ...each("quotes", (name, type) => `“${name}” ${type} 说明`),
  ...each("bounds", (name, type) => `${name} ${type}[1..64] 说明`),
  ...each("entities for spaces", (name, type) => `${name} &nbsp; ${type} &nbsp; 说明`),
  ...each("labels in an item", (name, type) => `- name: ${name}\n  type: ${type}`),
  ...each("long labels", (name, type) => `参数名称：${name}\n参数类型：${type}\n说明：文本`),
  ...each("numbers and parentheses", (name, type) => `1. ${name}（${type}，必填）说明`),
  ...each("rows without an end", (name, type) => `| ${name} | ${type} | 说明`),
  ...each("rows without types", (name) => `| ${name} | 必填 | 说明`),
  "a message in one line": ({ name, rows: fields }) =>
    section({ name, rows: fields }, [
      `message ${name} { ${fields.map(([field, , type], index) => `${type} ${field} = ${index + 1};`).join(" ")} }`,
    ]),
  ...each("footnotes", (name, type) => `[^1]: \`${name}\` ${type} 说明`),
  ...each("references", (name, type) => `[${name}]: ${type} "说明"`),
  ...each("parameters of JSDoc", (name, type) => `@property {${type}} ${name} 说明`),
  ...each("parameters of Python", (name, type) => `:param ${type} ${name}: 说明`),
  ...each("hard line breaks", (name, type) => `\`${name}\` \\\n${type} \\\n说明\n`),
  ...each("properties of JSON Schema", (name) => `"${name}": { "type": "string" },`),
  ...each("headings", (name, type) => `#### ${name} \`${type}\`\n`),
  ...each("headings above types", (name, type) => `#### \`${name}\`\n\n${type}, 说明\n`),
  ...each("circled numbers", (name, type) => `① ${name}：${type}，说明`),
  ...each("tasks", (name, type) => `- [ ] \`${name}\`: ${type}`),
  ...each("cells in a list", (name, type) => `* - ${name}\n  - ${type}`, "* - Name\n  - Type"),
  ...each("sentences", (name, type) => `The \`${name}\` field (${type}) is set.`),
  "a fence of fields": (model) =>
    section(model, [
      "```text",
      ...model.rows.map(([name, , type]) => `${name}: ${type} 说明`),
      "```",
    ]),
  ...Object.fromEntries(
    ["go", "Go", "{.go}", "language-go", "go{1}", "og", "text", ""].map((language) => [
      `a struct in a fence of "${language}"`,
      ({ name, rows: fields }: ModelText) =>
        [
          `\`\`\`${language}`,
          `type ${name} struct {`,
          ...fields.map(([field, json, type]) => `\t${field} ${type} \`json:"${json}"\``),
          "}",
          "```",
        ].join("\n"),
    ]),
  ),
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

export function section({ name }: ModelText, lines: readonly string[]): string {
  return [`### \`${name}\` 文档`, "", ...lines, ""].join("\n");
}

export function table({ rows: fields }: ModelText): string[] {
  return [
    "Name|JSON|Type|Doc",
    "-|-|-|-",
    ...fields.map(([name, json, type, text]) => `\`${name}\`|\`${json}\`|\`${type}\`|${text}`),
  ];
}

function inList(lines: readonly string[]): string {
  return ["- x", "", ...lines.map((line) => `  ${line}`), ""].join("\n");
}

function indented(model: ModelText, indentation: string): string[] {
  return table(model).map((line) => indentation + line);
}

function rows({ rows: fields }: ModelText, separator: string): string[] {
  return [["Name", "JSON", "Type", "Doc"], ...fields].map((cells) => cells.join(separator));
}

/** Writes each field by itself. */
function each(
  title: string,
  write: (name: string, type: string) => string,
  ...before: readonly string[]
): typeof WRITINGS {
  return {
    [title]: (model) =>
      section(model, [...before, ...model.rows.map(([name, , type]) => write(name, type))]),
  };
}

function above(...lines: readonly string[]): typeof WRITINGS {
  return Object.fromEntries(
    lines.map((line) => [
      `${line} above the heading`,
      (model: ModelText) => `${line}\n${section(model, table(model))}`,
    ]),
  );
}

/** Constructs that enclose lines. */
function wrapped(
  what: string,
  linesOf: (model: ModelText) => readonly string[],
  write: (model: ModelText, lines: readonly string[]) => string,
): typeof WRITINGS {
  const pairs: readonly (readonly [string, string])[] = [
    ["```", "```"],
    ["```text", "```"],
    ["```markdown", "```"],
    ["```json", "```"],
    ["~~~", "~~~"],
    ["<pre>", "</pre>"],
    ["<textarea>", "</textarea>"],
    ["<![CDATA[", "]]>"],
    ["<div>", "</div>"],
    ["<td>", "</td>"],
    [":::", ":::"],
    ["$$", "$$"],
    ["{{", "}}"],
  ];
  return Object.fromEntries(
    pairs.map(([opening, closing]) => [
      `${what} in ${opening}`,
      (model: ModelText) => write(model, [opening, ...linesOf(model), closing]),
    ]),
  );
}
