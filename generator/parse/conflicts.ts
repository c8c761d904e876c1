import type { Report } from "../source/diagnostic.js";
import type { Source } from "../source/source.js";

/** A mark of a merge conflict: its line, without the line break. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly isFirst: boolean;
}

/** A line that may be a mark (git-merge, How conflicts are presented): the character, and a label. */
const MARK = /^[ \t]*(?:(<{7,}|>{7,}|={7,})(?: .*)?|(\|{7,})(?: [^|\n]+)?)$/gm;

/**
 * Reports the merge conflicts of a document, each at its first line.
 *
 * @returns the text with both sides of each conflict, every other character at its offset; `undefined`
 * if the document has no conflict
 */
export function withoutConflicts(source: Source, report: Report): string | undefined {
  const { text } = source;
  const marks = marksIn(text);
  if (marks.length === 0) return undefined;
  for (const { start, end } of marks.filter(({ isFirst }) => isFirst)) {
    report("merge-conflict", { source, start, end }, {});
  }
  const parts: string[] = [];
  let position = 0;
  for (const { start, end } of marks) {
    // A mark becomes white space at the end of the line above it: an empty line would cut a table in two.
    const from = Math.max(start - 1, position);
    parts.push(text.slice(position, from), " ".repeat(end - from));
    position = end;
  }
  return [...parts, text.slice(position)].join("");
}

function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  let isOpen = false;
  /** A line `=======`: the underline of a heading, unless the end of a conflict follows it. */
  let underline: Mark | undefined;
  for (const { 0: line, 1: mark = "", index, 2: base } of text.matchAll(MARK)) {
    const place = { start: index, end: index + line.length };
    const isSecondOpening = isOpen && mark.startsWith("<") && mark.length === 7;
    if (isOpen && !isSecondOpening) {
      marks.push({ ...place, isFirst: false });
      isOpen = !mark.startsWith(">");
    } else if (mark.startsWith("=")) {
      underline = { ...place, isFirst: true };
    } else if (mark.startsWith(">")) {
      if (underline !== undefined) marks.push(underline);
      marks.push({ ...place, isFirst: underline === undefined });
      underline = undefined;
    } else if (mark.startsWith("<") || (base !== undefined && /[^\s|]/.test(line))) {
      // A lone `|||||||` is a row of empty cells, unless a label follows it.
      marks.push({ ...place, isFirst: true });
      isOpen = true;
      underline = undefined;
    }
  }
  return marks;
}
