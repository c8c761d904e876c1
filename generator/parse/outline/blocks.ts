import type { Code, List, RootContent, Table } from "mdast";
import type { Dialect, HeadingRole } from "../../dialect/dialect.js";
import type { ParseContext } from "../context.js";
import type { SourceRange, SourceText } from "../../source/source.js";
import { sourceOf } from "../../source/text.js";
import { linesOf } from "../lines.js";
import { contentRangeOf, firstLineOf, rangeOf } from "../source.js";
import { reportListedDelimiters, reportStrayRow } from "../stray-row.js";
import { endpointIn } from "./endpoint.js";
import { plainText, withoutEnd } from "./plain.js";
import { proseIn } from "./prose.js";

/** A part of a document in which any heading may begin a declaration. */
export type Block =
  | HeadingBlock
  | { readonly kind: "table"; readonly node: Table }
  | { readonly kind: "fence"; readonly node: Code }
  | { readonly kind: "list"; readonly node: List }
  /** A line of a paragraph. */
  | { readonly kind: "line"; readonly line: SourceText };

/** A heading, in Markdown or HTML, or a line that stands for one. */
export interface HeadingBlock {
  readonly kind: "heading";
  /** The level: 1 to 6, 7 of a bold line, 8 of a line right above a table. */
  readonly depth: number;
  /** The text as written, without marks of the heading. */
  readonly title: SourceText;
}

/** The level of a line in bold letters. */
export const BOLD = 7;

/** The level of a line right above a table. */
export const CAPTION = 8;

const HTML_HEADING = /^\s*<h([1-6])(?:\s[^<>]*)?>(.*?)<\/h\1>\s*$/i;

/** A line in bold letters; editors leave spaces inside of the marks, which Markdown does not take for bold then. */
const BOLD_LINE = /^\s*(?:\*\*\s*([^*]+)\*\*|__\s*([^_]+)__)\s*[:：]?\s*$/;

/** A label in bold letters with a remark behind it: `**请求包体** （部分字段）：`. */
const REMARKED_LABEL = /^\s*\*\*\s*([^*]+)\*\*\s*[:：]?\s*([（(].*[）)])\s*[:：]?\s*$/;

/**
 * Cuts the content of a document into blocks; comments and lines of mere markup are left out. What Markdown
 * does not take for a table, and was surely meant as one, is reported.
 */
export function blocksOf(content: readonly RootContent[], context: ParseContext): Block[] {
  return content.flatMap((node, index): Block[] => {
    switch (node.type) {
      case "heading":
        return [headingOf(node.depth, contentRangeOf(node, context) ?? firstLineOf(node, context))];
      case "table":
        return [{ kind: "table", node }];
      case "code":
        return [{ kind: "fence", node }];
      case "list":
        reportListedDelimiters(node, content[index - 1], context);
        return [{ kind: "list", node }];
      case "html":
        return /^\s*<!--/.test(node.value) ? [] : linesIn(rangeOf(node, context), false, context);
      case "paragraph":
        reportStrayRow(linesOf(rangeOf(node, context)), content[index - 1], false, context);
        return linesIn(rangeOf(node, context), content[index + 1]?.type === "table", context);
      default:
        return [];
    }
  });
}

function linesIn(range: SourceRange, isAboveTable: boolean, { dialect }: ParseContext): Block[] {
  const lines = proseIn(range);
  return lines.flatMap((line, index): Block[] | Block => {
    const [, label, remark = ""] = REMARKED_LABEL.exec(line.text) ?? [];
    if (label !== undefined && isPartTitle(label, dialect)) {
      const text = { text: remark, range: partOf(line.range, remark) };
      return [headingOf(BOLD, partOf(line.range, label)), { kind: "line", line: text }];
    }
    const html = HTML_HEADING.exec(line.text);
    const bold = BOLD_LINE.exec(line.text);
    if (html !== null) return headingOf(Number(html[1]), partOf(line.range, html[2] ?? ""));
    if (bold !== null && !isLabelledEndpoint(line))
      return headingOf(BOLD, partOf(line.range, bold[1] ?? bold[2] ?? ""));
    if (lines.length === 1 && isPartTitle(line.text, dialect)) return headingOf(BOLD, line.range);
    const isCaption = isAboveTable && index === lines.length - 1 && mayBeCaption(line);
    return isCaption ? headingOf(CAPTION, line.range) : { kind: "line", line };
  });
}

/** Tells whether a line of its own is the title of a part of a call, such as `请求参数`. */
function isPartTitle(text: string, { headings }: Dialect): boolean {
  const word = withoutEnd(plainText(text)).toLowerCase();
  return PARTS.some((role) => headings.titles[role]?.includes(word));
}

const PARTS = [
  "request",
  "response",
  "fields",
  "headers",
] as const satisfies readonly HeadingRole[];

/** Tells whether a line in bold letters has the method or the address of a call behind a label. */
function isLabelledEndpoint(line: SourceText): boolean {
  const { method, path } = endpointIn(line);
  const isLabelled = /^\W*[\p{L} ]{1,16}[:：]/u.test(plainText(line.text));
  return isLabelled && (method !== undefined || path !== undefined);
}

/** Tells whether a line above a table may say which object the table describes. */
function mayBeCaption(line: SourceText): boolean {
  const { text } = line;
  const plain = plainText(text);
  const { method, path } = endpointIn(line);
  if (method !== undefined || path !== undefined) return false;
  return plain.length <= 60 && (/[:：]$/.test(plain) || text.includes("`"));
}

function headingOf(depth: number, range: SourceRange): HeadingBlock {
  return { kind: "heading", depth, title: { text: sourceOf(range).trim(), range } };
}

function partOf(range: SourceRange, text: string): SourceRange {
  const start = range.start + sourceOf(range).indexOf(text);
  return { ...range, start, end: start + text.length };
}
