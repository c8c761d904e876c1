import type { Nodes, RootContent } from "mdast";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";
import type { ParseContext } from "./context.js";
import { cutAtBlocks, type Chunk } from "./chunks.js";
import { isChoiceOfDialect, lengthOfFrontMatter } from "./front-matter.js";
import { rawHtml } from "./raw-html.js";
import { withFilledLines } from "./blank-lines.js";
import { withBlankTitles } from "./short-header.js";
import { withoutDeepLists, withoutLongItems } from "./nesting.js";
import { plainTable, plainTableFromMarkdown } from "./plain-table.js";
import { plainText, plainTextFromMarkdown } from "./plain-text.js";

/** Constructs that would only read the text of a line, and HTML, of which {@link rawHtml} is read. */
export const UNREAD_CONSTRUCTS = [
  "attention",
  "autolink",
  "blockQuote",
  "characterEscape",
  "characterReference",
  "codeText",
  "definition",
  "hardBreakEscape",
  "htmlFlow",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
];

/** CommonMark as the dialect has it; it parses a document whole. */
export const markdown = unified().use(remarkParse).use(specSyntax).freeze();

/** How many UTF-16 units are parsed together at least: each chunk takes its own preparations. */
const SHORTEST_CHUNK = 2000;

/**
 * Parses a document to the content of its Markdown AST: chunk by chunk, and as if it were parsed whole.
 */
export function parseMarkdown(context: ParseContext, shortest = SHORTEST_CHUNK): RootContent[] {
  // micromark takes a byte order mark away, and every place would be one off.
  const source = context.source.text.replace(/^\ufeff+/, (marks) => " ".repeat(marks.length));
  const written = withoutLongItems(withoutDeepLists(source, context), context);
  const text = withFilledLines(withBlankTitles(written, context), context);
  const start = lengthOfFrontMatter(text);
  if (start > 0 && !isChoiceOfDialect(text.slice(0, start)))
    context.report(
      "skipped-text",
      { source: context.source, start: 0, end: 3 },
      { content: "front matter" },
    );
  const line = text.slice(0, start).split("\n").length - 1;
  const content: RootContent[] = [];
  for (const chunk of cutAtBlocks(text.slice(start), shortest)) {
    const place = { offset: chunk.offset + start, line: chunk.line + line };
    const nodes = parse({ ...chunk, ...place });
    const isContinued = chunk.isItem === true && continueList(content.at(-1), nodes[0]);
    for (const node of isContinued ? nodes.slice(1) : nodes) content.push(node);
  }
  return content;
}

/** Adds items to the list before them; returns whether there is one. */
function continueList(list: RootContent | undefined, items: RootContent | undefined): boolean {
  if (list?.type !== "list" || items?.type !== "list") return false;
  for (const item of items.children) list.children.push(item);
  list.position = list.position && items.position && { ...list.position, end: items.position.end };
  return true;
}

/** Parses a chunk by itself; the positions are those in the document. */
export function parse({ text, offset, line }: Chunk): RootContent[] {
  const { children } = markdown.parse(text);
  move(children, { offset, line });
  return children;
}

/** Moves nodes, each of which has points of its own. */
function move(nodes: readonly RootContent[], { offset, line }: Omit<Chunk, "text">): void {
  if (offset === 0 && line === 0) return;
  // There are many, and a library that visits them keeps the path to each.
  const open: Nodes[] = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { start, end } = node.position ?? {};
    for (const point of [start, end]) {
      if (point === undefined) continue;
      point.line += line;
      point.offset = (point.offset ?? 0) + offset;
    }
    if ("children" in node) for (const child of node.children) open.push(child);
  }
}

/**
 * CommonMark with the one extension that the dialect needs, tables, and without what would only
 * re-read the text of a line: that is taken from the source, and micromark's time is quadratic in
 * the length of a cell with many spans.
 */
function specSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [
    plainTable(),
    plainText,
    { flow: { 60: rawHtml }, disable: { null: UNREAD_CONSTRUCTS } },
  ];
  data.fromMarkdownExtensions = [...plainTableFromMarkdown(), plainTextFromMarkdown];
}
