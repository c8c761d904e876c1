import type { Code, List, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import type { ParseContext } from "./context.js";
import { code } from "../source/code.js";
import { characterHint } from "../source/hints.js";
import type { SourceRange } from "../source/source.js";
import { CALL_SCHEMA, FIELD_SCHEMA } from "./columns.js";
import { isGo } from "./fence.js";
import { cellsOf, fieldTextOf } from "./field-text.js";
import { isName, wordOf } from "./field-words.js";
import { linesOf, type Line } from "./lines.js";
import { DELIMITERS, lostIn } from "./lost.js";
import { sourceOf } from "../source/text.js";
import { firstLineOf, rangeOf } from "./source.js";
import { reportHtml, reportLost, reportMisplaced } from "./stray-lost.js";
import { reportStrayField, type FieldEvidence } from "./stray-field.js";
import { isHeader } from "./header-text.js";

const TITLES = [...FIELD_SCHEMA.columns, ...CALL_SCHEMA.columns].join("|");

/** The title of a column of a table, with a bar behind it. */
const HEADER = new RegExp(`^\\s*>?\\s*\\|?\\s*(?:${TITLES})\\s*[|｜]`, "i");

/** A code span, empty or not, with a bar behind it. */
const ROW = /^\s*>?\s*\|?\s*(?:`[^`]*`|｀[^｀]*｀)\s*[|｜]/;

/** A row of dashes, with cells before it and behind it in the same line. */
const COLLAPSED = /(?<=\w[^\w|]{0,9})\|(?:\s*\|)?(?:\s*:?-+:?\s*\|){2}\s*\S/;

/** The row of dashes of a table, which is the beginning of a list to Markdown: `- | - | -`. */
const LISTED_DELIMITERS = /^\s*-\s*\|[\s|:-]*$/;

/**
 * Reports text that was almost certainly meant as a table or as code; it would silently be missing
 * from the output. It reports one message for each block, and of fields the first one.
 *
 * @param evidence how sure it must be that a line is a field
 * @returns the blocks that it has reported
 */
export function reportStray(
  content: readonly RootContent[],
  evidence: FieldEvidence,
  context: ParseContext,
): ReadonlySet<RootContent> {
  const strays = new Set<RootContent>();
  for (const [index, node] of content.entries()) {
    if (reportStrayBlock(node, content[index - 1], context)) strays.add(node);
  }
  const others = content.filter((node) => !strays.has(node));
  const field = others.find((node) =>
    reportStrayField(fieldLinesOf(node, context), evidence, context),
  );
  if (field !== undefined) strays.add(field);
  // A paragraph for each field: together they tell more than each of them.
  else
    reportStrayField(
      others.flatMap((node) => fieldLinesOf(node, context)),
      evidence,
      context,
    );
  return strays;
}

/** Reports lines that a line break of other programs separates, and Markdown does not. */
export function reportStrayLines(
  lines: readonly Line[],
  evidence: FieldEvidence,
  context: ParseContext,
): void {
  if (!reportStrayText(lines, undefined, context)) reportStrayField(lines, evidence, context);
}

/** Reports the first API call in a text of a section without a table. */
export function reportStrayCall(content: readonly RootContent[], context: ParseContext): boolean {
  const lines = content.flatMap((node) => fieldLinesOf(node, context));
  const call = lines.find(({ text }) => CALL.test(text));
  if (call !== undefined) context.report("stray-row", call.range, { content: "API call" });
  return call !== undefined;
}

const CALL = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD)(?:\(\w+\))?[\s`*:：]+(?:https?:\/)?\/\S/;

function reportStrayBlock(
  node: RootContent,
  previous: RootContent | undefined,
  context: ParseContext,
): boolean {
  switch (node.type) {
    case "paragraph":
      return reportStrayText(linesOf(rangeOf(node, context)), previous, context);
    case "list":
      return reportStrayList(node, previous, context);
    case "html":
      return reportHtml(node, context);
    default:
      return node.type === "code" && isIndented(node, context) && reportCode(node, context);
  }
}

/** The lines of a block that may be fields. */
function fieldLinesOf(node: RootContent, context: ParseContext): Line[] {
  if (node.type === "paragraph") return linesOf(rangeOf(node, context));
  if (node.type === "code") return isIndented(node, context) ? linesOf(rangeOf(node, context)) : [];
  if (node.type === "html" && /^\s*<pre[\s>]/i.test(node.value))
    return linesOf(rangeOf(node, context));
  const items: Line[] = [];
  if (node.type !== "list") return items;
  visit(node, "paragraph", (paragraph) => {
    items.push(...linesOf(rangeOf(paragraph, context)).slice(0, 1));
  });
  return items;
}

function reportStrayText(
  lines: readonly Line[],
  previous: RootContent | undefined,
  context: ParseContext,
): boolean {
  return reportLost(lines, context) || reportStrayRow(lines, previous, context);
}

