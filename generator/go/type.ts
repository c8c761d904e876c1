import type { SyntaxNode } from "@lezer/common";
import type { Report } from "../source/diagnostic.js";
import { typeHint } from "../source/type-hints.js";
import type { GoType } from "./ast.js";
import type { SourceText } from "../source/source.js";
import { isGoIdentifier } from "../names.js";
import { integerOf } from "./literal.js";
import {
  allChildrenOf,
  childrenOf,
  errorIn,
  goSource,
  parseGo,
  spanRange,
  spanText,
  type GoSource,
} from "./syntax.js";

/**
 * Types nested deeper are taken for a mistake: nobody means them, and the length of what is generated
 * is quadratic in the depth.
 */
const DEEPEST = 16;

const DEPTH_HINT = `nest at most ${DEEPEST} types`;

/** Arrays longer than this are taken for a mistake: every value of them would be as long. */
const LONGEST_ARRAY = 65_536n;

const PREFIX = "type T ";

/** Names that are no keywords of Go: those of scalars, and what begins with a capital. */
const PLAIN_NAME = /^(?:[A-Z]\w*|string|bool|byte|rune|u?int(?:8|16|32|64)?|float(?:32|64))$/;

/**
 * Parses the Go type of a table cell (Go spec, Types). What is no type, and what JSON cannot carry,
 * is reported, and then a type of the kind `invalid`.
 */
export function parseGoType({ text, range }: SourceText, report: Report): GoType {
  // Most cells have such a name, and the parser takes long to begin.
  if (PLAIN_NAME.test(text)) return { kind: "name", name: text, range };
  const source = goSource(PREFIX + text, {
    document: range.source,
    report,
    offset: range.start - PREFIX.length,
  });
  const isDeep = isNestedDeeply(text);
  const node = isDeep ? undefined : onlyTypeOf(source);
  if (node !== undefined) return typeOf(node, source);
  report("invalid-type", range, { text }, { hint: isDeep ? DEPTH_HINT : typeHint(text) });
  return { kind: "invalid", range };
}

/** The type that a node of the syntax tree stands for; one that JSON cannot carry is reported. */
export function typeOf(node: SyntaxNode, source: GoSource, depth = 0): GoType {
  const range = spanRange(node, source);
  if (depth > DEEPEST) return reportType("invalid-type", node, source, DEPTH_HINT);
  const nested = (child: SyntaxNode | undefined) =>
    child === undefined
      ? reportType("invalid-type", node, source)
      : typeOf(child, source, depth + 1);
  const types = childrenOf(node).filter(isTypeNode);
  switch (node.name) {
    case "TypeName":
    case "QualifiedType": {
      const parts =
        types.length === 0 ? [node] : childrenOf(node).filter(({ name }) => name !== ".");
      const isName = parts.every((part) => isGoIdentifier(spanText(part, source)));
      if (parts.length > 2 || !isName) return reportType("invalid-type", node, source);
      const name = parts.map((part) => spanText(part, source)).join(".");
      return name === "any" ? { kind: "any", range } : { kind: "name", name, range };
    }
    case "ParenthesizedType":
      return nested(types[0]);
    case "PointerType":
    case "SliceType": {
      if (childrenOf(node).some((child) => child.name === "...")) break;
      const kind = node.name === "SliceType" ? "list" : "pointer";
      return { kind, element: nested(types[0]), range };
    }
    case "ArrayType":
      return arrayOf(node, source, nested(types.at(-1)));
    case "MapType":
      return { kind: "map", key: nested(types[0]), value: nested(types[1]), range };
    case "InterfaceType":
      if (isEmpty(node.getChild("InterfaceBody"))) return { kind: "any", range };
  }
  return reportType("unsupported-type", node, source);
}

/** Whether a node of the syntax tree is a type. */
export function isTypeNode({ name }: SyntaxNode): boolean {
  return name.endsWith("Type") || name === "TypeName";
}

function arrayOf(node: SyntaxNode, source: GoSource, element: GoType): GoType {
  const length = childrenOf(node).find(({ name }) => name === "Number");
  const value = length && integerOf(spanText(length, source));
  if (value === undefined || value > LONGEST_ARRAY) {
    return reportType("unsupported-type", node, source);
  }
  const range = spanRange(node, source);
  return { kind: "array", length: Number(value), element, range };
}

function reportType(
  rule: "invalid-type" | "unsupported-type",
  node: SyntaxNode,
  source: GoSource,
  hint = unsupportedHint(node),
): GoType {
  const range = spanRange(node, source);
  const text = spanText(node, source);
  source.report(rule, range, { text }, { hint: hint ?? typeHint(text) });
  return { kind: "invalid", range };
}

function unsupportedHint(node: SyntaxNode): string | undefined {
  if (node.name === "StructType") return "declare it as a model with a name";
  return node.name === "ParameterizedType" ? "declare it without parameters" : undefined;
}

/** Whether a type nests too deeply for the parser: a bracket or a star for each type in a type. */
function isNestedDeeply(text: string): boolean {
  return (text.match(/[[({*]/g)?.length ?? 0) > DEEPEST;
}

/** Whether nothing stands between the braces of a node. */
function isEmpty(body: SyntaxNode | null): boolean {
  return body !== null && childrenOf(body).length === 2;
}

/** The type of `type T …` where the text is that and nothing more: no comment, no second line. */
function onlyTypeOf(source: GoSource): SyntaxNode | undefined {
  const tree = parseGo(source);
  const [declaration, ...others] = allChildrenOf(tree);
  const spec = declaration?.getChild("TypeSpec");
  if (!spec || others.length > 0 || errorIn(tree) !== undefined) return undefined;
  const [, type, ...more] = allChildrenOf(spec);
  if (type === undefined || !isTypeNode(type) || more.length > 0) return undefined;
  const rest = source.text.slice(PREFIX.length, type.from) + source.text.slice(type.to);
  return rest.trim() === "" ? type : undefined;
}
