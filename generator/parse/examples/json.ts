import { parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { SourceRange, SourceText } from "../../source/source.js";
import { sourceOf } from "../../source/text.js";

/** A value of JSON in a document. */
export type JsonNode =
  | {
      readonly kind: "object";
      readonly members: readonly JsonMember[];
      readonly range: SourceRange;
    }
  | { readonly kind: "list"; readonly elements: readonly JsonNode[]; readonly range: SourceRange }
  | { readonly kind: "string"; readonly value: string; readonly range: SourceRange }
  /** A number with the digits that it is written with. */
  | { readonly kind: "number"; readonly text: string; readonly range: SourceRange }
  | { readonly kind: "boolean"; readonly value: boolean; readonly range: SourceRange }
  | { readonly kind: "null"; readonly range: SourceRange };

export interface JsonMember {
  readonly name: string;
  readonly value: JsonNode;
  /** The place of the name, with its quotes. */
  readonly range: SourceRange;
}

/** An example in JSON, and the mistakes in it. */
export interface JsonExample {
  readonly value: JsonNode;
  /** Whether the text is JSON as it stands, without comments, ellipses and other liberties of documentation. */
  readonly isStrict: boolean;
  /** Whether the text is a member alone, without the object around it. */
  readonly isMember: boolean;
  readonly mistakes: readonly JsonMistake[];
}

export interface JsonMistake {
  readonly message: string;
  readonly range: SourceRange;
}

/** The beginning of JSON: an object, a list, or a member without the object around it. */
const BEGINNING = /^\s*(?:\/\/[^\n]*\n\s*|\/\*.*?\*\/\s*)*([[{]|["“][^"”\n]*["”]\s*[:：])/s;

/** Tells whether a text is meant as JSON. */
export function isJson(text: string): boolean {
  return BEGINNING.test(text);
}

/**
 * Reads an example in JSON as documentation has it: with comments, trailing commas, ellipses, and the quotes,
 * commas and colons of Chinese text in place of those of JSON.
 *
 * @returns nothing for a text that holds no value
 */
export function parseJson(range: SourceRange): JsonExample | undefined {
  const text = sourceOf(range);
  const [, beginning = ""] = BEGINNING.exec(text) ?? [];
  if (beginning === "") return undefined;
  // A member without an object around it is read as one in an object.
  const isMember = beginning !== "{" && beginning !== "[";
  const plain = withPlainMarks(text);
  if (depthOf(plain) > DEEPEST) {
    const place = rangeAt(range, text.search(/\S/), 1);
    const mistake = { message: `more than ${DEEPEST} levels`, range: place };
    return {
      value: { kind: "null", range },
      isStrict: false,
      isMember: false,
      mistakes: [mistake],
    };
  }
  const code = isMember ? `{${withoutLastBrace(plain)}}` : plain;
  const place = { ...range, start: range.start - (isMember ? 1 : 0) };
  const errors: ParseError[] = [];
  const tree = parseTree(code, errors, { allowTrailingComma: true, disallowComments: false });
  const value = tree && nodeOf(tree, { text: code, range: place });
  if (value === undefined) return undefined;
  const mistakes = errors.map(({ error, offset, length }) => ({
    message: words(printParseErrorCode(error)),
    range: rangeAt(place, offset, Math.max(1, length)),
  }));
  return { value, isStrict: isStrict(text), isMember, mistakes };
}

/** Values nested deeper are left out: every stack ends. */
const DEEPEST = 100;

/** Returns the number of brackets that are open at once. */
function depthOf(text: string): number {
  let [depth, most] = [0, 0];
  for (const [mark] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[\]{}]/g)) {
    if (mark === "[" || mark === "{") most = Math.max(most, ++depth);
    else if (mark === "]" || mark === "}") depth -= 1;
  }
  return most;
}

function isStrict(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Returns the place of a part of a text; nothing is outside of the text. */
function rangeAt(text: SourceRange, offset: number, length: number): SourceRange {
  const start = Math.min(text.start + offset, text.end);
  return { ...text, start, end: Math.min(start + length, text.end) };
}

/** Splits the name of an error at its capitals: `CommaExpected` → `comma expected`. */
function words(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function nodeOf(
  { type, value, offset, length, children = [] }: Node,
  code: SourceText,
): JsonNode | undefined {
  const range = rangeAt(code.range, offset, length);
  switch (type) {
    case "object":
      return { kind: "object", members: children.flatMap((child) => memberOf(child, code)), range };
    case "array":
      return {
        kind: "list",
        elements: children.flatMap((child) => nodeOf(child, code) ?? []),
        range,
      };
    case "string":
      return { kind: "string", value: String(value), range };
    case "number":
      return { kind: "number", text: code.text.slice(offset, offset + length), range };
    case "boolean":
      return { kind: "boolean", value: value === true, range };
    case "null":
      return { kind: "null", range };
    default:
      return undefined;
  }
}

function memberOf({ children: [key, child] = [] }: Node, code: SourceText): JsonMember[] {
  const value = child && nodeOf(child, code);
  if (key === undefined || value === undefined) return [];
  return [{ name: String(key.value), value, range: rangeAt(code.range, key.offset, key.length) }];
}

/** Marks of Chinese text that stand for those of JSON, outside of strings. */
const MARKS: Readonly<Record<string, string>> = {
  "，": ",",
  "：": ":",
  "“": '"',
  "”": '"',
  "；": ",",
};

/** A string, a comment, an ellipsis, or a mark of Chinese text. */
const TOKEN =
  /"(?:[^"\\\n]|\\.)*"|“[^”"\n]*[”"]|(['‘])(?:[^'’"\\\n]|\\.)*['’](?=\s*(?:[:：,，\]}]|\/[/*]))|\/\/[^\n]*|\/\*.*?\*\/|\.{3,}|…+|。{3,}|[，：；“”]|\u00a0|\u3000/gs;

/** Replaces what only documentation writes by as many characters of JSON. */
function withPlainMarks(text: string): string {
  return text.replaceAll(TOKEN, (token) => {
    if (/^[“'‘]./.test(token)) return `"${token.slice(1, -1)}"`;
    if (token.startsWith('"') || token.startsWith("/")) return token;
    return MARKS[token] ?? " ".repeat(token.length);
  });
}

/** Takes away the brace behind a member without an object around it, if it closes nothing. */
function withoutLastBrace(text: string): string {
  const plain = text.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, "");
  const count = (mark: string) => plain.split(mark).length;
  return count("}") > count("{") ? text.replace(/\}(?=[^}]*$)/, " ") : text;
}
