import type { SyntaxNode } from "@lezer/common";
import type { ConstantDraft } from "./draft.js";
import type { GoExpression, GoType } from "./ast.js";
import { commentedNodes, commentDocumentation, type Commented } from "./comment.js";
import { expressionOf } from "./expression.js";
import { childrenOf, identifierOf, spanRange, spanText, type GoSource } from "./syntax.js";
import { isTypeNode, typeOf } from "./type.js";

const SPECS = new Set(["ConstSpec"]);

/** The part of a constant's line that the next line repeats where it has none of its own. */
interface Definition {
  readonly count: number;
  /** Reads a value at its first use: what is wrong with one is told once, whoever repeats it. */
  readonly valueAt: (index: number) => TypedExpression;
}

interface TypedExpression {
  readonly type?: GoType;
  readonly value: GoExpression;
}

/**
 * The constants of a `const` declaration, single or a group (Go spec, Constant declarations). A line
 * with more or fewer values than names is reported as `go-syntax`.
 *
 * @param end where to stop in the source: behind it the syntax tree is not to be trusted
 */
export function constantsOf(
  declaration: Commented,
  source: GoSource,
  end = source.text.length,
): ConstantDraft[] {
  const single = declaration.node.getChild("ConstSpec");
  if (single !== null && single.to <= end) {
    const spec = { node: single, comments: declaration.comments };
    return specConstants(spec, 0, constantDefinition(single, source), source);
  }
  const group = declaration.node.getChild("SpecList");
  const all = group === null ? [] : commentedNodes(group, SPECS, source);
  const specs = all.filter(({ node }) => node.to <= end);
  let definition: Definition | undefined;
  const constants = specs.flatMap((spec, iota) => {
    const own = constantDefinition(spec.node, source);
    if (definition === undefined || own.count > 0) definition = own;
    return specConstants(spec, iota, definition, source);
  });
  const groupDocumentation = commentDocumentation(declaration, "");
  return constants.map((constant, index) =>
    index === 0 ? { ...constant, groupDocumentation } : constant,
  );
}

function constantDefinition(spec: SyntaxNode, source: GoSource): Definition {
  const invalid = invalidIn(spec, source);
  const children = childrenOf(spec);
  const equals = children.findIndex(({ name }) => name === "=");
  const values = children.slice(equals + 1).filter(({ name }) => name !== ",");
  if (equals === -1) return { count: 0, valueAt: () => ({ value: invalid }) };
  const typeNode = children.slice(0, equals).find(isTypeNode);
  const typeAt = once(() => typeNode && typeOf(typeNode, source));
  const expressions = values.map((node) => once(() => expressionOf(node, source)));
  return {
    count: values.length,
    valueAt: (index) => {
      const type = typeAt();
      const value = expressions[index]?.() ?? invalid;
      return { value, ...(type === undefined ? {} : { type }) };
    },
  };
}

function specConstants(
  spec: Commented,
  iota: number,
  { count, valueAt }: Definition,
  source: GoSource,
): ConstantDraft[] {
  const names = childrenOf(spec.node).filter(({ name }) => name === "DefName");
  const isComplete = names.length === count;
  if (!isComplete) {
    source.report("go-syntax", spanRange(spec.node, source), {
      text: spanText(spec.node, source),
      expected: `${names.length} ${names.length === 1 ? "value" : "values"}, one for each name`,
    });
  }
  return names.flatMap((node, index): ConstantDraft[] => {
    const name = identifierOf(node, source);
    if (name === undefined || name.text === "_") return [];
    const documentation = commentDocumentation(spec, name.text);
    const typed = isComplete ? valueAt(index) : { value: invalidIn(spec.node, source) };
    return [{ kind: "constant", name, ...typed, iota, documentation, groupDocumentation: "" }];
  });
}

function invalidIn(spec: SyntaxNode, source: GoSource): GoExpression {
  return { kind: "invalid", range: spanRange(spec, source) };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
