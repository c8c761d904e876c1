/** A pattern of types, such as `array of $1`: texts in small letters, and the numbers of its parts. */
type Pattern = readonly (string | PartNumber)[];

/** The number of a part: 1 or 2. */
type PartNumber = number;

/** The types that a text has in the place of `$1` and `$2`. */
export type Parts = ReadonlyMap<PartNumber, string>;

const patterns = new Map<string, Pattern>();

/** Divides a pattern at its parts; a run of spaces is one. */
function patternOf(pattern: string): Pattern {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const pieces = pattern
    .replaceAll(/\s+/g, " ")
    .toLowerCase()
    .split(/\$([12])/);
  const made = pieces.map((piece, index) => (index % 2 === 0 ? piece : Number(piece)));
  const own = made.filter((piece) => piece !== "");
  patterns.set(pattern, own);
  return own;
}

/**
 * Finds the types in the place of `$1` and `$2`. All brackets of a type are in it: `$1 or $2` is no pattern
 * for `(int or string)[]`.
 *
 * @param text has single spaces
 */
export function partsIn(text: string, pattern: string): Parts | undefined {
  const pieces = patternOf(pattern);
  const lower = text.toLowerCase();
  const isPossible = pieces.every((piece) => typeof piece === "number" || lower.includes(piece));
  return isPossible ? matched(text, pieces, new Map()) : undefined;
}

function matched(
  text: string,
  [first, ...others]: Pattern,
  parts: ReadonlyMap<PartNumber, string>,
): Parts | undefined {
  if (first === undefined) return text === "" ? parts : undefined;
  const known = typeof first === "number" ? parts.get(first)?.toLowerCase() : first;
  if (known !== undefined) {
    const begins = text.slice(0, known.length).toLowerCase() === known;
    return begins ? matched(text.slice(known.length), others, parts) : undefined;
  }
  const number = first as PartNumber;
  for (const end of endsOf(text)) {
    const found = matched(text.slice(end), others, new Map(parts).set(number, text.slice(0, end)));
    if (found !== undefined) return found;
  }
  return undefined;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["<", ">"],
]);

/** Returns the lengths of the beginnings of a text whose brackets are closed. */
function endsOf(text: string): number[] {
  const open: string[] = [];
  const ends: number[] = [];
  for (const [index, character] of text.split("").entries()) {
    const closing = CLOSING.get(character);
    if (closing !== undefined) open.push(closing);
    else if (/[)\]>]/.test(character) && open.pop() !== character) break;
    if (open.length === 0) ends.push(index + 1);
  }
  return ends;
}

/** Returns the text between parentheses that are around all of it. */
export function withoutParentheses(text: string): string | undefined {
  return text.startsWith("(") && endsOf(text)[0] === text.length ? text.slice(1, -1) : undefined;
}
