import type { Edit } from "./diagnostic.js";

/**
 * Returns a text with edits applied, without those that overlap an earlier one. Different texts may be
 * inserted at one place.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let position = 0;
  let edited = "";
  const sorted = edits.toSorted(
    ({ range: one }, { range: other }) => one.start - other.start || one.end - other.end,
  );
  let last: Edit | undefined;
  for (const edit of sorted) {
    const { range, text: inserted } = edit;
    if (range.start < position || (last && isRepeated(last, edit))) continue;
    edited += text.slice(position, range.start) + inserted;
    position = range.end;
    last = edit;
  }
  return edited + text.slice(position);
}

/** Tells whether an edit of the same place has been applied already. */
function isRepeated({ range: { start, end }, text }: Edit, edit: Edit): boolean {
  if (start !== edit.range.start) return false;
  return end > start || edit.range.end > start || text === edit.text;
}

/** Returns the text of a file with edits of its document applied: its byte-order mark and ends of lines are kept. */
export function applyToFile(value: string, edits: readonly Edit[]): string {
  const mark = value.startsWith("\uFEFF") ? 1 : 0;
  const breaks = Array.from(value.matchAll(/\r\n/g), ({ index }, count) => index - mark - count);
  const [end = "\n"] = /\r\n?|\n/.exec(value) ?? [];
  const place = (offset: number) => offset + mark + breaksBefore(breaks, offset);
  const placed = edits.map(({ range, text }) => {
    const { start, end: last } = range;
    return {
      range: { ...range, start: place(start), end: place(last) },
      text: text.replaceAll("\n", end),
    };
  });
  return applyEdits(value, placed);
}

/** Returns the number of breaks before an offset, by halves: a document may have very many. */
function breaksBefore(breaks: readonly number[], offset: number): number {
  let low = 0;
  for (let high = breaks.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((breaks[middle] ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
