import type { Nodes, PhrasingContent, RootContent } from "mdast";
import type { VFile } from "vfile";
import { rangeOf } from "./source.js";
import { sourceOf } from "../text.js";

/**
 * The documentation that inline content holds: its source text, not a re-rendering, so that nothing
 * is lost and nothing becomes emphasis. Only two spellings are the table's own and are read as what
 * they stand for: `<br>` is a new line, `\|` a bar.
 */
export function documentationOf(content: readonly PhrasingContent[], file: VFile): string {
  const text = content
    .map((node) =>
      isLineBreak(node) ? "\n" : sourceOf(rangeOf(node, file)).replaceAll("\\|", "|"),
    )
    .join("")
    .replaceAll(/[ \t]*\n[ \t]*/g, "\n")
    .trim();
  return text === "TODO" ? "" : text;
}

/** The documentation that a paragraph, a list or another block holds: its source text. */
export function blockDocumentationOf(node: RootContent, file: VFile): string {
  return sourceOf(rangeOf(node, file)).trim();
}

function isLineBreak(node: Nodes): boolean {
  return node.type === "html" && /^<br\s*\/?>$/i.test(node.value);
}