function reportStrayRow(
  lines: readonly Line[],
  previous: RootContent | undefined,
  context: ParseContext,
): boolean {
  const delimiters = lines.findIndex(({ text }, index) => index > 0 && DELIMITERS.test(text));
  const header = lines[delimiters - 1];
  if (header !== undefined) {
    const { text, range } = lines[delimiters] ?? header;
    const parameters = { cells: cellsIn(text), expected: cellsIn(header.text) };
    context.report("invalid-table", range, parameters, { hint: characterHint(header.text + text) });
    return true;
  }
  const collapsed = lines.find(({ text }) => COLLAPSED.test(text));
  if (collapsed !== undefined) {
    const hint = "begin a line for each row";
    context.report("stray-row", collapsed.range, { content: "table in one line" }, { hint });
    return true;
  }
  const columns = previous?.type === "table" ? previous.children[0]?.children.length : undefined;
  const row = lines.find(
    ({ text }) => isBarredHeader(text) || ROW.test(text) || isBarredRow(text, columns),
  );
  if (row === undefined) return false;
  const isHeaderRow = isBarredHeader(row.text);
  const hint =
    characterHint(row.text) ??
    (isHeaderRow
      ? headerHint(row.range, context)
      : previous?.type === "table"
        ? "take the empty line above it away"
        : undefined);
  context.report(
    "stray-row",
    row.range,
    { content: isHeaderRow ? "table header" : "table row" },
    { hint },
  );
  return true;
}

function isBarredHeader(text: string): boolean {
  if (HEADER.test(text) && fieldTextOf(text) === undefined) return true;
  return /[|｜¦│]/.test(text) && isHeader(cellsOf(text.replace(/^[\s>]+/, "")) ?? []);
}

/** A line between bars; below a table also a name and as many cells as the table has, three at least. */
function isBarredRow(text: string, columns: number | undefined): boolean {
  const row = text.trim();
  const cells = cellsIn(row);
  if (/^\|.*[^\\]\|$/.test(row)) return cells > 1 && /\w/.test(row);
  return cells > 2 && cells === columns && isName(wordOf(row.split("|", 1)[0]?.trim() ?? ""));
}

function headerHint({ end }: SourceRange, context: ParseContext): string {
  const next = /\n(.*)/y;
  next.lastIndex = end;
  const [, line = ""] = next.exec(context.source.text) ?? [];
  return LISTED_DELIMITERS.test(line)
    ? `begin the row of dashes below it with a bar: ${code(`|${line.trim()}`)}`
    : "write a row of dashes below it, such as `-|-`";
}

/** A list is documentation as a whole; what is code or a table in it would declare nothing. */
function reportStrayList(
  list: List,
  previous: RootContent | undefined,
  context: ParseContext,
): boolean {
  const first = firstLineOf(list, context);
  if (LISTED_DELIMITERS.test(context.source.text.slice(first.start, first.end))) {
    const header = previous?.type === "paragraph" && linesOf(rangeOf(previous, context)).at(-1);
    // A header was reported already.
    if (header && isBarredHeader(header.text)) return true;
    context.report(
      "stray-row",
      first,
      { content: "row of dashes" },
      { hint: "begin it with a bar" },
    );
    return true;
  }
  let isStray = false;
  visit(list, (node) => {
    if (node.type === "code" && isGo(node))
      isStray = reportMisplaced("Go fence in a list", firstLineOf(node, context), context);
    else if (node.type === "code") isStray = reportCode(node, context) || isStray;
    else if (node.type === "html") isStray = reportHtml(node, context) || isStray;
    else if (node.type === "table")
      isStray = reportMisplaced("table in a list", firstLineOf(node, context), context);
    else if (node.type === "heading")
      isStray = reportLost(linesOf(firstLineOf(node, context)), context) || isStray;
    else if (node.type === "paragraph")
      isStray = reportStrayText(linesOf(rangeOf(node, context)), undefined, context) || isStray;
  });
  return isStray;
}

/** Indented code holds what a tab of MkDocs has in it, or a paste; a fence in a list holds examples. */
function reportCode(node: Code, context: ParseContext): boolean {
  const isPaste = isIndented(node, context);
  const lost = lostIn(linesOf(rangeOf(node, context)), isPaste ? "middle" : "low");
  if (lost === undefined) return false;
  const place = isPaste ? "indented code" : "a fence";
  return reportMisplaced(`${lost.content} in ${place}`, lost.line.range, context);
}

function isIndented(node: Code, context: ParseContext): boolean {
  return !/^(?:```|~~~)/.test(sourceOf(firstLineOf(node, context)));
}

/** How many cells a row has: bars at its ends count for none. */
function cellsIn(row: string): number {
  return row
    .trim()
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split(/(?<!\\)\|/).length;
}
