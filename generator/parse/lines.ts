import type { SourceRange } from "../source/source.js";
import { sourceOf } from "../source/text.js";

/** A line of a document, and where it is. */
export interface Line {
  /** The text as a reader sees it, with bars for the references to them. */
  readonly text: string;
  readonly range: SourceRange;
}

/** Characters that readers see as the end of a line; Markdown knows only `\n`. */
const LINE_BREAK = /[\n\v\f\u0085\u2028\u2029]/;

/** References to the character `|`. */
const BAR = /&(?:#124|#x7c|vert|verbar);/gi;

/** The lines of a range. */
export function linesOf(range: SourceRange): Line[] {
  let offset = range.start;
  return sourceOf(range)
    .split(LINE_BREAK)
    .map((source) => {
      const text = source.replaceAll(BAR, "|");
      const line = { text, range: { ...range, start: offset, end: offset + source.length } };
      offset += source.length + 1;
      return line;
    });
}
