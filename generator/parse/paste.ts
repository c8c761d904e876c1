import { TEXT_ROLES, type Dialect } from "../dialect/dialect.js";
import type { Edit } from "../source/diagnostic.js";
import { sourceOf } from "../source/text.js";
import { roleNamed } from "./columns.js";
import { LONGEST } from "./field-line.js";
import { fieldTextOf, tableRowOf } from "./field-text.js";
import type { Line } from "./lines.js";
import { isPlainCode } from "./row.js";

/** Separators of cells in text that was pasted from a sheet, or aligned with spaces. */
const SEPARATORS = [/\t/, / {2,}/];

/** Returns the edit that makes a table of a pasted text, if every line is a row of it without doubt. */
export function pasteEdits(lines: readonly Line[], dialect: Dialect): Edit[] {
  const [first] = lines;
  const last = lines.at(-1);
  if (
    dialect.layout !== "sections" ||
    first === undefined ||
    last === undefined ||
    !isBlock(first, last, lines)
  )
    return [];
  const [space = ""] = /^[ \t]*/.exec(first.range.source.text.slice(last.range.end)) ?? [];
  const range = { ...first.range, end: last.range.end + space.length };
  for (const separator of SEPARATORS) {
    const cells = lines.map(({ text }) => text.trimEnd().split(separator));
    const rows = titledRows(cells, dialect) ?? fieldRows(cells);
    if (rows !== undefined) return [{ range, text: rows.join("\n") }];
  }
  return [];
}

/** Whether lines are a paragraph of its own, which begins at the margin. */
function isBlock({ range: first }: Line, { range: last }: Line, lines: readonly Line[]): boolean {
  const { text } = first.source;
  const isAlone =
    /(?:^|\n)(?:[ \t]*|#{3}[ \t].*)\n$/.test(
      text.slice(Math.max(0, first.start - LONGEST), first.start),
    ) && /^[ \t]*(?:$|\n[ \t]*(?:\n|$))/.test(text.slice(last.end, last.end + LONGEST));
  const isExact = lines.every(
    (line) => line.text === sourceOf(line.range) && line.text.length < LONGEST,
  );
  return isAlone && isExact && lines.every((line) => /^[`\p{L}_]/u.test(line.text));
}

/** Returns the rows of a table whose first line has the titles. */
function titledRows(
  [titles = [], ...rows]: readonly (readonly string[])[],
  { columns: { fields } }: Dialect,
): string[] | undefined {
  const roles = titles.map((title) => roleNamed(title.trim(), fields));
  // A row may end before its documentation.
  const least = roles.length - (roles.at(-1) === "doc" ? 1 : 0);
  const isRow = ({ length }: readonly string[]) => length === roles.length || length === least;
  if (roles.length < 2 || roles.includes(undefined) || rows.length === 0 || !rows.every(isRow))
    return undefined;
  const written = rows.map((row) =>
    roles.map((role, index) => cellText(row[index]?.trim() ?? "", TEXT_ROLES.has(role ?? ""))),
  );
  if (written.some((row) => row.includes(undefined))) return undefined;
  return tableText([titles.map((title) => title.trim()), ...(written as string[][])]);
}

/** Returns a cell of a table; nothing for one that should be code and is not plain. */
function cellText(text: string, isText: boolean): string | undefined {
  if (isText) return text.replaceAll(/(?<!\\)\|/g, "\\|");
  if (text === "" || /^`[^`|]+`$/.test(text)) return text;
  return isPlainCode(text) ? `\`${text}\`` : undefined;
}

/** Returns the rows of lines that have a name, or two, a type, and a documentation or none. */
function fieldRows(rows: readonly (readonly string[])[]): string[] | undefined {
  const fields = rows.map((cells) => {
    const field = fieldTextOf(cells.join("\t"));
    if (field === undefined) return undefined;
    const { names, type, documentation } = field;
    const meant = [...names, type, ...(documentation === "" ? [] : [documentation])];
    const isSame = meant.join("\t") === cells.map((cell) => cell.trim()).join("\t");
    return isSame && [...names, type].every(isPlainCode) ? tableRowOf(field) : undefined;
  });
  const headers = new Set(fields.map((field) => field?.header));
  const [header] = headers;
  if (headers.size !== 1 || header === undefined) return undefined;
  const dashes = header.replaceAll(/[^|]+/g, "-");
  return [header, dashes, ...fields.flatMap((field) => field?.row ?? [])];
}

function tableText([titles = [], ...rows]: readonly (readonly string[])[]): string[] {
  return [titles, titles.map(() => "-"), ...rows].map((row) => {
    const text = row.join("|");
    // A bar at the end closes the cell before it: a blank cell needs its own.
    return row.at(-1) === "" ? `${text}|` : text;
  });
}
