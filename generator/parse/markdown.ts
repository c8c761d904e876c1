import type { Root } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";
import type { VFile } from "vfile";

const UNREAD_CONSTRUCTS = [
  "attention",
  "blockQuote",
  "definition",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
];

const processor = unified().use(remarkParse).use(specSyntax).freeze();

/** Parses a document to its Markdown AST. */
export function parseMarkdown(file: VFile): Root {
  return processor.parse(file);
}

/**
 * CommonMark with the one extension that the dialect needs, tables, and without the constructs that
 * would only re-read documentation: it is taken from the source, and micromark's emphasis is
 * quadratic in the length of a cell.
 */
function specSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), { disable: { null: UNREAD_CONSTRUCTS } }];
  data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
}
