import type { SourceRange } from "./source.js";

/** The characters of a range. */
export function sourceOf({ source, start, end }: SourceRange): string {
  return source.text.slice(start, end);
}

/** Joins pieces of documentation as paragraphs; empty ones do not count. */
export function paragraphs(pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== "").join("\n\n");
}

/** Returns the index of the first item that a test accepts, of items that it accepts from some one on. */
export function firstIndexOf<Item>(
  items: readonly Item[],
  isAccepted: (item: Item) => boolean,
): number {
  let low = 0;
  for (let high = items.length; low < high;) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isAccepted(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
