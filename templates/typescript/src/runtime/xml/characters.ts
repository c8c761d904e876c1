/** The characters of XML: which are allowed, and what stands for others. */
import { source, stop } from "./source.js";

/** A character that XML does not allow, also by a reference. */
export const ILLEGAL: RegExp = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text with characters that stand for others, or with the end of a section that has not begun. */
const SPECIAL = /[&\r]|\]\]>/;
const EACH_SPECIAL = /&(#\d+|#x[\da-fA-F]+|\w+)?(;)?|\r\n?|\]\]>/g;

/** Returns the characters that a range of the text stands for. */
export function characters(start: number, end: number): string {
  const text = source.text.slice(start, end);
  return SPECIAL.test(text) ? decoded(text, start) : text;
}

function decoded(text: string, start: number): string {
  return text.replace(EACH_SPECIAL, (special, name?: string, end?: string, offset = 0) => {
    if (special.startsWith("\r")) return "\n";
    const character = name && end && characterOf(name);
    const expected = special === "]]>" ? "text without ]]>" : "a reference such as &amp;";
    return character || stop(expected, start + offset);
  });
}

/** Returns the character of a reference: one of the five entities, or a code. */
function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return "&<>\"'"[["amp", "lt", "gt", "quot", "apos"].indexOf(name)];
  const code = Number(name.replace("#x", "0x").replace("#", ""));
  const character = code > 0x10_ffff ? "\0" : String.fromCodePoint(code);
  return character.search(ILLEGAL) < 0 ? character : undefined;
}
