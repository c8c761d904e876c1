import type { List, RootContent } from "mdast";
import type { ParseContext } from "./context.js";
import { code } from "../source/code.js";
import { characterHint } from "../source/hints.js";
import type { Edit } from "../source/diagnostic.js";
import type { SourceRange } from "../source/source.js";
import { sourceOf } from "../source/text.js";
import type { Dialect } from "../dialect/dialect.js";
import { cellsIn } from "./bars.js";
import { columnNamed } from "./columns.js";
import { delimiterEdits, headerEdits, LISTED_DELIMITERS } from "./delimiters.js";
import { cellsOf } from "./field-line.js";
import { fieldTextOf } from "./field-text.js";
import { isFieldName, isSameName, wordOf } from "./field-words.js";
import { isHeader } from "./header-text.js";
import { linesOf, type Line } from "./lines.js";
import { DELIMITERS } from "./lost.js";
import { titleEdits } from "./paste.js";
import { firstLineOf, rangeOf } from "./source.js";
import { isTypeWord } from "./type-text.js";

/** The first cell of a row, with a bar behind it. */
const FIRST_CELL = /^\s*(?:>\s*)?(?:\|\s*)?([^|｜]*)[|｜]/;

/** A code span, empty or not, or nothing. */
const CODE_CELL = /^(?:`[^`]*`|｀[^｀]*｀|-|)$/;

/** A row of dashes, with cells before it and behind it in the same line. */
const COLLAPSED = /(?<=\w[^\w|]{0,9})\|(?:\s*\|)?(?:\s*:?-+:?\s*\|){2}\s*\S/;

/**
 * Reports the first line of a text that is a part of a table.
 *
 * @param isBare whether the text is below a model without a table
 */
export function reportStrayRow(
  lines: readonly Line[],
  previous: RootContent | undefined,
  isBare: boolean,
  context: ParseContext,
): boolean {
  const delimiters = lines.findIndex(({ text }, index) => index > 0 && DELIMITERS.test(text));
  const header = lines[delimiters - 1];
  if (header !== undefined) {
    const { text, range } = lines[delimiters] ?? header;
    const parameters = { cells: cellsIn(text).length, expected: cellsIn(header.text).length };
    context.report("invalid-table", range, parameters, {
      hint: characterHint(header.text + text),
      edits: delimiterEdits(header, lines[delimiters] ?? header, lines[delimiters + 1]),
    });
    return true;
  }
  const collapsed = lines.find(({ text }) => COLLAPSED.test(text));
  if (collapsed !== undefined) {
    const hint = "begin a line for each row";
    context.report("stray-row", collapsed.range, { content: "table in one line" }, { hint });
    return true;
  }
  // The header above the empty line was reported.
  if (DELIMITERS.test(lines[0]?.text ?? "") && endsInHeader(previous, context)) return true;
  const columns = previous?.type === "table" ? previous.children[0]?.children.length : undefined;
  const row = lines.find(
    ({ text }) => isBarredHeader(text, context.dialect) || isBarredRow(text, columns),
  );
  if (row === undefined) return false;
  const isHeaderRow = isBarredHeader(row.text, context.dialect);
  const hint =
    characterHint(row.text) ??
    (isHeaderRow
      ? headerHint(row.range, context)
      : previous?.type === "table"
        ? "take the empty line above it away"
        : undefined);
  const content = isHeaderRow ? "table header" : "table row";
  const isClear = characterHint(row.text) === undefined;
  const edits = !isClear
    ? []
    : isHeaderRow
      ? headerEdits(row)
      : previous?.type === "table"
        ? joiningEdits(lines, rangeOf(previous, context), columns)
        : isBare
          ? titleEdits(lines, context.dialect)
          : [];
  context.report("stray-row", row.range, { content }, { hint, edits });
  return true;
}

/** Returns the edit that takes the empty lines between a table and rows of it away. */
function joiningEdits(
  lines: readonly Line[],
  table: SourceRange,
  columns: number | undefined,
): Edit[] {
  const [first] = lines;
  if (first === undefined || !lines.every((line) => cellsIn(line.text).length === columns))
    return [];
  const range = { ...table, start: table.end, end: first.range.start };
  return /^\s*\n\s*\n$/.test(sourceOf(range)) ? [{ range, text: "\n" }] : [];
}

/**
 * Reports a list that begins with a row of dashes.
 *
 * @returns `undefined` if the list begins with anything else
 */
export function reportListedDelimiters(
  list: List,
  previous: RootContent | undefined,
  context: ParseContext,
): true | undefined {
  const first = firstLineOf(list, context);
  if (!LISTED_DELIMITERS.test(context.source.text.slice(first.start, first.end))) return undefined;
  // A header was reported already.
  if (endsInHeader(previous, context)) return true;
  const hint = "begin it with a bar";
  context.report("stray-row", first, { content: "row of dashes" }, { hint });
  return true;
}

function endsInHeader(node: RootContent | undefined, context: ParseContext): boolean {
  const line = node?.type === "paragraph" ? linesOf(rangeOf(node, context)).at(-1) : undefined;
  return line !== undefined && isBarredHeader(line.text, context.dialect);
}

function isBarredHeader(text: string, dialect: Dialect): boolean {
  const [, first = ""] = FIRST_CELL.exec(text) ?? [];
  const isTitle = columnNamed(first.trimEnd(), dialect) !== undefined;
  if (isTitle && fieldTextOf(text) === undefined) return true;
  return /[|｜¦│]/.test(text) && isHeader(cellsOf(text.replace(/^[\s>]+/, "")) ?? []);
}

/** Tells whether a line is a row: between bars, in code, or below a table with as many cells, three at least. */
function isBarredRow(text: string, columns: number | undefined): boolean {
  const row = text.trim();
  const cells = cellsIn(row.replace(/^>\s*/, ""), /(?<!\\)[|｜]/);
  if (/^\|.*[^\\]\|$/.test(row)) return cells.length > 1 && /\w/.test(row);
  const [first = "", second = ""] = cells;
  if (cells.length < 2) return false;
  if (row.startsWith("|") && cells.length > 2 && isFieldName(wordOf(first))) return true;
  if (cells.length === columns && cells.length > 2 && isFieldName(wordOf(first))) return true;
  if (first === "" || !CODE_CELL.test(first)) return false;
  // In a sentence, code between bars is a choice: `a`|`b`.
  const words = cells.map(wordOf);
  return (
    first === "``" ||
    cells.length > 3 ||
    words.some(isTypeWord) ||
    isSameName(words[0] ?? "", wordOf(second)) ||
    cells.every((cell) => CODE_CELL.test(cell))
  );
}

function headerHint({ end }: SourceRange, context: ParseContext): string {
  const next = /\n(?:[ \t]*\n)*(.*)/y;
  next.lastIndex = end;
  const [gap = "", line = ""] = next.exec(context.source.text) ?? [];
  const isDelimiters = DELIMITERS.test(line);
  if (isDelimiters && gap.length > line.length + 1) return "take the empty line below it away";
  return LISTED_DELIMITERS.test(line)
    ? `begin the row of dashes below it with a bar: ${code(`|${line.trim()}`)}`
    : "write a row of dashes below it, such as `-|-`";
}
