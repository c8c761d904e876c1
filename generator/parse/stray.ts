import type { Html, List, Nodes, Paragraph } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { characterHint } from "../diagnostics/hints.js";
import { report } from "../diagnostics/report.js";
import type { SourceRange } from "../ir/source.js";
import { sourceOf } from "../text.js";
import { CALL_SCHEMA, FIELD_SCHEMA } from "./columns.js";
import { isGo } from "./fence.js";
import { rawHtmlEndOf } from "./raw-html.js";
import { firstLineOf, rangeOf } from "./source.js";

const TITLES = [...FIELD_SCHEMA.columns, ...CALL_SCHEMA.columns].join("|");

/** The title of a column of a table, with a bar behind it. */
const HEADER = new RegExp(`^\\s*>?\\s*\\|?\\s*(?:${TITLES})\\s*[|｜]`, "i");

/** A code span, empty or not, with a bar behind it. */
const ROW = /^\s*>?\s*\|?\s*(?:`[^`]*`|｀[^｀]*｀)\s*[|｜]/;

/** GFM, Tables: the row below the header, of dashes and colons; a lone cell is a rule or a heading. */
const DELIMITERS = /^(?=.*\|)(?=.*-)[\s|:-]+$/;

const HTML_TABLE = /<table[\s>]/i;

const QUOTED_FENCE = /^\s*>\s*(?:```|~~~)/;

/**
 * Reports what Markdown takes for text, and its author has surely meant for a table or for code: it
 * would be lost to the output in silence. One message for each block.
 */
export function reportStray(node: Nodes, previous: Nodes | undefined, file: VFile): void {
  if (node.type === "paragraph") reportStrayRow(node, previous, file);
  else if (node.type === "list") reportNested(node, file);
  else if (node.type === "html") reportHtml(node, file);
}

interface Line {
  readonly text: string;
  readonly range: SourceRange;
}

function reportStrayRow(node: Paragraph, previous: Nodes | undefined, file: VFile): void {
  const lines = linesOf(rangeOf(node, file));
  const delimiters = lines.findIndex(({ text }, index) => index > 0 && DELIMITERS.test(text));
  const header = lines[delimiters - 1];
  if (header !== undefined) {
    const { text, range } = lines[delimiters] ?? header;
    const parameters = { cells: cellsIn(text), expected: cellsIn(header.text) };
    report("invalid-table", range, parameters, { hint: characterHint(header.text + text) });
    return;
  }
  const html = lines.find(({ text }) => HTML_TABLE.test(text));
  if (html !== undefined) report("stray-row", html.range, { content: "HTML table" });
  const fence = lines.find(({ text }) => QUOTED_FENCE.test(text));
  if (fence !== undefined) reportMisplaced("fence in a quote", fence.range);
  const row = lines.find(({ text }) => HEADER.test(text) || ROW.test(text));
  if (row === undefined) return;
  const isHeader = HEADER.test(row.text);
  const hint =
    characterHint(row.text) ??
    (isHeader
      ? "write a row of dashes below it, such as `-|-`"
      : previous?.type === "table"
        ? "take the empty line above it away"
        : undefined);
  report("stray-row", row.range, { content: isHeader ? "table header" : "table row" }, { hint });
}

/** A list is documentation as a whole; what is code or a table in it would declare nothing. */
function reportNested(list: List, file: VFile): void {
  visit(list, (node) => {
    if (node.type === "code" && isGo(node))
      reportMisplaced("Go fence in a list", firstLineOf(node, file));
    if (node.type === "table") reportMisplaced("table in a list", firstLineOf(node, file));
    if (node.type === "paragraph") reportStrayRow(node, undefined, file);
  });
}

function reportHtml(node: Html, file: VFile): void {
  const range = firstLineOf(node, file);
  const [line = ""] = node.value.split("\n", 1);
  const end = rawHtmlEndOf(line);
  if (end !== undefined && !end.pattern.test(node.value)) {
    const [opening = ""] = /<(?:!--|\w+>?)/.exec(line) ?? [];
    const lines = node.value.split("\n").length;
    report("unclosed-html", range, { opening, closing: end.text, lines });
  }
}

function reportMisplaced(content: string, range: SourceRange): void {
  report("misplaced-content", range, { content, expected: "it at the beginning of a line" });
}

function linesOf({ file, start, ...rest }: SourceRange): Line[] {
  let offset = start;
  return sourceOf({ file, start, ...rest })
    .split("\n")
    .map((text) => {
      const range = { file, start: offset, end: offset + text.length };
      offset += text.length + 1;
      return { text, range };
    });
}

/** How many cells a row has: bars at its ends count for none. */
function cellsIn(row: string): number {
  return row
    .trim()
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split(/(?<!\\)\|/).length;
}
