import { eastAsianWidth } from "get-east-asian-width";
import { printable } from "../source/code.js";
import type { SourceRange } from "../source/source.js";

/** How much of a line is shown, in columns of a terminal; a Chinese character takes two. */
const WIDTH = 100;

/** The context that stays before a range whose line is too long. */
const LEAD = 40;

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

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

/** Returns how many columns of a terminal a text takes. */
function textColumns(text: string): number {
  if (ASCII.test(text)) return text.length;
  return Array.from(segmenter.segment(text)).reduce(
    (sum, { segment }) => sum + segmentWidth(segment),
    0,
  );
}

/** Returns the columns of what is one character to a reader: of its widest part. */
function segmentWidth(segment: string): number {
  if (ASCII.test(segment)) return segment.length;
  if (segment.includes(EMOJI_STYLE)) return 2;
  const widths = Array.from(segment, (part) => {
    return NO_COLUMN.test(part) ? 0 : eastAsianWidth(part.codePointAt(0) ?? 0);
  });
  return Math.max(...widths);
}

/** Printable characters, of one column each; the most frequent ones. */
const ASCII = /^[ -~]*$/;

const NO_COLUMN = /^[\p{Mark}\p{Control}\p{Default_Ignorable_Code_Point}]$/u;

/** Variation selector 16: what stands before it is shown as an emoji. */
const EMOJI_STYLE = "\uFE0F";

function firstColumns(text: string, columns: number): string {
  let width = 0;
  let taken = "";
  for (const { segment } of segmenter.segment(text.slice(0, columns * 4))) {
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
  const segments = [...segmenter.segment(text.slice(-columns * 4))].toReversed();
  for (const { segment } of segments) {
    width += segmentWidth(segment);
    if (width > columns - 1) break;
    taken = segment + taken;
  }
  return `…${taken}`;
}
