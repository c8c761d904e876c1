import type { RootContent, Table, TableCell, TableRow } from "mdast";
import type { ParseContext } from "./context.js";
import { code } from "../source/code.js";
import { characterHint } from "../source/hints.js";
import { readCell, type CellContent } from "./cell.js";
import type { Columns } from "../dialect/dialect.js";
import { headerRoles, titleOf, type Roles } from "./columns.js";
import { continuedRows, headerOf, withLines, withOpenEnd } from "./continued-rows.js";
import type { Edit } from "../source/diagnostic.js";
import type { Documentation } from "../go/draft.js";
import { cellDocumentation } from "./documentation.js";
import { cellsIn, escapingEdits, hasSpaces } from "./bars.js";
import { DELIMITERS } from "./lost.js";
import { sourceOf } from "../source/text.js";
import { contentRangeOf, firstLineOf, rangeOf } from "./source.js";

/** One row of a table. */
export interface Row<Role extends string> {
  readonly columns: Columns<Role>;
  /** The cell of each role; blank where the table has no such column. */
  readonly cells: Readonly<Record<Role, CellContent>>;
  /** The text of the columns of documentation. */
  readonly documentation: Documentation;
  /** The texts of other columns to keep, each with the title of its column. */
  readonly notes: readonly string[];
}

/** Reads the rows of a table, and reports invalid headers and rows. */
export function rowsOf<Role extends string>(
  table: Table,
  columns: Columns<Role>,
  context: ParseContext,
  known?: Roles<Role>,
): Row<Role>[] {
  context.readTables.add(table);
  const header = headerOf(table, context);
  if (header === undefined) return [];
  const roles = known ?? headerRoles(header, columns, context);
  if (roles === undefined) return [];
  const hasOpenEnd = context.dialect.continuedRows && roles.at(-1) === "doc";
  const titles = roles.map((role) => role && titleOf(role, columns));
  return continuedRows(dataRowsOf(table, context), context)
    .map(
      ([row, ...lines]) => [hasOpenEnd ? withOpenEnd(row, roles.length) : row, ...lines] as const,
    )
    .filter(([row]) => !isTag(row, context) && isComplete(row, titles, context))
    .map(([row, ...lines]) => {
      const read = rowOf(row, { roles, header, columns }, context);
      return { ...read, documentation: withLines(read.documentation, lines, context) };
    });
}

/** Whether a row is HTML right below the table, such as `</details>`: it holds no data. */
function isTag(row: TableRow, context: ParseContext): boolean {
  return /^(?:<\/?\w[^<>|]*>\s*)+$/.test(sourceOf(rangeOf(row, context)));
}

/** Returns the rows of a table, without headers that are repeated, which are reported, and the dashes below them. */
function dataRowsOf({ children }: Table, context: ParseContext): TableRow[] {
  const [header, ...rows] = children;
  const title = firstTextOf(header);
  const isRepeated = (row: TableRow | undefined) =>
    row !== undefined &&
    firstTextOf(row) === title &&
    titlesOf(row, context) === titlesOf(header ?? row, context);
  return rows.filter((row, index) => {
    if (isRepeated(row)) {
      const parameters = { content: "second header", expected: "a row" };
      context.report("misplaced-content", rangeOf(row, context), parameters);
      return false;
    }
    const isBelow = /^:?-/.test(firstTextOf(row)) && isRepeated(rows[index - 1]);
    return !(isBelow && DELIMITERS.test(sourceOf(rangeOf(row, context))));
  });
}

function firstTextOf(row: TableRow | undefined): string {
  const [text] = row?.children[0]?.children ?? [];
  return text?.type === "text" ? text.value.toLowerCase() : "";
}

function titlesOf(row: TableRow, context: ParseContext): string {
  return sourceOf(rangeOf(row, context))
    .replaceAll(/[\s|]+/g, " ")
    .trim()
    .toLowerCase();
}

/** GFM drops cells beyond the header and pads short rows in silence; here both are errors. */
function isComplete(row: TableRow, titles: Titles, context: ParseContext): boolean {
  const cells = row.children.length;
  if (cells === titles.length) return true;
  const range = rangeOf(row, context);
  const isShort = cells < titles.length && context.dialect.shortRows;
  if (isShort && !hasWideBars(sourceOf(range), titles.length)) return true;
  const hint = raggedHint(row, titles, context);
  context.report(
    "ragged-row",
    range,
    { cells, columns: titles.length },
    { hint, edits: raggedEdits(row, titles, context) },
  );
  return false;
}

/**
 * Returns the edits of a row that has wide bars for some of its bars, has bars in its code, or lacks its
 * documentation alone.
 */
function raggedEdits(row: TableRow, titles: Titles, context: ParseContext): Edit[] {
  const range = rangeOf(row, context);
  const text = sourceOf(range);
  if (hasWideBars(text, titles.length)) return [{ range, text: text.replaceAll("｜", "|") }];
  if (text.includes("｜")) return [];
  if (row.children.length > titles.length) return escapingEdits(range, titles.length);
  const { candidates, count } = absentOf(row, titles, context);
  const isClear =
    count === 1 && candidates.length === 1 && titles.indexOf("Doc") === titles.length - 1;
  if (!isClear || candidates[0] !== "Doc" || !text.includes("|")) return [];
  const end = range.start + text.trimEnd().length;
  const space = hasSpaces(text) ? " " : "";
  const bar = /(?<!\\)\|\s*$/.test(text) ? "" : `${space}|`;
  return [{ range: { ...range, start: end, end }, text: `${bar}${space}|` }];
}

