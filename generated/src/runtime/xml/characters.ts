/** The characters of XML: which are allowed, and what stands for others. */
import { source, stop } from "./source.js";

/** A character that XML does not allow, also by a reference. */
export const ILLEGAL: RegExp = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text with characters that stand for others, or with the end of a section that has not begun. */
const SPECIAL = /[&\r]|\]\]>/;

/** Returns the characters that a range of the text stands for. */
export function characters(start: number, end: number): string {
  const text = source.text.slice(start, end);
  return SPECIAL.test(text) ? decoded(text, start) : text;
}

function decoded(text: string, start: number): string {
  const section = text.indexOf("]]>");
  if (section >= 0) stop("text without ]]>", start + section);
  let data = "";
  let from = 0;
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", from)) {
    const end = text.indexOf(";", at);
    const character = characterOf(text.slice(at + 1, end));
    if (end < 0 || character === undefined) stop("a reference such as &amp;", start + at);
    data += withLineFeeds(text.slice(from, at)) + character;
    from = end + 1;
  }
  return data + withLineFeeds(text.slice(from));
}

/** Returns the character of a reference: one of the five entities, or a code. */
function characterOf(name: string): string | undefined {
  switch (name) {
    case "amp":
      return "&";
    case "lt":
      return "<";
    case "gt":
      return ">";
    case "quot":
      return '"';
    case "apos":
      return "'";
  }
  const code = /^#(?:x[\da-fA-F]+|\d+)$/.test(name)
    ? Number(name.replace("#x", "0x").replace("#", ""))
    : Infinity;
  const character = code > 0x10_ffff ? "\0" : String.fromCodePoint(code);
  return character.search(ILLEGAL) < 0 ? character : undefined;
}

/** Returns text with the ends of its lines as XML has them. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
