import { ILLEGAL } from "./characters.js";

/** Characters that have a meaning in XML, or that reading would change. */
const SPECIAL = /["&'<>\t\n\r]/g;

const REFERENCES: Readonly<Record<string, string>> = {
  '"': "&#34;",
  "&": "&amp;",
  "'": "&#39;",
  "<": "&lt;",
  ">": "&gt;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};

/** Returns text as the content of an element or of an attribute. */
export function escaped(text: string): string {
  return withoutIllegal(text).replace(SPECIAL, (character) => REFERENCES[character] ?? "");
}

/** Returns text with U+FFFD in place of characters that XML does not allow. */
export function withoutIllegal(text: string): string {
  return text.replace(ILLEGAL, "\ufffd");
}
