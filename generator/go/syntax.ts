import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/go";
import { keysByWord } from "../source/collections.js";
import type { Report } from "../source/diagnostic.js";
import type { Source, SourceRange, SourceText } from "../source/source.js";
import { isGoIdentifier } from "../names.js";
import { lex, type Lexed, type Span } from "./lexical.js";

/** Go source in a document, and where it begins there. */
export interface GoSource extends Lexed {
  readonly text: string;
  readonly document: Source;
  readonly report: Report;
  /** The difference between an offset in the document and a position in the text; may be negative. */
  readonly offset: number;
}

/** Go source that stands in a document. */
export function goSource(
  text: string,
  { document, report, offset }: Pick<GoSource, "document" | "report" | "offset">,
): GoSource {
  return { text, document, report, offset, ...lex(text) };
}

/** Parses Go source; the tree is complete whatever the text, with errors as nodes of their own. */
export function parseGo({ code }: GoSource): SyntaxNode {
  return parser.parse(code).topNode;
}

/** The range in the document of a part of the source. */
export function spanRange({ from, to }: Span, source: GoSource): SourceRange {
  return { source: source.document, start: from + source.offset, end: to + source.offset };
}

/** The text of a part of the source, comments included. */
export function spanText({ from, to }: Span, { text }: GoSource): string {
  return text.slice(from, to);
}

/** The text of a part of the source, and its range in the document. */
export function sourceTextOf(span: Span, source: GoSource): SourceText {
  return { text: spanText(span, source), range: spanRange(span, source) };
}

/**
 * The name that a declaration gives; one that is no identifier is reported as `invalid-identifier`
 * (the parser takes any character from U+00A1 on).
 */
export function identifierOf(span: Span, source: GoSource): SourceText | undefined {
  const name = sourceTextOf(span, source);
  if (isGoIdentifier(name.text)) return name;
  source.report("invalid-identifier", name.range, { name: name.text });
  return undefined;
}

/** The children of a node, without errors. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return allChildrenOf(node).filter((child) => !child.type.isError);
}

/** The children of a node, whatever they are. */
export function allChildrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** The first error in a node or at its edge; nothing where its syntax is right. */
export function errorIn(node: SyntaxNode): SyntaxNode | undefined {
  const cursor = node.cursor();
  do {
    if (cursor.from > node.to) break;
    if (cursor.type.isError) return cursor.node;
  } while (cursor.next());
  return undefined;
}

const SPACE = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;

const TOKEN = /[\p{L}\p{Nd}_]+|"(?:\\.|[^"\\\n])*"?|`[^`\n]*`?|[^]/uy;

/**
 * Reports an error at the token that the parser did not expect.
 *
 * @param end where the Go code ends in the document: the token may stand behind the source
 */
export function reportSyntax(error: SyntaxNode, source: GoSource, end: number): void {
  const { document, offset, report } = source;
  const text = document.text.slice(0, end);
  const from = error.from + offset;
  const comma = /,(?=[ \t]*(?:\/\/[^\n]*)?\n[^\n]*$)/.exec(text.slice(offset, from));
  if (comma !== null && isInConstants(error)) {
    const start = offset + comma.index;
    const parameters = { text: ",", expected: "the end of the line" };
    report("go-syntax", { source: document, start, end: start + 1 }, parameters);
    return;
  }
  SPACE.lastIndex = from;
  TOKEN.lastIndex = from + (SPACE.exec(text)?.[0].length ?? 0);
  const token = TOKEN.exec(text);
  const start = token?.index ?? from;
  const [found = ""] = token ?? [];
  report(
    "go-syntax",
    { source: document, start, end: start + found.length },
    { text: found, expected: EXPECTED.get(error.parent?.name ?? "") ?? "a Go declaration" },
  );
}

/** Whether a comma at the end of the line before may have joined an error's line to that one. */
function isInConstants(error: SyntaxNode): boolean {
  for (let node: SyntaxNode | null = error; node !== null; node = node.parent) {
    if (node.name === "ConstDecl") return true;
  }
  return false;
}

/** Nodes that the parser puts in place of broken ones. */
const EXPECTED = keysByWord({
  "a Go type": "ArrayType ChannelType FieldName MapType PointerType SliceType TypeSpec",
  "a constant": "ConstDecl",
  "a declaration or `)`": "SpecList",
  "a field": "FieldDecl",
  "a field or `}`": "StructBody StructType",
  "a type": "TypeDecl",
  "an expression": "BinaryExp CallExpr ConstSpec ParenthesizedExpr UnaryExp",
  "an expression or `)`": "Arguments",
});
