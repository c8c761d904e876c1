import { TEXT_ROLES, type Dialect, type FieldRole } from "../dialect/dialect.js";
import type { Edit } from "../source/diagnostic.js";
import { sourceOf } from "../source/text.js";
import { cellsIn, hasSpaces, rowLike } from "./bars.js";
import { roleNamed, titleOf } from "./columns.js";
import { LONGEST } from "./field-line.js";
import { fieldTextOf } from "./field-text.js";
import type { Line } from "./lines.js";
import { isPlainCode } from "./row.js";

/** The cells of each line of a text. */
type Rows = readonly (readonly string[])[];

/** Returns the edit that makes a table of a pasted text, if every line is a row of it without doubt. */
export function pasteEdits(lines: readonly Line[], dialect: Dialect): Edit[] {
  const block = blockOf(lines, dialect);
  if (block === undefined) return [];
  const [space = ""] = /^[ \t]*/.exec(block.source.text.slice(block.end)) ?? [];
  const range = { ...block, end: block.end + space.length };
  const texts = lines.map(({ text }) => text.trimEnd());
  for (const rows of [cellsBetween(/\t/, texts), cellsBetween(/ {2,}/, texts), wordsOf(texts)]) {
    const table = titledTable(rows, dialect) ?? fieldTable(rows, dialect);
    if (table !== undefined) return [{ range, text: table.join("\n") }];
  }
  return [];
}

/** Returns the edit that puts a header above rows between bars, if every line is a row of it without doubt. */
export function titleEdits(lines: readonly Line[], dialect: Dialect): Edit[] {
  const block = blockOf(lines, dialect);
  const [first] = lines;
  const roles = rolesOf(lines.map(({ text }) => cellsIn(text)));
  if (block === undefined || first === undefined || roles === undefined) return [];
  const titles = roles.map((role) => titleOf(role, dialect.columns.fields));
  const dash = hasSpaces(first.text) ? "---" : "-";
  const rows = [titles, titles.map(() => dash)].map((cells) => `${rowLike(first.text, cells)}\n`);
  return [{ range: { ...block, end: block.start }, text: rows.join("") }];
}

/** Returns the range of lines that are a paragraph of its own, which begins at the margin. */
function blockOf(lines: readonly Line[], { layout }: Dialect): Line["range"] | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (layout !== "sections" || first === undefined || last === undefined) return undefined;
  const { source, start } = first.range;
  const { end } = last.range;
  const above = source.text.slice(Math.max(0, start - LONGEST), start);
  const below = source.text.slice(end, end + LONGEST);
  const isAlone =
    /(?:^|\n)(?:[ \t]*|#{3}[ \t].*)\n$/.test(above) && /^[ \t]*(?:$|\n[ \t]*(?:\n|$))/.test(below);
  const isExact = lines.every(
    ({ text, range }) =>
      text === sourceOf(range) && text.length < LONGEST && /^[`|\p{L}_]/u.test(text),
  );
  return isAlone && isExact ? { source, start, end } : undefined;
}

function cellsBetween(separator: RegExp, texts: readonly string[]): Rows {
  return texts.map((text) => text.split(separator).map((cell) => cell.trim()));
}

/** Returns words between single spaces as cells: the first line says how many, and the rest of a line is the last one. */
function wordsOf(texts: readonly string[]): Rows {
  const [first = "", ...others] = texts;
  const field = fieldTextOf(first);
  const most = field === undefined ? first.split(" ").length : field.names.length + 2;
  // A lone line may be a sentence.
  if (others.length === 0 && !first.startsWith("`")) return [];
  return texts.map((text) => {
    const words = text.split(" ");
    const last = words.slice(most - 1).join(" ");
    return [...words.slice(0, most - 1), ...(last === "" ? [] : [last])];
  });
}

/** Returns the rows of a table whose first line has the titles. */
function titledTable([titles = [], ...rows]: Rows, dialect: Dialect): string[] | undefined {
  const roles = titles.map((title) => roleNamed(title, dialect.columns.fields));
  // A row may end before its documentation.
  const least = roles.length - (roles.at(-1) === "doc" ? 1 : 0);
  const isRow = ({ length }: readonly string[]) => length === roles.length || length === least;
  const isTable = roles.length > 1 && rows.length > 0 && rows.every(isRow);
  if (!isTable || roles.some((role) => role === undefined)) return undefined;
  return tableOf(titles, roles as FieldRole[], rows);
}

/** Returns the rows of a table of lines that have a name, or two, a type, and a documentation or none. */
function fieldTable(rows: Rows, dialect: Dialect): string[] | undefined {
  const roles = rolesOf(rows);
  const titles = roles?.map((role) => titleOf(role, dialect.columns.fields));
  return roles && titles && tableOf(titles, roles, rows);
}

/** Returns the roles of the cells of fields, if all have the same ones. */
function rolesOf(rows: Rows): FieldRole[] | undefined {
  const [first, ...others] = rows.map(fieldRoles);
  const isSame = others.every((roles) => roles?.join(" ") === first?.join(" "));
  return isSame ? first : undefined;
}

function fieldRoles(cells: readonly string[]): FieldRole[] | undefined {
  const field = fieldTextOf(cells.join("\t"));
  if (field === undefined) return undefined;
  const code = [...field.names, field.type];
  const isExact = code.every((word, index) => isPlainCode(word) && isCell(cells[index], word));
  const rest = cells.slice(code.length);
  if (!isExact || rest.length > 1 || rest.join("") !== field.documentation) return undefined;
  const names: FieldRole[] = field.names.length > 1 ? ["identifier", "tag"] : ["identifier"];
  return [...names, "type", ...rest.map((): FieldRole => "doc")];
}

/** Tells whether a cell has nothing but a word, in back-ticks or without. */
function isCell(cell: string | undefined, word: string): boolean {
  return cell === word || cell === `\`${word}\``;
}

function tableOf(
  titles: readonly string[],
  roles: readonly FieldRole[],
  rows: Rows,
): string[] | undefined {
  const written = rows.map((row) =>
    roles.map((role, index) => cellText(row[index] ?? "", TEXT_ROLES.has(role))),
  );
  if (written.some((row) => row.includes(undefined))) return undefined;
  return [titles, titles.map(() => "-"), ...(written as string[][])].map((row) => {
    return rowLike("", row);
  });
}

/** Returns a cell of a table; nothing for one that should be code and is not plain. */
function cellText(text: string, isText: boolean): string | undefined {
  if (isText) return text.replaceAll(/(?<!\\)\|/g, "\\|");
  if (text === "" || /^`[^`|]+`$/.test(text)) return text;
  return isPlainCode(text) ? `\`${text}\`` : undefined;
}
