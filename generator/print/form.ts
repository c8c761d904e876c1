import { BLANK, type Blank } from "./shape.js";

/** The text of a shape: what stands between the blanks, and which of the words stands in each. */
export interface Form {
  readonly pieces: readonly string[];
  readonly words: readonly number[];
}

/**
 * Finds the blanks in the text of a shape.
 *
 * @param blanks those of the shape
 * @returns nothing where they are not in it as often as in what it was printed from
 */
export function formOf(text: string, blanks: readonly Blank[]): Form | undefined {
  const indexes = new Map(blanks.map(({ text: blank }, index) => [blank, index]));
  const missing = blanks.map(({ count }) => count);
  const pieces: string[] = [];
  const words: number[] = [];
  let end = 0;
  for (const { 0: blank, index: start } of text.matchAll(BLANK)) {
    const word = indexes.get(blank);
    if (word === undefined) return undefined;
    missing[word] = (missing[word] ?? 0) - 1;
    pieces.push(text.slice(end, start));
    words.push(word);
    end = start + blank.length;
  }
  pieces.push(text.slice(end));
  return missing.every((count) => count === 0) ? { pieces, words } : undefined;
}

/** @param words those of a section, in the order of the shape's blanks */
export function filledForm({ pieces, words: indexes }: Form, words: readonly string[]): string {
  let text = pieces[0] ?? "";
  for (const [place, word] of indexes.entries()) {
    text += (words[word] ?? "") + (pieces[place + 1] ?? "");
  }
  return text;
}
