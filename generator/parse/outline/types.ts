import { goTypeIn } from "../../dialect/go-type.js";
import { meaningOf, type Dialect } from "../../dialect/dialect.js";
import type { GoType } from "../../go/ast.js";
import type { SourceRange, SourceText } from "../../source/source.js";
import { plainText } from "./plain.js";
import { pascalCase } from "../../names.js";
import { partsIn, withoutParentheses, type Parts } from "./type-patterns.js";

/** Longer texts are sentences, which no pattern is to be tried on. */
const LONGEST = 100;

/** Types nested deeper are taken for a mistake. */
const DEEPEST = 8;

/**
 * Reads a type in the words of a dialect. What is no word of it is taken for the name of a model, which may
 * be written in any case and with spaces.
 */
export function typeOfWords({ text, range }: SourceText, dialect: Dialect): GoType {
  return typeOf(plainText(text), { range, dialect, depth: 0 });
}

interface Place {
  readonly range: SourceRange;
  readonly dialect: Dialect;
  readonly depth: number;
}

function typeOf(text: string, place: Place): GoType {
  const { range, dialect, depth } = place;
  const word = text.trim().replaceAll(/\s+/g, " ");
  // A text in quotes is the value itself.
  if (/^(["']).*\1$/.test(word)) return { kind: "name", name: "string", range };
  const known = meaningOf(dialect.types, word.toLowerCase());
  if (known !== undefined) return goTypeOf(known, new Map(), place);
  if (depth < DEEPEST && word.length <= LONGEST) {
    const inner = withoutParentheses(word);
    if (inner !== undefined) return typeOf(inner, { ...place, depth: depth + 1 });
    for (const [pattern, type] of Object.entries(dialect.typePatterns)) {
      const parts = partsIn(word, pattern);
      if (parts !== undefined) return goTypeOf(type, parts, { ...place, depth: depth + 1 });
    }
  }
  const [, singular] = /^(.{2,})s$/i.exec(word) ?? [];
  if (singular !== undefined && meaningOf(dialect.types, singular.toLowerCase()) !== undefined)
    return typeOf(singular, place);
  return { kind: "name", name: pascalCase(word), word, range };
}

/** Returns a type that the dialect writes in Go, with types of its own words for `$1` and `$2`. */
function goTypeOf(type: string, parts: Parts, place: Place): GoType {
  const { range } = place;
  const written = goTypeIn(type);
  switch (written.kind) {
    case "pointer":
    case "list":
      return { kind: written.kind, element: goTypeOf(written.element, parts, place), range };
    case "map": {
      const value = goTypeOf(written.value, parts, place);
      return { kind: "map", key: goTypeOf(written.key, parts, place), value, range };
    }
    case "part":
      return typeOf(parts.get(written.number) ?? "", place);
    case "name":
      return type === "any" ? { kind: "any", range } : { kind: "name", name: type, range };
  }
}

/** Tells whether a type says no more than that there are members: `object`, `map`, or nothing. */
export function isOpen(type: GoType): boolean {
  if (type.kind === "list" || type.kind === "pointer") return isOpen(type.element);
  if (type.kind === "map") return isOpen(type.value);
  return type.kind === "any" || (type.kind === "name" && type.word !== undefined);
}

/** Puts the name of a nested model into the type that says that it is an object, or a list of them. */
export function withElement(type: GoType, name: string): GoType {
  const { range } = type;
  const element: GoType = { kind: "name", name, range };
  if (type.kind === "list" || type.kind === "pointer")
    return { ...type, element: withElement(type.element, name) };
  return element;
}
