import escapeStringRegexp from "escape-string-regexp";
import { goTypeIn } from "../../dialect/go-type.js";
import { meaningOf, type Dialect } from "../../dialect/dialect.js";
import type { GoType } from "../../go/ast.js";
import type { SourceRange, SourceText } from "../../source/source.js";
import { plainText } from "./plain.js";
import { pascalCase } from "./names.js";

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
  const word = text.trim();
  // A text in quotes is the value itself.
  if (/^(["']).*\1$/.test(word)) return { kind: "name", name: "string", range };
  const known = meaningOf(dialect.types, word.toLowerCase());
  if (known !== undefined) return goTypeOf(known, {}, place);
  if (depth < DEEPEST && word.length <= LONGEST) {
    const [, inner] = IN_PARENTHESES.exec(word) ?? [];
    if (inner !== undefined) return typeOf(inner, { ...place, depth: depth + 1 });
    for (const [pattern, type] of Object.entries(dialect.typePatterns)) {
      const found = expressionOf(pattern).exec(word);
      if (found !== null) return goTypeOf(type, found.groups ?? {}, { ...place, depth: depth + 1 });
    }
  }
  const [, singular] = /^(.{2,})s$/i.exec(word) ?? [];
  if (singular !== undefined && meaningOf(dialect.types, singular.toLowerCase()) !== undefined)
    return typeOf(singular, place);
  return { kind: "name", name: pascalCase(word), word, range };
}

type Parts = Readonly<Record<string, string | undefined>>;

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
      return typeOf(parts[`part${written.number}`] ?? "", place);
    case "name":
      return type === "any" ? { kind: "any", range } : { kind: "name", name: type, range };
  }
}

/** A text whose brackets each have a second one, down to some depth. */
const BALANCED = balanced(4);

function balanced(depth: number): string {
  const inner = depth === 0 ? "" : `(?:${balanced(depth - 1)})*`;
  return String.raw`[^()<>[\]]|\(${inner}\)|<${inner}>|\[${inner}\]`;
}

const IN_PARENTHESES = new RegExp(String.raw`^\(((?:${BALANCED})+)\)$`, "u");

const expressions = new Map<string, RegExp>();

/**
 * Makes the expression of a pattern, in which `$1` and `$2` stand for any text with all of its brackets:
 * `$1 or $2` is no pattern for `(int or string)[]`.
 */
function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern);
  if (known !== undefined) return known;
  const seen = new Set<string>();
  const source = pattern
    .split(/(\$[12]|\s+)/)
    .map((part) => {
      const [, number] = /^\$([12])$/.exec(part) ?? [];
      if (number === undefined) {
        return /^\s+$/.test(part) ? String.raw`\s+` : escapeStringRegexp(part);
      }
      const isFirst = !seen.has(number);
      seen.add(number);
      return isFirst ? `(?<part${number}>(?:${BALANCED})+?)` : String.raw`\k<part${number}>`;
    })
    .join("");
  const expression = new RegExp(`^${source}$`, "iu");
  expressions.set(pattern, expression);
  return expression;
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
