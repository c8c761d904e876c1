import type { SyntaxNode } from "@lezer/common";
import { code } from "../source/code.js";
import { characterHint, suspiciousIndex } from "../source/hints.js";
import type { Report } from "../source/diagnostic.js";
import type { DeclarationDraft, ModelDraft, TypeDraft } from "./draft.js";
import type { SourceRange } from "../source/source.js";
import { paragraphs, sourceOf } from "../source/text.js";
import { commentedNodes, commentDocumentation, type Commented } from "./comment.js";
import { constantsOf } from "./constant.js";
import type { Span } from "./lexical.js";
import { structMembers } from "./struct.js";
import { piecesOf } from "./pieces.js";
import { soundEnd, recoveredDeclarations } from "./recovery.js";
import {
  allChildrenOf,
  childrenOf,
  errorIn,
  goSource,
  identifierOf,
  parseGo,
  spanRange,
  reportSyntax,
  spanText,
  type GoSource,
} from "./syntax.js";
import { isTypeNode, typeOf } from "./type.js";

/** Go declarations that say nothing about data, by what to call them. */
const SKIPPED: Readonly<Record<string, string>> = {
  PackageClause: "package clause",
  ImportDecl: "import",
  VarDecl: "variable",
  FunctionDecl: "function",
  MethodDecl: "method",
};

const TYPE_SPECS = new Set(["TypeSpec"]);

/**
 * Parses the Go code of a fence: types, structs and constants (Go spec, Declarations and scope). A
 * declaration with a syntax error is reported as `go-syntax` and left out, and the rest is read;
 * functions and the like are left out with the notice `skipped-declaration`.
 */
export function parseGoFence(range: SourceRange, report: Report): DeclarationDraft[] {
  const { source: document, start } = range;
  const source = goSource(sourceOf(range), { document, report, offset: start });
  const isReadable = source.tooDeep === undefined && suspiciousIn(source) === undefined;
  const tree = isReadable ? parseGo(source) : undefined;
  if (tree !== undefined && errorIn(tree) === undefined)
    return treeDeclarations(tree, source, range);
  // The parser seldom finds its way back after an error: each declaration is read on its own.
  return piecesOf(source.code).flatMap(([from, to]) => {
    const piece = goSource(source.text.slice(from, to), {
      document,
      report,
      offset: start + from,
    });
    return pieceDeclarations(piece, range);
  });
}

function pieceDeclarations(source: GoSource, range: SourceRange): DeclarationDraft[] {
  const suspicious = suspiciousIn(source);
  if (suspicious !== undefined) {
    const text = spanText(suspicious, source);
    const parameters = { text, expected: "Go code" };
    source.report("go-syntax", spanRange(suspicious, source), parameters, {
      hint: characterHint(text),
    });
    return recoveredDeclarations(0, source);
  }
  if (source.tooDeep === undefined) return treeDeclarations(parseGo(source), source, range);
  source.report("go-syntax", spanRange(source.tooDeep, source), {
    text: spanText(source.tooDeep, source),
    expected: "code that is nested less deeply",
  });
  return recoveredDeclarations(0, source);
}

/** The first character outside of strings that the parser would take for a name, and nobody does. */
function suspiciousIn({ code: text }: GoSource): Span | undefined {
  const bare = text.replaceAll(STRING, (string) => " ".repeat(string.length));
  const from = suspiciousIndex(bare);
  return from === -1 ? undefined : { from, to: from + 1 };
}

const STRING = /"(?:\\.|[^"\\\n])*"|`[^`]*`|'(?:\\.|[^'\\\n])*'/g;

/**
 * The declarations before the first error, which is reported, and the names that are declared behind
 * it.
 */
function treeDeclarations(
  tree: SyntaxNode,
  source: GoSource,
  { end }: SourceRange,
): DeclarationDraft[] {
  const kinds = new Set(allChildrenOf(tree).map(({ name }) => name));
  kinds.delete(";");
  const error = errorIn(tree);
  const sound: DeclarationDraft[][] = [];
  for (const declaration of commentedNodes(tree, kinds, source)) {
    if (error !== undefined && errorIn(declaration.node) !== undefined) {
      const isGroup = declaration.node.name === "ConstDecl";
      if (isGroup) sound.push(constantsOf(declaration, source, soundEnd(error, source)));
      break;
    }
    sound.push(nodeDeclarations(declaration, source));
  }
  const declarations = sound.flat();
  if (error === undefined) return declarations;
  reportSyntax(error, source, end);
  const declared = new Set(declarations.map(({ name }) => name.range.start));
  const recovered = recoveredDeclarations(soundEnd(error, source), source);
  return [...declarations, ...recovered.filter(({ name }) => !declared.has(name.range.start))];
}

function nodeDeclarations(declaration: Commented, source: GoSource): DeclarationDraft[] {
  const { node } = declaration;
  if (node.name === "TypeDecl") return typesOf(declaration, source);
  if (node.name === "ConstDecl") return constantsOf(declaration, source);
  const what = SKIPPED[node.name];
  if (what === undefined)
    source.report("go-syntax", spanRange(node, source), statementOf(node, source));
  else
    source.report("skipped-declaration", spanRange(node, source), {
      what: describe(what, node, source),
    });
  return [];
}

function typesOf(declaration: Commented, source: GoSource): DeclarationDraft[] {
  const single = declaration.node.getChild("TypeSpec");
  if (single !== null) {
    return typeDraftOf({ node: single, comments: declaration.comments }, "", source);
  }
  const group = declaration.node.getChild("SpecList");
  const specs = group === null ? [] : commentedNodes(group, TYPE_SPECS, source);
  return specs.flatMap((spec, index) => {
    return typeDraftOf(spec, index === 0 ? commentDocumentation(declaration, "") : "", source);
  });
}

function typeDraftOf(
  spec: Commented,
  groupDocumentation: string,
  source: GoSource,
): (ModelDraft | TypeDraft)[] {
  const children = childrenOf(spec.node);
  const nameNode = children[0];
  const typeNode = children.find(isTypeNode);
  if (nameNode === undefined || typeNode === undefined) return [];
  const name = identifierOf(nameNode, source);
  if (name === undefined) return [];
  const documentation = paragraphs([groupDocumentation, commentDocumentation(spec, name.text)]);
  const parameters = children.find((child) => child.name === "TypeParams");
  if (parameters !== undefined) {
    source.report("unsupported-type", spanRange(parameters, source), {
      text: spanText(parameters, source),
    });
    return [];
  }
  if (typeNode.name === "StructType") {
    return [{ kind: "model", name, documentation, ...structMembers(typeNode, source) }];
  }
  const type = typeOf(typeNode, source);
  const isAlias = children.some((child) => child.name === "=");
  return [{ kind: "type", name, isAlias, type, documentation }];
}

function describe(what: string, node: SyntaxNode, source: GoSource): string {
  const name = node.getChild("DefName") ?? node.getChild("FieldName");
  return name === null ? what : `${what} ${code(spanText(name, source))}`;
}

function statementOf(node: SyntaxNode, source: GoSource) {
  const [first = ""] = spanText(node, source).split("\n", 1);
  return { text: first, expected: "a Go declaration" };
}
