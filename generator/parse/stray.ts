import type { Code, List, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import type { ParseContext } from "./context.js";
import { blockLinesOf, isIndented } from "./block-lines.js";
import { isGo } from "./fence.js";
import { linesOf, type Line } from "./lines.js";
import { lostIn } from "./lost.js";
import { firstLineOf, rangeOf } from "./source.js";
import { reportPossibleField, reportStrayField, type FieldPlace } from "./stray-field.js";
import { reportHtml, reportLost, reportMisplaced } from "./stray-lost.js";
import { reportListedDelimiters, reportStrayRow } from "./stray-row.js";

/**
 * Reports text that was almost certainly meant as a table or as code; it would silently be missing
 * from the output. It reports one message for each block, and of fields the first one.
 *
 * @returns the blocks that it has reported
 */
export function reportStray(
  content: readonly RootContent[],
  place: FieldPlace,
  context: ParseContext,
): ReadonlySet<RootContent> {
  const strays = new Set<RootContent>();
  const isBare = place.kind === "model" && !place.hasTable;
  for (const [index, node] of content.entries()) {
    if (reportStrayBlock(node, content[index - 1], isBare, context)) strays.add(node);
  }
  const blocks = content
    .filter((node) => !strays.has(node))
    .map((node) => ({ node, lines: blockLinesOf(node, isBare ? "plain" : "none", context) }))
    .filter(({ lines }) => lines.length > 0);
  // A paragraph for each field: together they tell more than each of them.
  const texts = [...blocks, { lines: blocks.flatMap(({ lines }) => lines) }];
  let field: Line | undefined;
  texts.some(({ lines }) => (field = reportStrayField(lines, place, context)) !== undefined);
  const block = blocks.find(({ lines }) =>
    lines.some(({ range }) => range.start === field?.range.start),
  );
  if (block !== undefined) {
    // A heading for each field is one fault.
    const { type } = block.node;
    return new Set([
      ...strays,
      block.node,
      ...content.filter((node) => type === "heading" && node.type === type),
    ]);
  }
  if (strays.size === 0) {
    const plain = content.map((node) => blockLinesOf(node, "plain", context));
    [...plain, plain.flat()].find((lines) => reportPossibleField(lines, place, context));
  }
  return strays;
}

/** Reports lines that a line break of other programs separates, and Markdown does not. */
export function reportStrayLines(
  lines: readonly Line[],
  place: FieldPlace,
  context: ParseContext,
): void {
  if (!reportStrayText(lines, undefined, false, context)) reportStrayField(lines, place, context);
}

function reportStrayBlock(
  node: RootContent,
  previous: RootContent | undefined,
  isBare: boolean,
  context: ParseContext,
): boolean {
  switch (node.type) {
    case "paragraph":
      return reportStrayText(linesOf(rangeOf(node, context)), previous, isBare, context);
    case "list":
      return reportListedDelimiters(node, previous, context) ?? reportStrayList(node, context);
    case "html":
      return reportHtml(node, context);
    default:
      return node.type === "code" && isIndented(node, context) && reportCode(node, context);
  }
}

function reportStrayText(
  lines: readonly Line[],
  previous: RootContent | undefined,
  isBare: boolean,
  context: ParseContext,
): boolean {
  return reportLost(lines, context) || reportStrayRow(lines, previous, isBare, context);
}

/** A list is documentation as a whole; what is code or a table in it would declare nothing. */
function reportStrayList(list: List, context: ParseContext): boolean {
  let isStray = false;
  visit(list, (node) => {
    if (node.type === "code" && isGo(node))
      isStray = reportMisplaced("Go fence in a list", firstLineOf(node, context), context);
    else if (node.type === "code") isStray = reportCode(node, context) || isStray;
    else if (node.type === "html") isStray = reportHtml(node, context) || isStray;
    else if (node.type === "table")
      isStray = reportMisplaced("table in a list", firstLineOf(node, context), context);
    else if (node.type === "heading")
      isStray = reportLost(linesOf(firstLineOf(node, context)), context) || isStray;
    else if (node.type === "paragraph")
      isStray =
        reportStrayText(linesOf(rangeOf(node, context)), undefined, false, context) || isStray;
  });
  return isStray;
}

/** Indented code holds what a tab of MkDocs has in it, or a paste; a fence in a list holds examples. */
function reportCode(node: Code, context: ParseContext): boolean {
  const isPaste = isIndented(node, context);
  const lost = lostIn(linesOf(rangeOf(node, context)), isPaste ? "middle" : "low");
  if (lost === undefined) return false;
  const place = isPaste ? "indented code" : "a fence";
  return reportMisplaced(`${lost.content} in ${place}`, lost.line.range, context);
}
