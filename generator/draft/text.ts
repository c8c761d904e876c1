/** A row of a table: the text of each cell by the title of its column; a cell without text is empty. */
export type Cells = ReadonlyMap<string, string>;

/** Returns a table with the columns that a row has something for, and with those that are required. */
export function tableOf(
  columns: readonly string[],
  rows: readonly Cells[],
  required: readonly string[],
): string {
  const used = columns.filter(
    (column) => required.includes(column) || rows.some((row) => (row.get(column) ?? "") !== ""),
  );
  const lines = rows.map((row) => used.map((column) => row.get(column) ?? ""));
  return [used, used.map(() => "---"), ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** Returns a text as a cell has it: in one line, without a bar that would end the cell. */
export function textCell(text: string): string {
  return text
    .trim()
    .replaceAll("|", "\\|")
    .replaceAll(/[ \t]*\n[ \t]*/g, "<br>");
}

/** Returns code as a cell has it. */
export function codeCell(code: string): string {
  return `\`${code.replaceAll("|", "\\|")}\``;
}

/** Returns a text as a comment of Go, in which the name of what it is about would be left out at the beginning. */
export function commentOf(text: string, name: string): string[] {
  if (text === "") return [];
  const isNamed = text.startsWith(name) && !/^[\p{L}\p{Nd}_]/u.test(text.slice(name.length));
  const lines = (isNamed ? `${name} ${text}` : text).split("\n");
  return lines.map((line) => `// ${line}`.trimEnd());
}

/** Returns a value as Go writes it; JSON escapes the characters of a text as Go does. */
export function literalOf(value: string | number | bigint | boolean): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
