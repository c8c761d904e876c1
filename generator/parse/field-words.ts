import { isTypeWord } from "./type-text.js";

/** Returns a cell without code marks, quotes, emphasis, and the marks of nesting and of optional names. */
export function wordOf(cell: string): string {
  return cell
    .replace(/^[»›└├─\s]+/, "")
    .replaceAll(/^[`"'“‘「{]+|[`"'”’」},;?？!]+$/g, "")
    .replace(/^(\*\*|__|\*|_)(.+)\1$/, "$2")
    .replaceAll(/^[`"'“‘「{]+|[`"'”’」},;?？!]+$/g, "");
}

/** Tells whether a word may be the name of a field. */
export function isFieldName(word: string): boolean {
  return /^(?!v\d)[A-Za-z_][\w.-]*(?:\[\])?\*?$/.test(word) && !isTypeWord(word);
}

/** Tells whether two names are those of one field, such as `UserID` and `user_id`. */
export function isSameName(name: string, other: string): boolean {
  return plainName(name) === plainName(other);
}

/** Returns a name without its case and the marks between its words. */
export function plainName(name: string): string {
  return name.replaceAll(/[_-]/g, "").toLowerCase();
}

/** Tells whether a word introduces an explanation or a value more often than it names a field. */
export function isLabel(word: string): boolean {
  return LABELS.has(word.toLowerCase());
}

const LABELS = new Set(
  `note notes warning tip todo hint see example examples return returns since version usage default format encoding
  kind type unit key header headers param params query body request response result payload success failure error
  errors accept deprecated required optional empty json a an the this that each any every no some`.split(
    /\s+/,
  ),
);

/** A word between the name of a field and its type. */
export const FLAG =
  /^(?:required|optional|nullable|readonly|必填|选填|可选|必须|必选|非必填|是|否|[yn]|yes|no|true|false|-)$/i;
