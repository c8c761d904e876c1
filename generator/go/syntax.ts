import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/go";
import { report } from "../diagnostics/report.js";
import type { SourceRange, SourceText } from "../ir/source.js";

/** Go source in a document, and where it begins there. */
export interface GoSource {
  readonly text: string;
  readonly file: SourceRange["file"];
  /** What to add to a position in the text for the offset in the document; may be negative. */
  readonly offset: number;
}

/** Parses Go source; the tree is complete whatever the text, with errors as nodes of their own. */
export function parseGo({ text }: GoSource): SyntaxNode {
  return parser.parse(text).topNode;
}

export function rangeOf({ from, to }: { from: number; to: number }, source: GoSource): SourceRange {
  return { file: source.file, start: from + source.offset, end: to + source.offset };
}

export function textOf({ from, to }: { from: number; to: number }, { text }: GoSource): string {
  return text.slice(from, to);
}

export function sourceTextOf(node: SyntaxNode, source: GoSource): SourceText {
  return { text: textOf(node, source), range: rangeOf(node, source) };
}

/** The children of a node, without errors and comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return allChildrenOf(node).filter((child) => !child.type.isError && !isComment(child));
}

/** The children of a node, whatever they are. */
export function allChildrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

export function isComment({ name }: SyntaxNode): boolean {
  return name === "LineComment" || name === "BlockComment";
}

/** The first error in a node; nothing where its syntax is right. */
export function errorIn(node: SyntaxNode): SyntaxNode | undefined {
  const cursor = node.cursor();
  do {
    if (cursor.from > node.to || cursor.to < node.from) break;
    if (cursor.type.isError) return cursor.node;
  } while (cursor.next() && cursor.from <= node.to);
  return undefined;
}

/** Reports an error at the token that the parser did not expect. */
export function reportSyntax(error: SyntaxNode, source: GoSource): void {
  const rest = source.text.slice(error.from);
  const [, space = "", token = ""] =
    /^(\s*)([\p{L}_][\p{L}\p{Nd}_]*|"[^"\n]*"?|\d+|\S)?/u.exec(rest) ?? [];
  const from = token === "" ? error.from : error.from + space.length;
  report("go-syntax", rangeOf({ from, to: from + token.length }, source), {
    text: token,
    expected: EXPECTED[error.parent?.name ?? ""] ?? "a Go declaration",
  });
}

/** What can stand where a node of the grammar is broken. */
const EXPECTED: Readonly<Record<string, string>> = {
  ArrayType: "a Go type",
  BinaryExp: "an expression",
  CallExpr: "an expression",
  ChannelType: "a Go type",
  ConstDecl: "a constant",
  ConstSpec: "an expression",
  FieldDecl: "a field",
  MapType: "a Go type",
  ParenthesizedExpr: "an expression",
  PointerType: "a Go type",
  SliceType: "a Go type",
  SpecList: "a declaration or `)`",
  StructBody: "a field or `}`",
  StructType: "a field or `}`",
  TypeDecl: "a type",
  TypeSpec: "a Go type",
  UnaryExp: "an expression",
};
