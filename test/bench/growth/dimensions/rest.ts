import { lines, model, only, small, type Dimension, type Sample } from "../spec.js";

/** Documents of the dialect `rest`, and comments that suppress messages in them. */
export const rest: Readonly<Record<string, Dimension>> = {
  "rows of a dialect": (size) =>
    document(fieldTable(lines(size, (index) => `| field_${index} | string | 是 | 说明 |`))),
  "dotted rows": (size) =>
    document(
      fieldTable(
        lines(
          size,
          (index) => `| a_${index} | object | 是 | 说明 |\n| a_${index}.b | int | 否 | |`,
        ),
      ),
    ),
  "tables of objects": (size) =>
    document(
      fieldTable(lines(size, (index) => `| a_${index} | object | 是 | 说明 |`)) +
        lines(size, (index) => `**a_${index}**\n\n${fieldTable("| id | string | 是 | 说明 |")}`),
    ),
  "captions of referred objects": (size) =>
    document(
      fieldTable(lines(size, (index) => `| a_${index} | object | 是 | 详见 Settings${index} |`)) +
        lines(
          size,
          (index) => `**Settings${index}**\n\n${fieldTable("| id | string | 是 | 说明 |")}`,
        ),
    ),
  suppressions: (size) =>
    only(
      lines(
        size,
        (index) => `<!-- md2sdk-disable-next-line skipped-row -->\n${small(`M${index}`, "TODO")}`,
      ),
    ),
  "suppressed rows": (size) =>
    only(
      "<!-- md2sdk-disable skipped-row -- x -->\n\n" +
        model("M", "`TODO`|`a`|`int`|x\n".repeat(size)),
    ),
};

function document(value: string): Sample {
  return {
    documents: [{ path: "spec/document.md", value: `# API\n\n## User\n\n${value}` }],
    config: { dialect: "rest" },
  };
}

function fieldTable(rows: string): string {
  return `| 参数 | 类型 | 必填 | 说明 |\n| - | - | - | - |\n${rows}\n\n`;
}
