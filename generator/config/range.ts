import escapeStringRegexp from "escape-string-regexp";
import type { VFile } from "vfile";
import type { SettingPath } from "../ir/settings.js";
import type { SourceRange } from "../ir/source.js";

/**
 * The range of a key in the text of a configuration file: each key of the path is looked for behind
 * the one that it is in. Where the text has no such key (it is computed), the range is its start.
 */
export function settingRange(path: SettingPath, file: VFile): SourceRange {
  const text = String(file);
  let range: SourceRange = { file, start: 0, end: 0 };
  for (const key of path) {
    const pattern = new RegExp(`(?<![\\w$])(["']?)(${escapeStringRegexp(key)})\\1\\s*:`, "du");
    const [start, end] = pattern.exec(text.slice(range.end))?.indices?.[2] ?? [];
    if (start === undefined || end === undefined) return { file, start: 0, end: 0 };
    range = { file, start: range.end + start, end: range.end + end };
  }
  return range;
}
