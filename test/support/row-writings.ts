import type { ModelText } from "./model-texts.js";
import { each, rows, section, table, type Writings } from "./writing.js";

/** Ways to write the rows of a table. */
export const ROW_WRITINGS: Writings = {
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
};
