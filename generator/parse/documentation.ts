import type { RootContent } from "mdast";
import type { ParseContext } from "./context.js";
import type { SourceRange } from "../source/source.js";
import { sourceOf } from "../source/text.js";
import { replaceOutsideCode } from "./inline.js";
import { rangeOf } from "./source.js";

/**
 * The documentation that a cell or the rest of a heading holds: its source text, not a re-rendering,
 * so that nothing is lost and nothing becomes emphasis. Only two spellings are the table's own and
 * are read as what they stand for: `<br>` is a new line, `\\|` a bar.
 */
export function cellDocumentation(range: SourceRange): string {
  const text = withoutMarkup(sourceOf(range));
  return text === "TODO" ? "" : text;
}

function withoutMarkup(text: string): string {
  if (!/[<\\\n]/.test(text)) return text.trim();
  return replaceOutsideCode(text, /<br\s*\/?>/gi, "\n")
    .replaceAll("\\|", "|")
    .replaceAll(/\n[ \t]+/g, "\n")
    .replaceAll(/(?<![ \t])[ \t]+\n/g, "\n")
    .trim();
}

/**
 * Returns the source text of a block without the indentation that all of it has, which its first line lacks, and
 * without white space at the ends of lines.
 */
export function alignedText(node: RootContent, context: ParseContext): string {
  const range = rangeOf(node, context);
  const before = context.source.text.slice(0, range.start);
  const [indent = ""] = /[ \t]*$/.exec(before) ?? [];
  const lines = (indent + sourceOf(range)).split("\n");
  return lines
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line).trimEnd())
    .join("\n");
}

/** The documentation that a paragraph, a list or another block holds: its source text. */
export function blockDocumentationOf(node: RootContent, context: ParseContext): string {
  return sourceOf(rangeOf(node, context)).trim();
}