/** Tells whether a row has as many cells as expected with its wide bars as narrow ones. */
function hasWideBars(row: string, columns: number): boolean {
  return row.includes("｜") && cellsIn(row.replaceAll("｜", "|")).length === columns;
}

function raggedHint(row: TableRow, titles: Titles, context: ParseContext): string | undefined {
  const text = sourceOf(rangeOf(row, context));
  const cells = row.children.length;
  if (cells > titles.length) return "write `\\|` for a bar inside a cell";
  const hint = characterHint(text);
  if (hint !== undefined && text.includes("｜")) return hint;
  if (!text.includes("|")) return "leave an empty line between a table and a text";
  const { candidates, count } = absentOf(row, titles, context);
  const absent = candidates.flatMap((title) => (title === undefined ? [] : code(title)));
  if (absent.length < count) return undefined;
  if (absent.length === count)
    return `add the ${count === 1 ? "cell" : "cells"} ${absent.join(", ")}`;
  return `add ${count === 1 ? "the cell" : `${count} cells of`} ${absent.join(" or ")}`;
}

/**
 * The columns that a short row may lack: the last ones, unless its last cell is a text and so can
 * only be documentation.
 */
function absentOf(row: TableRow, titles: Titles, context: ParseContext) {
  const cells = row.children.length;
  const last = row.children.at(-1);
  const isText = last !== undefined && readCell(last, context).kind === "text";
  const hasDoc = titles.at(-1) === "Doc" && isText && cells > 1;
  const count = titles.length - cells;
  return { count, candidates: hasDoc ? titles.slice(1, -1) : titles.slice(cells) };
}

/** The titles of the columns of a table; nothing for one without a role. */
type Titles = readonly (string | undefined)[];

/** Joins cells of documentation; equal ones count once. */
function documentationIn(cells: readonly TableCell[], context: ParseContext): Documentation {
  const ranges = cells.flatMap((cell) => contentRangeOf(cell, context) ?? []);
  const [documentationRange] = ranges;
  if (documentationRange === undefined) return { documentation: "" };
  const texts = new Set(ranges.map(cellDocumentation).filter((text) => text !== ""));
  return { documentation: [...texts].join("\n"), documentationRange };
}

/**
 * Content without what ends a table and no empty line is between, which is reported: a row that
 * begins with white space, or as a list or a rule does, is not a row in Markdown.
 */
export function withoutInterruptions(
  content: readonly RootContent[],
  context: ParseContext,
): RootContent[] {
  return content.filter((node, index) => {
    const table = content[index - 1];
    const what = BLOCKS[node.type];
    if (table?.type !== "table" || what === undefined || !isGlued(table, node)) return true;
    const range = firstLineOf(node, context);
    if (/^(<!--|```|~~~)/.test(sourceOf(range))) return true;
    const hint = "begin the row with a bar, or leave an empty line above";
    context.report("interrupted-table", range, { content: what }, { hint });
    return false;
  });
}

function isGlued(table: Table, node: RootContent): boolean {
  return table.position?.end.line === (node.position?.start.line ?? 0) - 1;
}

/** Blocks that may end a table because of their first characters, by their nodes. */
const BLOCKS: Readonly<Record<string, string>> = {
  list: "list",
  code: "indented code",
  html: "HTML",
  thematicBreak: "rule",
};

/** The header of a table, and what its titles mean. */
interface Head<Role extends string> {
  readonly header: TableRow;
  readonly roles: Roles<Role>;
  readonly columns: Columns<Role>;
}

function rowOf<Role extends string>(
  row: TableRow,
  { roles, header, columns }: Head<Role>,
  context: ParseContext,
): Row<Role> {
  const blank = { kind: "blank", text: "", range: rangeOf(row, context) } as const;
  const cells: Partial<Record<Role, CellContent>> = {};
  for (const role of Object.keys(columns.titles) as Role[]) {
    const cell = row.children[roles.indexOf(role)];
    cells[role] = cell === undefined ? blank : readCell(cell, context);
  }
  return {
    columns,
    cells: cells as Record<Role, CellContent>,
    documentation: documentationIn(
      row.children.filter((_, index) => roles[index] === "doc"),
      context,
    ),
    notes: notesIn(row, roles, header, context),
  };
}

function notesIn(
  row: TableRow,
  roles: Roles<string>,
  header: TableRow,
  context: ParseContext,
): string[] {
  return row.children.flatMap((cell, index) => {
    const title = header.children[index];
    const range = roles[index] === "note" ? contentRangeOf(cell, context) : undefined;
    if (range === undefined || title === undefined) return [];
    return `${readCell(title, context).text}: ${cellDocumentation(range)}`;
  });
}
