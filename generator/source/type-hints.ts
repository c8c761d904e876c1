import { code } from "./code.js";
import { characterHint } from "./hints.js";

/** Types of other languages, and what Go calls them. */
const SYNONYMS: Readonly<Record<string, string>> = {
  array: "[]T",
  bigint: "int64",
  char: "string",
  date: "time.Time",
  datetime: "time.Time",
  decimal: "float64",
  dict: "map[string]T",
  double: "float64",
  float: "float64",
  integer: "int",
  list: "[]T",
  long: "int64",
  map: "map[string]T",
  number: "float64",
  object: "map[string]any",
  short: "int16",
  str: "string",
  text: "string",
  timestamp: "int64",
  boolean: "bool",
};

const KEYWORDS = new Set(
  "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var".split(
    " ",
  ),
);

/** What is written like a type of another language, and how Go writes it. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:list|array|set)\s*<\s*([^<>]+?)\s*>$/i, "[]$1"],
  [/^(?:list|array)\s*\[\s*([^[\]]+?)\s*\]$/i, "[]$1"],
  [/^([\w.]+)\s*\[\s*\]$/, "[]$1"],
  [/^(?:map|dict|record)\s*<\s*([^<>,]+?)\s*,\s*([^<>]+?)\s*>$/i, "map[$1]$2"],
  [/^\[(string|u?int\d*)\]([\w.]+)$/, "map[$1]$2"],
  [/^([\w.]+)\s*\?$/, "*$1"],
];

/** A hint on a text that is no type of Go, or none that is declared. */
export function typeHint(text: string): string | undefined {
  if (KEYWORDS.has(text.replace(/^[[\]*]+/, ""))) return "a keyword of Go names no type";
  const type = goSpellingOf(text);
  return type === undefined ? characterHint(text) : `write ${code(type)}`;
}

/** The type of Go that a type of another language means. */
export function goSpellingOf(text: string): string | undefined {
  const word = text.toLowerCase();
  if (Object.hasOwn(SYNONYMS, word)) return SYNONYMS[word];
  const spelling =
    text.length > 200 ? undefined : SPELLINGS.find(([pattern]) => pattern.test(text));
  if (spelling === undefined) return undefined;
  const [pattern, replacement] = spelling;
  return text.replace(pattern, replacement);
}
