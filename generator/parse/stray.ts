import type { Code, Html, List, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { code } from "../diagnostics/code.js";
import { characterHint } from "../diagnostics/hints.js";
import { report } from "../diagnostics/report.js";
import type { SourceRange } from "../ir/source.js";
import { isGo } from "./fence.js";
import { cellsOf } from "./field-text.js";
import { linesOf, type Line } from "./lines.js";
import { DELIMITERS, lostIn } from "./lost.js";
import { rawHtmlEndOf } from "./raw-html.js";
import { sourceOf } from "../text.js";
import { firstLineOf, rangeOf } from "./source.js";
import { reportStrayField, type FieldEvidence } from "./stray-field.js";
import { isHeader } from "./header-text.js";

/** A code span, empty or not, with a bar behind it. */
const ROW = /^\s*>?\s*\|?\s*(?:`[^`]*`|｀[^｀]*｀)\s*[|｜]/;

const HTML_TABLE = /<table[\s>]/i;

/** A heading of HTML with the name of a model. */
const HTML_HEADING = /<h[3-6](?:\s[^<>]*)?>\s*(?:<code>|`)?\s*[A-Za-z_]\w*\s*(?:<|`|[^\w\s]|\s\W)/i;

const QUOTED_FENCE = /^\s*>\s*(?:```|~~~)/;

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
  file: VFile,
): ReadonlySet<RootContent> {
  const strays = new Set<RootContent>();
  for (const [index, node] of content.entries()) {
    if (reportStrayBlock(node, content[index - 1], file)) strays.add(node);
  }
  const others = content.filter((node) => !strays.has(node));
  const field = others.find((node) => reportStrayField(fieldLinesOf(node, file), evidence));
  if (field !== undefined) strays.add(field);
  // A paragraph for each field: together they tell more than each of them.
  else
    reportStrayField(
      others.flatMap((node) => fieldLinesOf(node, file)),
      evidence,
    );
  return strays;
}

/** Reports lines that a line break of other programs separates, and Markdown does not. */
export function reportStrayLines(
  lines: readonly Line[],
  evidence: FieldEvidence,
  file: VFile,
): void {
  if (!reportStrayText(lines, undefined, file)) reportStrayField(lines, evidence);
}

/** Reports the first API call in a text of a section without a table. */
export function reportStrayCall(content: readonly RootContent[], file: VFile): boolean {
  const lines = content.flatMap((node) => fieldLinesOf(node, file));
  const call = lines.find(({ text }) => CALL.test(text));
  if (call !== undefined) report("stray-row", call.range, { content: "API call" });
  return call !== undefined;
}

const CALL = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD)(?:\(\w+\))?[\s`*:：]+(?:https?:\/)?\/\S/;

function reportStrayBlock(
  node: RootContent,
  previous: RootContent | undefined,
  file: VFile,
): boolean {
  switch (node.type) {
    case "paragraph":
      return reportStrayText(linesOf(rangeOf(node, file)), previous, file);
    case "list":
      return reportStrayList(node, previous, file);
    case "html":
      return reportHtml(node, file);
    default:
      return node.type === "code" && reportIndentedCode(node, file);
  }
}

/** The lines of a block that may be fields. */
function fieldLinesOf(node: RootContent, file: VFile): Line[] {
  if (node.type === "paragraph") return linesOf(rangeOf(node, file));
  if (node.type === "code") return isIndented(node, file) ? linesOf(rangeOf(node, file)) : [];
  const items: Line[] = [];
  if (node.type !== "list") return items;
  visit(node, "paragraph", (paragraph) => {
    items.push(...linesOf(rangeOf(paragraph, file)).slice(0, 1));
  });
  return items;
}

function reportStrayText(
  lines: readonly Line[],
  previous: RootContent | undefined,
  file: VFile,
): boolean {
  return reportLost(lines) || reportStrayRow(lines, previous, file);
}

/** Reports headings, tables and fences that are in a quote, or that begin further to the right. */
function reportLost(lines: readonly Line[]): boolean {
  const lost = lostIn(lines, "low");
  const place = lost && (/^\s*>/.test(lost.line.text) ? "a quote" : "a text");
  if (lost !== undefined && (lost.content !== "table" || place === "a quote")) {
    return reportMisplaced(`${lost.content} in ${place}`, lost.line.range);
  }
  const html = lines.find(({ text }) => HTML_TABLE.test(text));
  if (html !== undefined) {
    report("stray-row", html.range, { content: "HTML table" });
    return true;
  }
  const heading = lines.find(({ text }) => HTML_HEADING.test(text));
  if (heading !== undefined) {
    const parameters = { content: "heading in HTML", expected: "a heading of Markdown" };
    report("misplaced-content", heading.range, parameters, { hint: "begin it with `###`" });
    return true;
  }
  const fence = lines.find(({ text }) => QUOTED_FENCE.test(text));
  return fence !== undefined && reportMisplaced("fence in a quote", fence.range);
}

