import type { SyntaxNode } from "@lezer/common";
import { code } from "../diagnostics/code.js";
import { report } from "../diagnostics/report.js";
import type { DeclarationDraft, ModelDraft, TypeDraft } from "../ir/draft.js";
import type { SourceRange } from "../ir/source.js";
import { paragraphs, sourceOf } from "../text.js";
import { commentedNodes, documentationOf, type Commented } from "./comment.js";
import { constantsOf } from "./constant.js";
import { membersOf } from "./struct.js";
import {
  allChildrenOf,
  childrenOf,
  errorIn,
  parseGo,
  rangeOf,
  reportSyntax,
  sourceTextOf,
  textOf,
  type GoSource,
} from "./syntax.js";
import { isType, typeOf } from "./type.js";

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
 * Parses the Go code of a fence: types, structs and constants. A declaration with a syntax error is
 * reported and left out, and the rest is read.
 */
export function parseGoFence(range: SourceRange): DeclarationDraft[] {
  const source: GoSource = { text: sourceOf(range), file: range.file, offset: range.start };
  const tree = parseGo(source);
  const kinds = new Set(allChildrenOf(tree).map(({ name }) => name));
  const declarations: DeclarationDraft[] = [];
  let isBroken = false;
  for (const declaration of commentedNodes(tree, kinds, source)) {
    const error = errorIn(declaration.node);
    // One mistake often breaks what follows as well: it is told once.
    if (error !== undefined && !isBroken) reportSyntax(error, source);
    isBroken = error !== undefined;
    if (!isBroken) declarations.push(...declarationsOf(declaration, source));
  }
  return declarations;
}

function declarationsOf(declaration: Commented, source: GoSource): DeclarationDraft[] {
  const { node } = declaration;
  if (node.name === "TypeDecl") return typesOf(declaration, source);
  if (node.name === "ConstDecl") return constantsOf(declaration, source);
  const what = SKIPPED[node.name];
  if (what === undefined) report("go-syntax", rangeOf(node, source), statementOf(node, source));
  else report("skipped-declaration", rangeOf(node, source), { what: describe(what, node, source) });
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
    return typeDraftOf(spec, index === 0 ? documentationOf(declaration, "") : "", source);
  });
}

function typeDraftOf(
  spec: Commented,
  groupDocumentation: string,
  source: GoSource,
): (ModelDraft | TypeDraft)[] {
  const children = childrenOf(spec.node);
  const nameNode = children[0];
  const typeNode = children.find(isType);
  if (nameNode === undefined || typeNode === undefined) return [];
  const name = sourceTextOf(nameNode, source);
  const documentation = paragraphs([groupDocumentation, documentationOf(spec, name.text)]);
  const parameters = children.find((child) => child.name === "TypeParams");
  if (parameters !== undefined) {
    report("unsupported-type", rangeOf(parameters, source), { text: textOf(parameters, source) });
    return [];
  }
  if (typeNode.name === "StructType") {
    return [{ kind: "model", name, documentation, members: membersOf(typeNode, source) }];
  }
  const type = typeOf(typeNode, source);
  const isAlias = children.some((child) => child.name === "=");
  return type === undefined ? [] : [{ kind: "type", name, isAlias, type, documentation }];
}

function describe(what: string, node: SyntaxNode, source: GoSource): string {
  const name = node.getChild("DefName") ?? node.getChild("FieldName");
  return name === null ? what : `${what} ${code(textOf(name, source))}`;
}

function statementOf(node: SyntaxNode, source: GoSource) {
  const [first = ""] = textOf(node, source).split("\n", 1);
  return { text: first, expected: "a Go declaration" };
}
