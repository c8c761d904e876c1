import type { SourceRange } from "../ir/source.js";
import { sourceOf } from "../text.js";

/** A line of a document, and where it is. */
export interface Line {
  readonly text: string;
  readonly range: SourceRange;
}

/** What a reader sees as the end of a line; to Markdown only `\n` is one. */
export const LINE_BREAK = /[\n\v\f\u0085\u2028\u2029]/;

/** The lines of a range. */
export function linesOf(range: SourceRange): Line[] {
  let offset = range.start;
  return sourceOf(range)
    .split(LINE_BREAK)
    .map((text) => {
      const line = { text, range: { ...range, start: offset, end: offset + text.length } };
      offset += text.length + 1;
      return line;
    });
}
