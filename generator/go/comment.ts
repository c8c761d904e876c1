import type { SyntaxNode } from "@lezer/common";
import { firstIndexOf, paragraphs } from "../source/text.js";
import type { Span } from "./lexical.js";
import { childrenOf, spanText, type GoSource } from "./syntax.js";

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
  /** Whether it stands behind the declaration, on the same line. */
  readonly isBehind?: boolean;
}

/** A node on the way to its comments. */
interface Entry {
  readonly node: SyntaxNode;
  readonly comments: Comment[];
  /** Whether a comment stands directly above it. */
  readonly isAttached: boolean;
}

/**
 * Gives every comment between the nodes of a scope to one of them: on the same line to the one
 * before it, else to the next, and behind the last node to that one. Only comments for Go's own
 * tools are left out.
 */
export function commentedNodes(
  scope: SyntaxNode,
  names: ReadonlySet<string>,
  source: GoSource,
): Commented[] {
  const entries: Entry[] = [];
  let pending: Comment[] = [];
  let end = scope.from;
  let isOnLine = false;
  for (const part of partsOf(scope, source)) {
    const lines = source.text.slice(end, part.span.from).split("\n").length - 1;
    const last = entries.at(-1);
    end = part.span.to;
    isOnLine &&= lines === 0;
    if (part.node !== undefined) {
      if (!names.has(part.node.name)) continue;
      entries.push({ node: part.node, comments: pending, isAttached: lines < 2 });
      pending = [];
      isOnLine = true;
    } else if (!isDirective(spanText(part.span, source))) {
      const text = commentText(spanText(part.span, source));
      if (isOnLine && last)
        last.comments.push({ text, isAttached: last.isAttached, isBehind: true });
      else pending.push({ text, isAttached: lines < 2 && pending.length > 0 });
    }
  }
  for (const comment of pending) entries.at(-1)?.comments.push(comment);
  return entries;
}

/** The documentation of a name: its comments as paragraphs, without the name where they repeat it. */
export function commentDocumentation({ comments }: Commented, name: string): string {
  const blocks: string[][] = [];
  for (const { text: whole, isAttached, isBehind } of comments) {
    const block = blocks.at(-1);
    const text = isBehind ? withoutName(whole, name) : whole;
    if (block === undefined || !isAttached) blocks.push([text]);
    else block.push(text);
  }
  return paragraphs(blocks.map((lines) => withoutName(trimmed(lines.join("\n")), name)));
}

/** The children of a scope, and the comments that stand between them, in their order. */
function* partsOf(
  scope: SyntaxNode,
  source: GoSource,
): Generator<{ readonly span: Span; readonly node?: SyntaxNode }> {
  const { comments } = source;
  let index = firstIndexOf(comments, ({ from }) => from >= scope.from);
  for (const node of childrenOf(scope)) {
    for (let comment = comments[index]; comment && comment.from < node.to;) {
      if (comment.from < node.from) yield { span: comment };
      comment = comments[++index];
    }
    yield { span: node, node };
  }
  for (let comment = comments[index]; comment && comment.from < scope.to;) {
    yield { span: comment };
    comment = comments[++index];
  }
}

/** Whether a comment is for Go's own tools (Go's go/ast, isDirective), for its linters, or for this tool. */
function isDirective(comment: string): boolean {
  return /^\/\/(?:[ \t]*md2sdk-|[a-z\d]+:[a-z\d]|nolint\b|(?:line|extern|export) )/.test(comment);
}

/** The text of a comment without its marks; a space behind `//` is one of them. */
function commentText(comment: string): string {
  if (comment.startsWith("//"))
    return comment
      .slice(2)
      .replace(/^[ \t]/, "")
      .trimEnd();
  const [first = "", ...rest] = comment.slice(2, -2).split("\n");
  const isStarred = rest.every((line) => /^\s*(?:\*|$)/.test(line));
  const margin = isStarred ? 0 : marginOf(rest);
  return [
    first.replace(/^\*?\s*/, ""),
    ...rest.map((line) => (isStarred ? line.replace(/^\s*\* ?/, "") : line.slice(margin))),
  ]
    .map((line) => line.trimEnd())
    .join("\n");
}

/** How far all lines are indented; blank ones do not count. */
function marginOf(lines: readonly string[]): number {
  return lines
    .filter((line) => line.trim() !== "")
    .reduce((least, line) => Math.min(least, line.search(/\S/)), Number.POSITIVE_INFINITY);
}

/** A text without blank lines at its ends; what its first line is indented by stays. */
function trimmed(text: string): string {
  return text.trimEnd().replace(/^(?:[^\S\n]*\n)+/, "");
}

/** Go's convention repeats the name at the beginning; a reader of the output sees it already. */
function withoutName(text: string, name: string): string {
  const bare = text.trimStart();
  if (name === "" || !bare.startsWith(name)) return text;
  const rest = bare.slice(name.length);
  return /^(?:\s|[:：,，、]|$)/.test(rest) ? rest.replace(/^\s*[:：,，、]?\s*/, "") : text;
}