function reportStrayRow(
  lines: readonly Line[],
  previous: RootContent | undefined,
  file: VFile,
): boolean {
  const delimiters = lines.findIndex(({ text }, index) => index > 0 && DELIMITERS.test(text));
  const header = lines[delimiters - 1];
  if (header !== undefined) {
    const { text, range } = lines[delimiters] ?? header;
    const parameters = { cells: cellsIn(text), expected: cellsIn(header.text) };
    report("invalid-table", range, parameters, { hint: characterHint(header.text + text) });
    return true;
  }
  const row = lines.find(({ text }) => isBarredHeader(text) || ROW.test(text));
  if (row === undefined) return false;
  const isHeaderRow = isBarredHeader(row.text);
  const hint =
    characterHint(row.text) ??
    (isHeaderRow
      ? headerHint(row.range, file)
      : previous?.type === "table"
        ? "take the empty line above it away"
        : undefined);
  report("stray-row", row.range, { content: isHeaderRow ? "table header" : "table row" }, { hint });
  return true;
}

function isBarredHeader(text: string): boolean {
  return /[|｜¦│]/.test(text) && isHeader(cellsOf(text.replace(/^[\s>]+/, "")) ?? []);
}

function headerHint({ end }: SourceRange, file: VFile): string {
  const next = /\n(.*)/y;
  next.lastIndex = end;
  const [, line = ""] = next.exec(String(file)) ?? [];
  return LISTED_DELIMITERS.test(line)
    ? `begin the row of dashes below it with a bar: ${code(`|${line.trim()}`)}`
    : "write a row of dashes below it, such as `-|-`";
}

/** A list is documentation as a whole; what is code or a table in it would declare nothing. */
function reportStrayList(list: List, previous: RootContent | undefined, file: VFile): boolean {
  const first = firstLineOf(list, file);
  if (LISTED_DELIMITERS.test(String(file).slice(first.start, first.end))) {
    const header = previous?.type === "paragraph" && linesOf(rangeOf(previous, file)).at(-1);
    // A header was reported already.
    if (header && isBarredHeader(header.text)) return true;
    report("stray-row", first, { content: "row of dashes" }, { hint: "begin it with a bar" });
    return true;
  }
  let isStray = false;
  visit(list, (node) => {
    if (node.type === "code" && isGo(node))
      isStray = reportMisplaced("Go fence in a list", firstLineOf(node, file));
    else if (node.type === "code") isStray = reportIndentedCode(node, file) || isStray;
    else if (node.type === "table")
      isStray = reportMisplaced("table in a list", firstLineOf(node, file));
    else if (node.type === "heading")
      isStray = reportLost(linesOf(firstLineOf(node, file))) || isStray;
    else if (node.type === "paragraph")
      isStray = reportStrayText(linesOf(rangeOf(node, file)), undefined, file) || isStray;
  });
  return isStray;
}

/** Reports raw HTML without an end, and a part of the specification in it. */
function reportHtml(node: Html, file: VFile): boolean {
  const range = firstLineOf(node, file);
  const lines = linesOf(rangeOf(node, file));
  const [line = ""] = node.value.split("\n", 1);
  const end = rawHtmlEndOf(line);
  if (end === undefined) return false;
  const [opening = ""] = /<(?:!--|\w+>?)/.exec(line) ?? [];
  const lost = lostIn(lines, "low");
  const isNested = lost !== undefined && node.value.lastIndexOf("<!--") > 0 && opening === "<!--";
  if (isNested || !end.pattern.test(node.value)) {
    report("unclosed-html", range, { opening, closing: end.text, lines: lines.length });
    return true;
  }
  if (lost === undefined) return opening === "<!--" && reportBehindComment(lines);
  if (opening !== "<!--")
    return reportMisplaced(`${lost.content} in ${code(opening)}`, lost.line.range);
  report("skipped-text", lost.line.range, { content: `${lost.content} in a comment` });
  return reportBehindComment(lines);
}

/** What follows the end of a comment in its line is a text. */
function reportBehindComment(lines: readonly Line[]): boolean {
  const { text = "", range } = lines.at(-1) ?? {};
  const start = text.lastIndexOf("-->") + "-->".length;
  if (range === undefined || start === text.length) return false;
  return reportLost([{ text: text.slice(start), range: { ...range, start: range.start + start } }]);
}

/** Indented code holds what a tab of MkDocs has in it, or a paste. */
function reportIndentedCode(node: Code, file: VFile): boolean {
  const lost = isIndented(node, file) ? lostIn(linesOf(rangeOf(node, file)), "middle") : undefined;
  if (lost === undefined) return false;
  return reportMisplaced(`${lost.content} in indented code`, lost.line.range);
}

function isIndented(node: Code, file: VFile): boolean {
  return !/^(?:```|~~~)/.test(sourceOf(firstLineOf(node, file)));
}

function reportMisplaced(content: string, range: SourceRange): true {
  report("misplaced-content", range, { content, expected: "it at the beginning of a line" });
  return true;
}

/** How many cells a row has: bars at its ends count for none. */
function cellsIn(row: string): number {
  return row
    .trim()
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split(/(?<!\\)\|/).length;
}
