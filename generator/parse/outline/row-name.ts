import { plainText } from "./plain.js";

/** The name of a field, or a path to it: `id`, `users[].name`, `id*`, `userid（必填）`. */
const NAME = /^[A-Za-z_][\w.-]*(?:(?:\[\])+[\w.-]*)*\s*[?？*†‡]*\s*(?:[（(].*[）)])?$/;

/** Returns the name in a cell without quotes around it and a colon behind it, and with `[]` for an index of a list. */
export function nameAsWritten(text: string): string {
  return text
    .replace(/\s*[:：]$/, "")
    .replace(/^(?:"([^"]+)"|'([^']+)'|“([^“”]+)”)(?=$|[\s（(*])/, "$1$2$3")
    .replaceAll(/\[\d+\]/g, "[]");
}

/** Tells whether a text names a field as pages of tables without types have it. */
export function isRowName(text: string): boolean {
  return NAME.test(nameAsWritten(plainText(text)));
}
