import { code } from "./code.js";
import { keysByWord } from "./collections.js";
import { characterHint } from "./hints.js";

/** Types of other languages, and what Go calls them. */
const SYNONYMS = keysByWord({
  "[]T": "array list",
  bool: "boolean",
  float64: "decimal double float number",
  int: "integer",
  int16: "short",
  int64: "bigint long timestamp",
  "map[string]T": "dict map",
  "map[string]any": "object",
  string: "char str text",
  "time.Time": "date datetime",
});

const KEYWORDS = new Set(
  "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var".split(
    " ",
  ),
);

/** Types as other languages write them, with Go's spelling. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:list|array|set)\s*<\s*([^<>]+?)\s*>$/i, "[]$1"],
  [/^(?:list|array)\s*\[\s*([^[\]]+?)\s*\]$/i, "[]$1"],
  [/^([\w.]+)\s*\[\s*\]$/, "[]$1"],
  [/^(?:map|dict|record)\s*<\s*([^<>,]+?)\s*,\s*([^<>]+?)\s*>$/i, "map[$1]$2"],
  [/^\[(string|u?int\d*)\]([\w.]+)$/, "map[$1]$2"],
  [/^([\w.]+)\s*\?$/, "*$1"],
];

/** The types of Go's package `encoding/xml` that structs have. */
const XML_TYPES: ReadonlyMap<string, string> = new Map([
  [
    "xml.Name",
    "leave the field out: XML is read whatever its root is, and `stringify` takes its name",
  ],
  ["xml.Attr", "write `string` for the values of attributes, which have no names then"],
]);

/** A hint on a text that is no type of Go, or none that is declared. */
export function typeHint(text: string): string | undefined {
  const xmlHint = XML_TYPES.get(text);
  if (xmlHint !== undefined) return xmlHint;
  if (KEYWORDS.has(text.replace(/^[[\]*]+/, ""))) return "a keyword of Go names no type";
  const type = goSpellingOf(text);
  return type === undefined ? characterHint(text) : `write ${code(type)}`;
}

/** The type of Go that a type of another language means. */
export function goSpellingOf(text: string): string | undefined {
  const synonym = SYNONYMS.get(text.toLowerCase());
  if (synonym !== undefined) return synonym;
  const spelling =
    text.length > 200 ? undefined : SPELLINGS.find(([pattern]) => pattern.test(text));
  if (spelling === undefined) return undefined;
  const [pattern, replacement] = spelling;
  return text.replace(pattern, replacement);
}
