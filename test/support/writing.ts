import type { ModelText } from "./model-texts.js";

/** Ways to write a model, by their names. */
export type Writings = Readonly<Record<string, (model: ModelText) => string>>;

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

export function inList(lines: readonly string[]): string {
  return ["- x", "", ...lines.map((line) => `  ${line}`), ""].join("\n");
}

export function indented(model: ModelText, indentation: string): string[] {
  return table(model).map((line) => indentation + line);
}

export function rows({ rows: fields }: ModelText, separator: string): string[] {
  return [["Name", "JSON", "Type", "Doc"], ...fields].map((cells) => cells.join(separator));
}

/** Writes each field by itself. */
export function each(
  title: string,
  write: (name: string, type: string) => string,
  ...before: readonly string[]
): Writings {
  return {
    [title]: (model) =>
      section(model, [...before, ...model.rows.map(([name, , type]) => write(name, type))]),
  };
}

export function above(...lines: readonly string[]): Writings {
  return Object.fromEntries(
    lines.map((line) => [
      `${line} above the heading`,
      (model: ModelText) => `${line}\n${section(model, table(model))}`,
    ]),
  );
}

/** Constructs that enclose lines. */
export function wrapped(
  what: string,
  linesOf: (model: ModelText) => readonly string[],
  write: (model: ModelText, lines: readonly string[]) => string,
): Writings {
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
