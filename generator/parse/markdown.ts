import type { Nodes, RootContent } from "mdast";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";
import type { ParseContext } from "./context.js";
import { cutAtBlocks, cutLongTable, type Chunk, type LongTable } from "./chunks.js";
import { lengthOfFrontMatter } from "./front-matter.js";
import { rawHtml } from "./raw-html.js";
import { withoutDeepLists } from "./nesting.js";
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

export interface ChunkSizes {
  /** How many UTF-16 units are parsed together at least: each chunk takes its own preparations. */
  readonly shortest: number;
  /** How many rows of a table are parsed together at most. */
  readonly longestRun: number;
}

const CHUNK_SIZES: ChunkSizes = { shortest: 2000, longestRun: 100 };

/**
 * Parses a document to the content of its Markdown AST: chunk by chunk, and as if it were parsed whole.
 */
export function parseMarkdown(
  context: ParseContext,
  { shortest, longestRun }: ChunkSizes = CHUNK_SIZES,
): RootContent[] {
  // micromark takes a byte order mark away, and every place would be one off.
  const source = context.source.text.replace(/^\ufeff+/, (marks) => " ".repeat(marks.length));
  const text = withoutDeepLists(source, context);
  const start = lengthOfFrontMatter(text);
  if (start > 0)
    context.report(
      "skipped-text",
      { source: context.source, start: 0, end: 3 },
      { content: "front matter" },
    );
  const line = text.slice(0, start).split("\n").length - 1;
  const content: RootContent[] = [];
  for (const chunk of cutAtBlocks(text.slice(start), shortest)) {
    const place = { offset: chunk.offset + start, line: chunk.line + line };
    const nodes = parseChunk({ ...chunk, ...place }, longestRun);
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

function parseChunk(chunk: Chunk, longestRun: number): RootContent[] {
  const parts = cutLongTable(chunk, longestRun);
  const cut = parts && parseLongTable(parts);
  if (parts === undefined || cut === undefined) return parse(chunk);
  return [...cut, ...parseChunk(parts.rest, longestRun)];
}

/** Nothing where the run of lines turns out to be no table. */
function parseLongTable({ head, rows }: LongTable): RootContent[] | undefined {
  const nodes = parse(head);
  const table = nodes.at(-1);
  const end = head.offset + head.text.trimEnd().length;
  if (table?.type !== "table" || (table.position?.end.offset ?? 0) < end) return undefined;
  const start = (table.position?.start.offset ?? 0) - head.offset;
  const [title = "", delimiters = ""] = head.text.slice(start).split("\n", 2);
  const header = `${title}\n${delimiters}\n`;
  for (const { text, offset, line } of rows) {
    const chunk = { text: header + text, offset: offset - header.length, line: line - 2 };
    const [part] = parse(chunk);
    if (part?.type !== "table") return undefined;
    for (const row of part.children.slice(1)) table.children.push(row);
    table.position = part.position &&
      table.position && { ...table.position, end: part.position.end };
  }
  return nodes;
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
