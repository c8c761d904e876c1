import { eastAsianWidth } from "get-east-asian-width";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Returns how many columns of a terminal a text takes; a Chinese character takes two. */
export function textColumns(text: string): number {
  if (ASCII.test(text)) return text.length;
  return graphemesOf(text).reduce((sum, segment) => sum + segmentWidth(segment), 0);
}

/** Returns what are single characters to a reader. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Returns the columns of what is one character to a reader: of its widest part. */
export function segmentWidth(segment: string): number {
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
