import * as fc from "fast-check";
import { rest } from "../../generator/dialect/rest.js";
import type { SpecFile } from "../../generator/source/spec-file.js";
import { hostileTexts } from "./hostile.js";

/** Draws one of several values. */
type Pick = <Value>(...values: readonly Value[]) => Value;

/** Specifications in the dialect `rest`, with hostile headings, titles and cells; some titles are those of a vocabulary. */
export function generatedPages(vocabulary: readonly string[]): fc.Arbitrary<readonly SpecFile[]> {
  return fc.gen().map((draw) => {
    const pick: Pick = (...values) => draw(fc.constantFrom, ...values);
    const writer = new PageWriter(pick, vocabulary);
    return ["a", "b"].map((name) => ({ path: `spec/${name}.md`, value: writer.page() }));
  });
}

/** The beginning of the name of every generated row: no other text has it. */
export const ROW = /\brow_\d+/;

const TENTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const SUBJECTS = [
  "# Title",
  "## 用户 User",
  "## `get_user` 获取用户",
  "### User object",
  "### Get User",
  "## 查询用户",
  "## `constructor`",
  "## （）",
  "## 1.2 `__proto__` */ x",
  "#### a | b, ${c} `d`",
  "## [Link](#x) {#anchor}",
  "<h2 id='x'>HTML</h2>",
  "**Bold**",
] as const;

const PARTS = [
  "### 请求参数",
  "#### Response",
  "**返回数据：**",
  "请求参数",
  "### Properties",
  "### Header",
  "### 示例",
  "`row` 中的数组：",
  "#### data 字段说明",
  "### Errors",
  "",
] as const;

const LINES = [
  "`GET /p/{row}/x`",
  "POST /p?x=1",
  'PUT /p/"x"',
  "请求方式：POST",
  "请求地址：https://host/p/:id",
  "| 地址 | 请求方式 |\n| --- | --- |\n| `/p` | GET |",
  "```http\nDELETE /p/<id>\n```",
  "Response: array of [User](#user)",
  "import X from 'x';",
  "<Tabs\n  a={1}>",
  "- `A`\n- `B`",
  "*/ text of `code`",
  ":::tip",
] as const;

const MARKS = ["$", "$?", "$\\*", "`$`", "**$**", "~~$~~", "» $", "└ $", "&nbsp;&nbsp;$"] as const;

const FORMS = ["data.$", "items[].$", "$[]", "data.items[].$", "[$](#x)", "$ (deprecated)", "- $"];

class PageWriter {
  readonly #pick: Pick;
  readonly #vocabulary: readonly string[];
  #rows = 0;

  constructor(pick: Pick, vocabulary: readonly string[]) {
    this.#pick = pick;
    this.#vocabulary = vocabulary;
  }

  page(): string {
    const pick = this.#pick;
    const blocks: string[] = [];
    for (let count = pick(1, 2, 3, 4); count > 0; count--) {
      blocks.push(pick(true, false) ? pick(...SUBJECTS) : this.#heading());
      for (let lines = pick(0, 1, 2); lines > 0; lines--) blocks.push(pick(...LINES));
      for (let parts = pick(0, 1, 1, 2); parts > 0; parts--)
        blocks.push(pick(...PARTS), this.#table());
    }
    return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
  }

  #heading(): string {
    const word = this.#pick(...this.#vocabulary);
    return this.#pick(`## ${word}`, `## \`${word}\``, `### T${this.#rows++} ${word}`);
  }

  #table(): string {
    const pick = this.#pick;
    const { titles } = rest.columns.fields;
    const roles = ["type", "required", "doc", "default", "example", "note", "limits"] as const;
    const used = roles.filter((role) => role === "type" || pick(true, false));
    const header = [pick(...titles.name), ...used.map((role) => pick(...titles[role]))];
    const rows = Array.from({ length: pick(1, 2, 4) }, () => {
      const cells = used.map((role) => this.#cell(role));
      return [this.#name(), ...cells.slice(0, pick(...TENTHS) === 0 ? 1 : cells.length)];
    });
    const lines = [header, header.map(() => "---"), ...rows];
    return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  }

  #name(): string {
    const pick = this.#pick;
    const form = pick(...TENTHS) < 5 ? pick("$") : pick(...MARKS, ...FORMS);
    return form.replace("$", `row_${this.#rows++}${pick("", "", "_名", "-x")}`);
  }

  #cell(role: string): string {
    const pick = this.#pick;
    const text = pick(...hostileTexts, "a \\| b", "", "-", "1", "`[]`", "x<br>y", "{@link X}");
    if (role === "type") return pick(...TENTHS) === 0 ? text.replaceAll("|", "\\|") : this.#type();
    if (role === "required") return pick("是", "否", "true", "N", "", "-", "条件必填", "**是**");
    if (role === "limits") return pick("1~3", "≤ 20", "", "max 4");
    return text;
  }

  #type(depth = 0): string {
    const pick = this.#pick;
    const word = pick(...Object.keys(rest.types), "[User](#user)", "User", "'a'", "Nothing");
    if (depth > 2 || pick(...TENTHS) < 6) return word;
    const pattern = pick(...Object.keys(rest.typePatterns));
    const type = pattern.replaceAll(/\$[12]/g, () => this.#type(depth + 1));
    return type.replaceAll(/(?<!\\)\|/g, "\\|");
  }
}
