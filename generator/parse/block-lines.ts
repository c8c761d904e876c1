import type { Code, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import type { ParseContext } from "./context.js";
import { sourceOf } from "../source/text.js";
import { isPlain } from "./fence.js";
import { linesOf, type Line } from "./lines.js";
import { contentRangeOf, firstLineOf, rangeOf } from "./source.js";

/** The fences that may hold more than an example: none of them, those of no language in particular, or all. */
type Fences = "none" | "plain" | "all";

/** The type of a field whose name is in the line above. */
const TYPE_LINE = /^\s*(?:type|[\u4E00-\u9FFF]{0,4}类型)\s*[:：]/i;

/** Returns the lines of a block that may be fields or calls: of a list, the first one of each paragraph, and types. */
export function blockLinesOf(node: RootContent, fences: Fences, context: ParseContext): Line[] {
  if (node.type === "list") {
    const items: Line[] = [];
    visit(node, "paragraph", (paragraph) => {
      items.push(
        ...linesOf(rangeOf(paragraph, context)).filter(
          ({ text }, index) => index === 0 || TYPE_LINE.test(text),
        ),
      );
    });
    return items;
  }
  const range = node.type === "heading" ? contentRangeOf(node, context) : rangeOf(node, context);
  return range === undefined || !mayTell(node, fences, context) ? [] : linesOf(range);
}

function mayTell(node: RootContent, fences: Fences, context: ParseContext): boolean {
  if (node.type === "html") return /^\s*<pre[\s>]/i.test(node.value);
  if (node.type !== "code" || isIndented(node, context)) return node.type !== "table";
  return fences === "all" || (fences === "plain" && isPlain(node.lang ?? ""));
}

/** Tells whether code is indented, and so not in a fence. */
export function isIndented(node: Code, context: ParseContext): boolean {
  return !/^(?:```|~~~)/.test(sourceOf(firstLineOf(node, context)));
}
