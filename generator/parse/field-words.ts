import { isType } from "./type-text.js";

/** A cell without code marks, quotes, emphasis, and the marks of nesting and of optional names. */
export function wordOf(cell: string): string {
  return cell
    .replace(/^[»›└├─\s]+/, "")
    .replaceAll(/^[`"'“‘「{]+|[`"'”’」},;?？]+$/g, "")
    .replace(/^(\*\*|__|\*|_)(.+)\1$/, "$2")
    .replaceAll(/^[`"'“‘「{]+|[`"'”’」},;?？]+$/g, "");
}

/** Whether a word may be the name of a field. */
export function isName(word: string): boolean {
  return /^[A-Za-z_][\w.-]*(?:\[\])?\*?$/.test(word) && !isType(word);
}

/** Whether a name is that of the same field: `UserID` and `user_id`. */
export function isSame(name: string, other: string): boolean {
  return plainName(name) === plainName(other);
}

function plainName(name: string): string {
  return name.replaceAll(/[_-]/g, "").toLowerCase();
}
