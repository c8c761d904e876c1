import type { Source, SourceRange } from "./source.js";

/** A key of a configuration, from the outermost object to the innermost; an index in a list is a number. */
export type SettingPath = readonly string[];

/**
 * Returns the range of a key in the text of a configuration file, JavaScript or JSON: the path is followed through
 * the objects and lists of the text, outside of comments and strings. If the text has no such key (it is computed,
 * for instance), the range is the start of the innermost one that it has.
 */
export function settingRange(path: SettingPath, source: Source): SourceRange {
  const tokens = tokensOf(source.text);
  let found: readonly Token[] = [];
  const exported = tokens.findIndex(
    ({ text }, index) =>
      (text === "default" && tokens[index - 1]?.text === "export") || text === "exports",
  );
  const objects = [...tokens.keys()].filter((index) => tokens[index]?.text === "{");
  // The configuration is the exported object, or the one that has most of the path.
  for (const index of objects.toSorted(
    (one, other) => Number(one < exported) - Number(other < exported),
  )) {
    if (found.length === path.length) break;
    const own = follow(path, index, tokens);
    if (own.length > found.length) found = own;
  }
  const { start, end } = found.at(-1) ?? { start: 0, end: 0 };
  return { source, start, end };
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A comment, a string, a word, or a mark. */
const TOKEN =
  /\/\/.*|\/\*[^]*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[\w$\u{80}-\u{10ffff}-]+|\S/gu;

/** Returns the tokens of a text without its comments. */
function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: token, index }): Token => {
    return { text: token, start: index, end: index + token.length };
  }).filter((token) => !/^\/[/*]/.test(token.text));
}

/** Returns the keys of a path as far as an object has them; an item of a list is the mark before it. */
function follow(path: SettingPath, from: number, tokens: readonly Token[]): readonly Token[] {
  const found: Token[] = [];
  let bracket: number | undefined = from;
  for (const key of path) {
    if (bracket === undefined) break;
    const isList: boolean = tokens[bracket]?.text === "[";
    const entry: number | undefined = isList
      ? itemIn(bracket, Number(key), tokens)
      : memberIn(bracket, key, tokens);
    const token = entry === undefined ? undefined : tokens[entry];
    if (entry === undefined || token === undefined) break;
    found.push(isList ? { ...token, start: token.end } : withoutQuotes(token));
    bracket = valueAfter(isList ? entry : entry + 1, tokens);
  }
  return found;
}

/** Returns the index of a key among the members of an object. */
function memberIn(bracket: number, key: string, tokens: readonly Token[]): number | undefined {
  let depth = 0;
  for (let index = bracket + 1; index < tokens.length; index++) {
    const { text = "" } = tokens[index] ?? {};
    if (depth === 0 && tokens[index + 1]?.text === ":" && keyOf(text) === key) return index;
    depth += depthOf(text);
    if (depth < 0) return undefined;
  }
  return undefined;
}

/** Returns the index of the bracket or the comma before an item of a list. */
function itemIn(bracket: number, item: number, tokens: readonly Token[]): number | undefined {
  let depth = 0;
  let count = 0;
  if (item === 0) return bracket;
  for (let index = bracket + 1; index < tokens.length; index++) {
    const { text = "" } = tokens[index] ?? {};
    if (depth === 0 && text === "," && ++count === item) return index;
    depth += depthOf(text);
    if (depth < 0) return undefined;
  }
  return undefined;
}

/** Returns the index of the first bracket of the value behind a mark, also of one in a call. */
function valueAfter(mark: number, tokens: readonly Token[]): number | undefined {
  for (let index = mark + 1; index < tokens.length; index++) {
    const { text = "" } = tokens[index] ?? {};
    if (text === "{" || text === "[") return index;
    if (/^[,})\]]$/.test(text)) return undefined;
  }
  return undefined;
}

function depthOf(text: string): number {
  return /^[[{(]$/.test(text) ? 1 : /^[\]})]$/.test(text) ? -1 : 0;
}

function keyOf(text: string): string {
  return /^["']/.test(text) ? text.slice(1, -1) : text;
}

function withoutQuotes(token: Token): Token {
  return /^["']/.test(token.text)
    ? { ...token, start: token.start + 1, end: token.end - 1 }
    : token;
}
