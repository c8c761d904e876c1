import { code } from "./code.js";

/** Characters of a Chinese keyboard, and the ASCII ones that are meant where they stand in code. */
const ASCII: Readonly<Record<string, string>> = Object.fromEntries(
  "｀` ｜| ，, 、, ；; ：: （( ）) ［[ ］] 【[ 】] ｛{ ｝} ＜< ＞> 《< 》> ＃# ＊* ＋+ －- —- ＝= “\" ”\" ‘' ’'"
    .split(" ")
    .map(([wide = "", ascii = ""]) => [wide, ascii]),
);

const SUSPICIOUS = new RegExp(
  `[${Object.keys(ASCII).join("")}]|[\\u00a0\\u2000-\\u200f\\u2060\\u3000\\ufeff]`,
  "u",
);

/** Returns the index of the first character that only looks like an ASCII one; -1 if the text has no such character. */
export function suspiciousIndex(text: string): number {
  return text.search(SUSPICIOUS);
}

/** Returns a hint about the first character of a text that only looks like an ASCII one. */
export function characterHint(text: string): string | undefined {
  const [found] = SUSPICIOUS.exec(text) ?? [];
  if (found === undefined) return undefined;
  const ascii = ASCII[found];
  if (ascii !== undefined) return `write ${code(found)} as ${code(ascii)}`;
  const point = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return /\s/u.test(found)
    ? `write the space ${point} as an ordinary one`
    : `take the invisible character ${point} away`;
}
