import type { SyntaxNode } from "@lezer/common";
import { paragraphs } from "../text.js";
import { allChildrenOf, isComment, textOf, type GoSource } from "./syntax.js";

/** A declaration, constant or field with the comments that belong to it. */
export interface Commented {
  readonly node: SyntaxNode;
  /** Comments before it, after it on its last line, and detached ones around it, in order. */
  readonly comments: readonly Comment[];
}

interface Comment {
  readonly text: string;
  /** Whether a comment or a declaration stands directly before it, without a blank line. */
  readonly isAttached: boolean;
}

/**
 * Gives every comment of a scope to one of its nodes: on the same line to the one before it, else
 * to the next, and behind the last node to that one. No comment is lost.
 */
export function commentedNodes(
  scope: SyntaxNode,
  names: ReadonlySet<string>,
  source: GoSource,
): Commented[] {
  const entries: { node: SyntaxNode; comments: Comment[] }[] = [];
  let pending: Comment[] = [];
  let end = scope.from;
  for (const child of allChildrenOf(scope)) {
    const lines = source.text.slice(end, child.from).split("\n").length - 1;
    const last = entries.at(-1);
    if (isComment(child)) {
      const comment = { text: commentText(textOf(child, source)), isAttached: lines < 2 };
      if (lines === 0 && last?.node.to === end) last.comments.push(comment);
      else pending.push(comment);
    } else if (names.has(child.name)) {
      entries.push({ node: child, comments: pending });
      pending = [];
    }
    end = child.to;
  }
  entries.at(-1)?.comments.push(...pending);
  return entries;
}

/** The documentation of a name: its comments as paragraphs, without the name where they repeat it. */
export function documentationOf({ comments }: Commented, name: string): string {
  const blocks: string[][] = [];
  for (const { text, isAttached } of comments) {
    if (isDirective(text)) continue;
    const block = blocks.at(-1);
    if (block === undefined || !isAttached) blocks.push([text]);
    else block.push(text);
  }
  return paragraphs(blocks.map((lines) => withoutName(lines.join("\n").trim(), name)));
}

/** The text of a comment without its marks; a space behind `//` is one of them. */
function commentText(comment: string): string {
  if (comment.startsWith("//"))
    return comment
      .slice(2)
      .replace(/^[ \t]/, "")
      .trimEnd();
  return comment
    .slice(2, comment.endsWith("*/") ? -2 : undefined)
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trim())
    .join("\n")
    .trim();
}

/** Comments for Go's own tools. */
function isDirective(text: string): boolean {
  return /^(?:go:|lint:|nolint\b)/.test(text);
}

/** Go's convention repeats the name at the beginning; a reader of the output sees it already. */
function withoutName(text: string, name: string): string {
  if (!text.startsWith(name)) return text;
  const rest = text.slice(name.length);
  return /^(?:\s|:|：|$)/.test(rest) ? rest.replace(/^\s*[:：]?\s*/, "") : text;
}
