import type { Html } from "mdast";
import type { ParseContext } from "./context.js";
import { code } from "../source/code.js";
import type { SourceRange } from "../source/source.js";
import { linesOf, type Line } from "./lines.js";
import { lostIn } from "./lost.js";
import { rawHtmlEndOf } from "./raw-html.js";
import { firstLineOf, rangeOf } from "./source.js";

const HTML_TABLE = /<table[\s>]/i;

/** A heading of HTML with the name of a model in code. */
const HTML_HEADING = /<h[1-6](?:\s[^<>]*)?>\s*(?:<code>|`)\s*[A-Za-z_]/i;

const QUOTED_FENCE = /^\s*>\s*(?:```|~~~)/;

/** Reports headings, tables and fences that are in a quote, or that begin further to the right. */
export function reportLost(lines: readonly Line[], context: ParseContext): boolean {
  const lost = lostIn(lines, "low");
  const place = lost && (/^\s*>/.test(lost.line.text) ? "a quote" : "a text");
  if (lost !== undefined && (lost.content !== "table" || place === "a quote")) {
    return reportMisplaced(`${lost.content} in ${place}`, lost.line.range, context);
  }
  const html = lines.find(({ text }) => HTML_TABLE.test(text));
  if (html !== undefined) {
    context.report("stray-row", html.range, { content: "HTML table" });
    return true;
  }
  const heading = lines.find(({ text }) => HTML_HEADING.test(text));
  if (heading !== undefined) {
    const parameters = { content: "heading in HTML", expected: "a heading of Markdown" };
    context.report("misplaced-content", heading.range, parameters, { hint: "begin it with `###`" });
    return true;
  }
  const fence = lines.find(({ text }) => QUOTED_FENCE.test(text));
  return fence !== undefined && reportMisplaced("fence in a quote", fence.range, context);
}

/** Reports raw HTML without an end, and a part of the specification in it. */
export function reportHtml(node: Html, context: ParseContext): boolean {
  const range = firstLineOf(node, context);
  const lines = linesOf(rangeOf(node, context));
  const [line = ""] = node.value.split("\n", 1);
  const end = rawHtmlEndOf(line);
  if (end === undefined) return false;
  const [opening = ""] = /<(?:!--|\w+>?)/.exec(line) ?? [];
  const lost = lostIn(lines, "low");
  const isNested = lost !== undefined && node.value.lastIndexOf("<!--") > 0 && opening === "<!--";
  if (isNested || !end.pattern.test(node.value)) {
    context.report("unclosed-html", range, { opening, closing: end.text, lines: lines.length });
    return true;
  }
  if (lost === undefined) return opening === "<!--" && reportBehindComment(lines, context);
  if (opening !== "<!--")
    return reportMisplaced(`${lost.content} in ${code(opening)}`, lost.line.range, context);
  context.report("skipped-text", lost.line.range, { content: `${lost.content} in a comment` });
  return reportBehindComment(lines, context);
}

/** Text after the end of a comment in the same line counts as text. */
function reportBehindComment(lines: readonly Line[], context: ParseContext): boolean {
  const { text = "", range } = lines.at(-1) ?? {};
  const start = text.lastIndexOf("-->") + "-->".length;
  if (range === undefined || start === text.length) return false;
  return reportLost(
    [{ text: text.slice(start), range: { ...range, start: range.start + start } }],
    context,
  );
}

/** Reports what would be read at the beginning of a line. */
export function reportMisplaced(content: string, range: SourceRange, context: ParseContext): true {
  context.report("misplaced-content", range, {
    content,
    expected: "it at the beginning of a line",
  });
  return true;
}
