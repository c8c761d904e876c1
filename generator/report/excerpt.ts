import { eastAsianWidth } from "get-east-asian-width";
import type { Position } from "unist";
import { printable } from "../diagnostics/code.js";

/** How much of a line is shown, in columns of a terminal; a Chinese character takes two. */
const WIDTH = 100;

/** The context that stays before a range whose line is too long. */
const LEAD = 40;

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * The line that a range begins in, and a line that underlines the range. A long line is cut around
 * the range.
 */
export function excerptOf(text: string, { start, end }: Position): string {
  // A tab as one space, so that what stands below it is in its column.
  const line = (text.split("\n")[start.line - 1] ?? "").replaceAll("\t", " ");
  const from = start.column - 1;
  const to = end.line === start.line ? end.column - 1 : line.length;
  const before = lastColumns(line.slice(0, from), LEAD);
  const rest = firstColumns(line.slice(from), WIDTH - columnsOf(before));
  const marked = rest.startsWith(line.slice(from, to)) ? line.slice(from, to) : rest;
  const underline = "^".repeat(Math.max(1, columnsOf(printable(marked))));
  return `${printable(before + rest)}\n${" ".repeat(columnsOf(printable(before)))}${underline}`;
}

/** How many columns of a terminal a text takes: of what is one character to a reader, its widest part. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of segmenter.segment(text)) {
    const widths = [...segment].map((part) => {
      return NO_COLUMN.test(part) ? 0 : eastAsianWidth(part.codePointAt(0) ?? 0);
    });
    columns += segment.includes(EMOJI_STYLE) ? 2 : Math.max(...widths);
  }
  return columns;
}

const NO_COLUMN = /^[\p{Mark}\p{Control}\p{Default_Ignorable_Code_Point}]$/u;

/** Variation selector 16: what stands before it is shown as an emoji. */
const EMOJI_STYLE = "\uFE0F";

function firstColumns(text: string, columns: number): string {
  let width = 0;
  let taken = "";
  for (const { segment } of segmenter.segment(text.slice(0, columns * 4))) {
    width += columnsOf(segment);
    if (width > columns) return `${taken}…`;
    taken += segment;
  }
  return taken;
}

function lastColumns(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let width = 0;
  let taken = "";
  const segments = [...segmenter.segment(text.slice(-columns * 4))].toReversed();
  for (const { segment } of segments) {
    width += columnsOf(segment);
    if (width > columns - 1) break;
    taken = segment + taken;
  }
  return `…${taken}`;
}
