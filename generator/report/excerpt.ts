import { printable } from "../source/code.js";
import type { SourceRange } from "../source/source.js";
import { graphemesOf, segmentWidth, textColumns } from "../source/width.js";

/** How much of a line is shown, in columns of a terminal; a Chinese character takes two. */
const WIDTH = 100;

/** The context that stays before a range whose line is too long. */
const LEAD = 40;

/**
 * Returns the line that a range begins in, and a line that underlines the range. A long line is cut
 * around the range: only what is shown is read, so a line with many messages takes linear time.
 */
export function excerptOf({ source: { text }, start, end }: SourceRange): string {
  const lineStart = start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
  const before = lastColumns(lineIn(text, Math.max(lineStart, start - LEAD * 5), start), LEAD);
  const space = WIDTH - textColumns(before);
  const rest = firstColumns(lineIn(text, start, start + space * 5), space);
  const range = lineIn(text, start, Math.min(end, start + rest.length));
  const marked = rest.startsWith(range) ? range : rest;
  const underline = "^".repeat(Math.max(1, textColumns(printable(marked))));
  return `${printable(before + rest)}\n${" ".repeat(textColumns(printable(before)))}${underline}`;
}

/** The part of a text up to the end of its line; a tab is one space, so that columns stay aligned. */
function lineIn(text: string, start: number, end: number): string {
  const [line = ""] = text.slice(start, end).split("\n", 1);
  return line.replaceAll("\t", " ");
}

function firstColumns(text: string, columns: number): string {
  let width = 0;
  let taken = "";
  for (const segment of graphemesOf(text.slice(0, columns * 4))) {
    width += segmentWidth(segment);
    if (width > columns) return `${taken}…`;
    taken += segment;
  }
  return taken;
}

function lastColumns(text: string, columns: number): string {
  if (textColumns(text) <= columns) return text;
  let width = 0;
  let taken = "";
  for (const segment of graphemesOf(text.slice(-columns * 4)).toReversed()) {
    width += segmentWidth(segment);
    if (width > columns - 1) break;
    taken = segment + taken;
  }
  return `…${taken}`;
}
