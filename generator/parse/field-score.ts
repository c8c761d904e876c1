import { isLabel, wordOf } from "./field-words.js";
import { isSure } from "./type-text.js";

/** A name and a type in a text, with what is around them. */
export interface Pair {
  readonly name: string;
  /** The name as written, with its marks of code or emphasis. */
  readonly mark: string;
  readonly type: string;
  /** The text between the name and its type; empty if the type is in front of the name. */
  readonly separator: string;
  /** The text after the type. */
  readonly behind: string;
}

/** From this score on, a line is a field by itself. */
export const LIKELY = 3;

/** From this score on, a line that stands alone may be a field. */
export const POSSIBLE = 2;

/** From this score on, several lines are fields if each of them reads like one. */
export const WEAK = 1;

/** Rates how much a pair reads like a field rather than like a sentence, a label or a value. */
export function scoreOf(pair: Pair): number {
  return nameScore(pair) + typeScore(pair) + separatorScore(pair) + restScore(pair);
}

function nameScore({ name, mark, type, separator }: Pair): number {
  const isPlain = /^[A-Z]/.test(name);
  // `Timestamps: int64` states a convention.
  const isPlural = isPlain && /[^suS]s$/.test(name) && !/[[\]<>]/.test(type);
  const isWritten = /[`"“?？]/.test(mark);
  if (isWritten && (mark.includes("`") || !isLabel(name))) return IDENTIFIER.test(name) ? 3 : 2;
  if (isLabel(name) && name !== "A") return isPlain && /[:：=]/.test(separator) ? -3 : 0;
  return (IDENTIFIER.test(name) ? 1 : 0) + (/[*_]$/.test(mark) ? 1 : 0) - (isPlural ? 2 : 0);
}

/** Any word but an ordinary capitalized one. */
const IDENTIFIER = /^[a-z_]|^\w*(?:_|\d|[a-z][A-Z]|[A-Z]{2})\w*$/;

function typeScore({ type, separator, mark }: Pair): number {
  const word = wordOf(type);
  const isMarked = /^[`*_]|!$/.test(type) || /[(（]\s*`?$/.test(separator);
  // A value in quotes is no type, unless all words are in quotes, as in JSON.
  if (/^["'“]/.test(type) && !/^["'“]/.test(mark)) return -3;
  const kind = /[[\]<>]/.test(word) ? 2 : isSure(word) ? 1 : -1;
  return kind + (isMarked ? 1 : 0);
}

function separatorScore({ separator }: Pair): number {
  if (/→|->|=>/.test(separator)) return 0;
  if (separator.includes("=")) return separator === "=" ? -1 : 0;
  return separator === "" ? -1 : /[:：(（,，;；—–/~^-]/.test(separator) ? 1 : 0;
}

function restScore({ separator, behind }: Pair): number {
  const text = behind.replace(/^[)）\]}`"'”*_]+/, "");
  const end = /[.。!！?？]\s*$/.test(text) ? -1 : 0;
  if (/^\s*(?:=\s*\d+\s*)?[;{]/.test(text)) return 2;
  // The number of a member in Protocol Buffers.
  if (separator === "" && /^\s*=\s*\d+\s*$/.test(text)) return 0;
  // The separator returns between columns; another arrow leads from one thing to the next.
  const mark = separator.trim();
  if (/^[→>:：—–-]+$/.test(mark) && text.trim().startsWith(mark))
    return mark.endsWith(">") || mark === "→" ? 0 : 1;
  if (/^\s*(?:→|->|=>)/.test(text)) return -1;
  if (/^\s*(?:和|与|或|及|、|=|\d)/.test(text)) return -3;
  // A sentence goes on with a verb or the like; an article begins a documentation.
  if (/^\s+(?!(?:the|an?|whether)\s)[a-z]/.test(text)) return end - 1;
  return /^[\s,，;；:：()（）—–-]*\p{Script=Han}/u.test(text) ? end + 1 : end;
}
