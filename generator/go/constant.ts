import type { SyntaxNode } from "@lezer/common";
import { report } from "../diagnostics/report.js";
import type { ConstantDraft } from "../ir/draft.js";
import { commentedNodes, documentationOf, type Commented } from "./comment.js";
import { expressionOf } from "./expression.js";
import { childrenOf, rangeOf, sourceTextOf, textOf, type GoSource } from "./syntax.js";
import { isType, typeOf } from "./type.js";

const SPECS = new Set(["ConstSpec"]);

/** The part of a constant's line that the next line repeats where it has none of its own. */
interface Definition {
  readonly type: SyntaxNode | undefined;
  readonly values: readonly SyntaxNode[];
}

/** The constants of a `const` declaration, single or a group (Go spec, Constant declarations). */
export function constantsOf(declaration: Commented, source: GoSource): ConstantDraft[] {
  const single = declaration.node.getChild("ConstSpec");
  if (single !== null) {
    const spec = { node: single, comments: declaration.comments };
    return specConstants(spec, 0, definitionOf(single), source);
  }
  const group = declaration.node.getChild("SpecList");
  const specs = group === null ? [] : commentedNodes(group, SPECS, source);
  let definition: Definition = { type: undefined, values: [] };
  const constants = specs.flatMap((spec, iota) => {
    const own = definitionOf(spec.node);
    if (own.values.length > 0) definition = own;
    return specConstants(spec, iota, definition, source);
  });
  const groupDocumentation = documentationOf(declaration, "");
  return constants.map((constant, index) =>
    index === 0 ? { ...constant, groupDocumentation } : constant,
  );
}

function definitionOf(spec: SyntaxNode): Definition {
  const children = childrenOf(spec);
  const equals = children.findIndex(({ name }) => name === "=");
  if (equals === -1) return { type: undefined, values: [] };
  return {
    type: children.slice(0, equals).find(isType),
    values: children.slice(equals + 1).filter(({ name }) => name !== ","),
  };
}

function specConstants(
  spec: Commented,
  iota: number,
  { type, values }: Definition,
  source: GoSource,
): ConstantDraft[] {
  const names = childrenOf(spec.node).filter(({ name }) => name === "DefName");
  if (names.length !== values.length) {
    report("go-syntax", rangeOf(spec.node, source), {
      text: textOf(spec.node, source),
      expected: `${names.length} ${names.length === 1 ? "value" : "values"}, one for each name`,
    });
    return [];
  }
  return names.flatMap((node, index): ConstantDraft[] => {
    const name = sourceTextOf(node, source);
    const valueNode = values[index];
    if (name.text === "_" || valueNode === undefined) return [];
    const value = expressionOf(valueNode, source);
    const goType = type && typeOf(type, source);
    if (value === undefined || (type !== undefined && goType === undefined)) return [];
    const documentation = documentationOf(spec, name.text);
    return [
      {
        kind: "constant",
        name,
        ...(goType === undefined ? {} : { type: goType }),
        value,
        iota,
        documentation,
        groupDocumentation: "",
      },
    ];
  });
}
