import { STYLE } from "./style.js";

/** ASCII, and other characters of one column. */
const NARROW = /^[ -~·—‘’“”…]*$/;

/** Characters of two columns: ideographs, syllables of Japanese and Korean, and forms in full width. */
const WIDE = /[、。ぁ-ゖァ-ヺ㐀-䶿一-鿿가-힣！-～]/g;

/** Whether a line is within the width of the output; nothing is known of it with emojis, marks and rare scripts. */
export function isWithinWidth(line: string): boolean | undefined {
  const most = STYLE.printWidth;
  // No character takes more than two columns.
  if (line.length * 2 <= most) return true;
  if (NARROW.test(line)) return line.length <= most;
  const narrow = line.replaceAll(WIDE, "");
  return NARROW.test(narrow) ? line.length * 2 - narrow.length <= most : undefined;
}

/** Whether a line is known to be within the width of the output. */
export function fits(line: string): boolean {
  return isWithinWidth(line) === true;
}
