import escapeStringRegexp from "escape-string-regexp";
import type { Source, SourceRange } from "./source.js";

/** A key of a configuration, from the outermost object to the innermost. */
export type SettingPath = readonly string[];

/**
 * The range of a key in the text of a configuration file: each key of the path is looked for behind
 * the one that it is in. Where the text has no such key (it is computed), the range is its start.
 */
export function settingRange(path: SettingPath, source: Source): SourceRange {
  const { text } = source;
  let range: SourceRange = { source, start: 0, end: 0 };
  for (const key of path) {
    const pattern = new RegExp(`(?<![\\w$])(["']?)(${escapeStringRegexp(key)})\\1\\s*:`, "du");
    const [start, end] = pattern.exec(text.slice(range.end))?.indices?.[2] ?? [];
    if (start === undefined || end === undefined) return { source, start: 0, end: 0 };
    range = { source, start: range.end + start, end: range.end + end };
  }
  return range;
}
