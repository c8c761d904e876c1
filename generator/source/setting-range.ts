import escapeStringRegexp from "escape-string-regexp";
import type { Source, SourceRange } from "./source.js";

/** A key of a configuration, from the outermost object to the innermost; an index in a list is a number. */
export type SettingPath = readonly string[];

/**
 * Returns the range of a key in the text of a configuration file: each key of the path is looked for after
 * the one that it is in, and each index among the items of the list there. If the text has no such key (it
 * is computed, for instance), the range is the start of the innermost one that it has.
 */
export function settingRange(path: SettingPath, source: Source): SourceRange {
  let range: SourceRange = { source, start: 0, end: 0 };
  for (const key of path) {
    const found = /^\d+$/.test(key) ? itemRange(Number(key), range) : keyRange(key, range);
    if (found === undefined) break;
    range = found;
  }
  return range;
}

function keyRange(key: string, { source, end: from }: SourceRange): SourceRange | undefined {
  const pattern = new RegExp(`(?<![\\w$])(["']?)(${escapeStringRegexp(key)})\\1\\s*:`, "du");
  const [start, end] = pattern.exec(source.text.slice(from))?.indices?.[2] ?? [];
  if (start === undefined || end === undefined) return undefined;
  return { source, start: from + start, end: from + end };
}

/** A string, a comment, a bracket or a comma. */
const TOKEN =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/.*|\/\*[^]*?\*\/|[[\]{}(),]/g;

/** Returns the beginning of an item of the list that is the value of a key. */
function itemRange(index: number, { source, end }: SourceRange): SourceRange | undefined {
  const from = source.text.indexOf(":", end);
  let depth = 0;
  let count = 0;
  for (const { 0: token, index: offset } of source.text.slice(from).matchAll(TOKEN)) {
    const start = from + offset + 1;
    const opens = /^[[{(]$/.test(token);
    const isNext = (opens && depth === 0) || (token === "," && depth === 1 && ++count > 0);
    if (isNext && count === index) return { source, start, end: start };
    if (opens) depth++;
    else if (/^[\]})]$/.test(token) && --depth <= 0) return undefined;
  }
  return undefined;
}
