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
  if (known !== undefined) return goTypeOf(known, [], place);
  if (depth < DEEPEST && word.length <= LONGEST) {
    for (const [pattern, type] of Object.entries(dialect.typePatterns)) {
      const parts = expressionOf(pattern).exec(word)?.slice(1);
      if (parts !== undefined) return goTypeOf(type, parts, { ...place, depth: depth + 1 });
    }
  }
  const [, singular] = /^(.{2,})s$/i.exec(word) ?? [];
  if (singular !== undefined && meaningOf(dialect.types, singular.toLowerCase()) !== undefined)
    return typeOf(singular, place);
  return { kind: "name", name: pascalCase(word), word, range };
}

/** Returns a type that the dialect writes in Go, with types of its own words for `$1` and `$2`. */
function goTypeOf(type: string, parts: readonly string[], place: Place): GoType {
  const { range } = place;
  const [, prefix, key = "", rest = ""] = /^(\*|\[\]|map\[(.*?)\])(.+)$/.exec(type) ?? [];
  if (prefix === "*" || prefix === "[]") {
    const kind = prefix === "*" ? "pointer" : "list";
    return { kind, element: goTypeOf(rest, parts, place), range };
  }
  if (prefix !== undefined) {
    const value = goTypeOf(rest, parts, place);
    return { kind: "map", key: goTypeOf(key, parts, place), value, range };
  }
  const part = /^\$([12])$/.exec(type)?.[1];
  if (part !== undefined) return typeOf(parts[Number(part) - 1] ?? "", place);
  return type === "any" ? { kind: "any", range } : { kind: "name", name: type, range };
}

const expressions = new Map<string, RegExp>();

/** Makes the expression of a pattern, in which `$1` and `$2` stand for any text. */
function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern);
  if (known !== undefined) return known;
  const source = pattern
    .split(/(\$[12]|\s+)/)
    .map((part) =>
      part.startsWith("$")
        ? "(.+?)"
        : part !== "" && part.trim() === ""
          ? String.raw`\s+`
          : part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`),
    )
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
