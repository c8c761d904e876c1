import type { SourceRange, SourceText } from "../source/source.js";

/** A Go type as written, in a Type cell or in a fence; no name in it is resolved. */
export type GoType =
  | {
      readonly kind: "name";
      readonly name: string;
      /** The words that the name is made of, where documents name models in words. */
      readonly word?: string;
      /** The type that examples show, which counts if no document declares the name. */
      readonly fallback?: GoType;
      readonly range: SourceRange;
    }
  | { readonly kind: "any"; readonly range: SourceRange }
  /** Not a valid type. Already reported; later stages stay silent about it. */
  | { readonly kind: "invalid"; readonly range: SourceRange }
  | { readonly kind: "pointer" | "list"; readonly element: GoType; readonly range: SourceRange }
  | {
      readonly kind: "array";
      readonly length: number;
      readonly element: GoType;
      readonly range: SourceRange;
    }
  | {
      readonly kind: "map";
      readonly key: GoType;
      readonly value: GoType;
      readonly range: SourceRange;
    };

/** Returns the types that a type is made of, itself first. */
export function typesIn(type: GoType): GoType[] {
  if (type.kind === "map") return [type, ...typesIn(type.key), ...typesIn(type.value)];
  return "element" in type ? [type, ...typesIn(type.element)] : [type];
}

export type GoUnaryOperator = "+" | "-" | "!" | "^";

export type GoBinaryOperator = "+" | "-" | "*" | "/" | "%" | "<<" | ">>" | "&" | "|" | "^" | "&^";

/** A constant expression as written; `iota`, `true` and `false` are names like any other. */
export type GoExpression =
  | { readonly kind: "integer"; readonly value: bigint; readonly range: SourceRange }
  | {
      readonly kind: "float";
      readonly value: number;
      /** The exact value, if it is an integer. */
      readonly integer?: bigint | undefined;
      readonly range: SourceRange;
    }
  | { readonly kind: "string"; readonly value: string; readonly range: SourceRange }
  | { readonly kind: "name"; readonly name: string; readonly range: SourceRange }
  /** Not a constant expression. Already reported. */
  | { readonly kind: "invalid"; readonly range: SourceRange }
  | {
      readonly kind: "unary";
      readonly operator: GoUnaryOperator;
      readonly operand: GoExpression;
      readonly range: SourceRange;
    }
  | {
      readonly kind: "binary";
      readonly operator: GoBinaryOperator;
      readonly left: GoExpression;
      readonly right: GoExpression;
      readonly range: SourceRange;
    }
  | {
      readonly kind: "conversion";
      readonly type: SourceText;
      readonly operand: GoExpression;
      readonly range: SourceRange;
    };

/** Returns the expressions that an expression is made of, itself first. */
export function expressionsIn(
  expression: GoExpression,
  found: GoExpression[] = [],
): readonly GoExpression[] {
  found.push(expression);
  if (expression.kind === "binary") {
    expressionsIn(expression.left, found);
    expressionsIn(expression.right, found);
  } else if ("operand" in expression) expressionsIn(expression.operand, found);
  return found;
}
