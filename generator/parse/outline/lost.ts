import type { BlockContent, Code, Html, ListItem, RootContent } from "mdast";
import { code } from "../../source/code.js";
import { isIndented } from "../block-lines.js";
import type { ParseContext } from "../context.js";
import { isPlain, reportUnclosedFence } from "../fence.js";
import { linesOf, type Line } from "../lines.js";
import { DELIMITERS, isFieldText, lostIn } from "../lost.js";
import { rawHtmlEndOf } from "../raw-html.js";
import { firstLineOf, rangeOf } from "../source.js";

/** A row outside of its table: a name, and cells of which one has a text in Chinese, or several cells. */
const ROW = /^\s*\|?\s*[A-Za-z_][\w.[\]-]*\s*[|｜](?:.*\p{Script=Han}|[^|｜]*[|｜].*\S)/u;

const BAR = /[|｜]/;

const HTML_TABLE = /<(?:md-)?table[\s>]/i;

/**
 * Reports tables and rows that are not tables of Markdown at the beginning of a line, and code and HTML that have no
 * end: nothing reads them. Each block has one message.
 */
export function reportLost(
  content: readonly (RootContent | BlockContent | ListItem)[],
  context: ParseContext,
  isInList = false,
): void {
  for (const node of content) {
    if (node.type === "paragraph") reportText(linesOf(rangeOf(node, context)), context);
    else if (node.type === "html") reportHtml(node, context);
    else if (node.type === "code") {
      // One in a list ends with the list.
      const isOpen = !isInList && reportUnclosedFence(node, context);
      if (!isOpen) reportCode(node, context);
    } else if (node.type === "list" || node.type === "listItem")
      reportLost(node.children, context, true);
  }
}

function reportText(lines: readonly Line[], context: ParseContext): void {
  const html = lines.find(({ text }) => HTML_TABLE.test(text));
  if (html !== undefined) {
    const parameters = { content: "HTML table", expected: "a table of Markdown" };
    context.report("unread-content", html.range, { ...parameters, effect: LEFT_OUT });
    return;
  }
  // A header or a row of dashes is told itself.
  const isTable = lines.some(
    ({ text }) => BAR.test(text) && (DELIMITERS.test(text) || isFieldText(text)),
  );
  const field = lines.find(({ text }) =>
    BAR.test(text) ? !isTable && ROW.test(text) : isFieldText(text),
  );
  if (field === undefined) return;
  const parameters = { content: "field in a text", expected: "a row of a table" };
  const effect = "the text is kept as documentation";
  context.report("unread-content", field.range, { ...parameters, effect });
}

/** Reports raw HTML, which ends nowhere, or has a table in it. */
function reportHtml(node: Html, context: ParseContext): void {
  const [line = ""] = node.value.split("\n", 1);
  const end = rawHtmlEndOf(line);
  const lines = linesOf(rangeOf(node, context));
  if (end === undefined) {
    reportText(lines, context);
    return;
  }
  const [opening = ""] = /<(?:!--|\w+>?)/.exec(line) ?? [];
  if (!end.pattern.test(node.value)) {
    const parameters = { opening, closing: end.text, lines: lines.length };
    context.report("unclosed-html", firstLineOf(node, context), parameters);
    return;
  }
  const table = tableIn(lines);
  if (table === undefined) return;
  if (opening === "<!--")
    context.report("skipped-text", table.range, { content: "table in a comment" });
  else reportMisplaced(table, code(opening), "it outside of the HTML", context);
}

function reportCode(node: Code, context: ParseContext): void {
  const isPaste = isIndented(node, context);
  const isProse = isPaste || isPlain(node.lang ?? "");
  const table = isProse ? tableIn(linesOf(rangeOf(node, context))) : undefined;
  if (table === undefined) return;
  if (isPaste) reportMisplaced(table, "indented code", "it at the beginning of a line", context);
  else reportMisplaced(table, "a fence", "it outside of the fence", context);
}

/** Returns the header of a table of fields. */
function tableIn(lines: readonly Line[]): Line | undefined {
  const lost = lostIn(lines, "low");
  return lost?.content === "table" ? lost.line : undefined;
}

function reportMisplaced(
  { range }: Line,
  place: string,
  expected: string,
  { report }: ParseContext,
): void {
  report("unread-content", range, { content: `table in ${place}`, expected, effect: LEFT_OUT });
}

const LEFT_OUT = "it is left out";
