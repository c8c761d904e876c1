import { eastAsianWidth } from "get-east-asian-width";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Returns how many columns of a terminal a text takes; a Chinese character takes two. */
export function textColumns(text: string): number {
  return plainColumns(text) ?? columnsOfGraphemes(text);
}

/** Returns the columns of a text of frequent characters; nothing if it has marks, emojis and the like. */
export function plainColumns(text: string): number | undefined {
  if (NARROW.test(text)) return text.length;
  const narrow = text.replaceAll(WIDE, "");
  return NARROW.test(narrow) ? text.length * 2 - narrow.length : undefined;
}

function columnsOfGraphemes(text: string): number {
  return graphemesOf(text).reduce((sum, segment) => sum + segmentWidth(segment), 0);
}

/** Returns what are single characters to a reader. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Returns the columns of what is one character to a reader: of its widest part. */
export function segmentWidth(segment: string): number {
  if (NARROW.test(segment)) return segment.length;
  if (segment.includes(EMOJI_STYLE)) return 2;
  const widths = Array.from(segment, (part) => {
    return NO_COLUMN.test(part) ? 0 : eastAsianWidth(part.codePointAt(0) ?? 0);
  });
  return Math.max(...widths);
}

/** ASCII, and other frequent characters of one column. */
const NARROW = /^[ -~·—‘’“”…]*$/;

/** Characters of two columns: ideographs, syllables of Japanese and Korean, and forms in full width. */
const WIDE = /[、。ぁ-ゖァ-ヺ㐀-䶿一-鿿가-힣！-～]/g;

const NO_COLUMN = /^[\p{Mark}\p{Control}\p{Default_Ignorable_Code_Point}]$/u;

/** Variation selector 16: what stands before it is shown as an emoji. */
const EMOJI_STYLE = "\uFE0F";
