import type { SyntaxNode } from "@lezer/common";
import type { ConstantDraft, DeclarationDraft, TypeDraft } from "./draft.js";
import type { SourceText } from "../source/source.js";
import { isGoIdentifier } from "../names.js";
import { sourceTextOf, type GoSource } from "./syntax.js";

/**
 * What a piece of Go code with a syntax error declares behind what is sound of it, as far as its
 * lines begin with names: so that the error is the only one, and not each use of what it has spoilt.
 *
 * @param from where the sound part ends in the source
 */
export function recoveredDeclarations(from: number, source: GoSource): DeclarationDraft[] {
  const [before = "", keyword, typeName] = KEYWORD.exec(source.code) ?? [];
  if (keyword === "type" && typeName !== undefined) {
    return [invalidType(nameAt(before.length - typeName.length, typeName, source))];
  }
  if (keyword !== "const") return [];
  return [...source.code.slice(from).matchAll(NAME)].flatMap(({ 1: name = "", index, 0: all }) => {
    if (!isGoIdentifier(name)) return [];
    return [invalidConstant(nameAt(from + index + all.length - name.length, name, source))];
  });
}

/** Where the line of an error begins, or of the constant that it is in: all before it is sound. */
export function soundEnd(error: SyntaxNode, { code }: GoSource): number {
  let node: SyntaxNode | null = error;
  while (node !== null && node.name !== "ConstSpec") node = node.parent;
  const from = Math.min(error.from, node?.from ?? error.from);
  return from === 0 ? 0 : code.lastIndexOf("\n", from - 1) + 1;
}

/** The keyword that a piece begins with, and the name that a `type` declares. */
const KEYWORD = /^\s*(type|const)\b(?:\s+([\p{L}_][\p{L}\p{Nd}_]*))?/u;

/** The name that a line of constants begins with. */
const NAME = /^[ \t]*(?:const[ \t]+)?([\p{L}_][\p{L}\p{Nd}_]*)/gmu;

function nameAt(from: number, name: string, source: GoSource): SourceText {
  return sourceTextOf({ from, to: from + name.length }, source);
}

function invalidType(name: SourceText): TypeDraft {
  const type = { kind: "invalid", range: name.range } as const;
  return { kind: "type", name, isAlias: false, type, documentation: "" };
}

function invalidConstant(name: SourceText): ConstantDraft {
  const value = { kind: "invalid", range: name.range } as const;
  return { kind: "constant", name, value, iota: 0, documentation: "", groupDocumentation: "" };
}
