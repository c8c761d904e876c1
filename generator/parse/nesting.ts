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

/** More lines of text that continue one item are taken for a mistake: micromark's time is quadratic in their number. */
const LONGEST = 2000;

/** A fence, or the first line of an item with the lines below it that may continue its text. */
const ITEM = new RegExp(
  String.raw`${FENCE}|^[ \t]*${MARKER}[^\n]*(?:\n(?![ \t]*(?:$|${MARKER}|#{1,6}[ \t]|\`{3}|~{3}))[^\n]*)*`,
  "gm",
);

/**
 * Returns a text of a document without the lines that continue an item for too long, as long as it was;
 * the lines of each item are reported.
 */
export function withoutLongItems(text: string, context: ParseContext): string {
  return text.replaceAll(ITEM, (item: string, fence: string | undefined, offset: number) => {
    if (fence !== undefined) return item;
    const lines = item.split("\n");
    if (lines.length <= LONGEST) return item;
    const kept = lines.slice(0, LONGEST).join("\n");
    const parameters = {
      content: `text of ${lines.length} lines in a list item`,
      expected: "an empty line above it",
    };
    const range = { start: offset + kept.length + 1, end: offset + item.length };
    context.report("misplaced-content", { source: context.source, ...range }, parameters);
    return kept + item.slice(kept.length).replaceAll(/[^\n]/g, " ");
  });
}

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
