import type { ParseContext } from "./context.js";

/** Lists nested deeper are taken for a mistake: micromark's time is cubic in the depth, and its stack ends. */
const DEEPEST = 50;

const MARKER = String.raw`(?:[-+*]|\d{1,9}[.)])(?=[ \t])`;

/** CommonMark, Thematic breaks: a line of one kind of marker is no list. */
const RULE = String.raw`[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$`;

/** A fence with its closing line, or up to the end of the text: lines in it begin no list. */
const FENCE = String.raw`^ {0,3}(?<fence>\`{3,}|~{3,})[^\n]*(?:\n(?! {0,3}\k<fence>)[^\n]*)*(?:\n {0,3}\k<fence>[^\n]*)?`;

/** A line that begins as many lists, or one that is indented as far as their content. */
const DEEP_LINE = new RegExp(
  String.raw`${FENCE}|^(?!${RULE})(?:(?:[ \t]*${MARKER}){${DEEPEST + 1},}|[ \t]{${2 * DEEPEST},}${MARKER}).*$`,
  "gm",
);

/**
 * Returns a text of a document without the lines of lists that are nested too deeply, as long as it was;
 * each run of them is reported.
 */
export function withoutDeepLists(text: string, context: ParseContext): string {
  let end = -1;
  return text.replaceAll(DEEP_LINE, (line: string, fence: string | undefined, start: number) => {
    if (fence !== undefined) return line;
    const isNext = start === end + 1;
    end = start + line.length;
    if (!isNext) {
      const parameters = { content: `list in ${DEEPEST} lists`, expected: "fewer levels" };
      context.report("misplaced-content", { source: context.source, start, end }, parameters);
    }
    return " ".repeat(line.length);
  });
}
