import type { Edit } from "./diagnostic.js";

/** Returns a text with edits applied, without those that overlap an earlier one. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let position = 0;
  let edited = "";
  const sorted = edits.toSorted(
    ({ range: one }, { range: other }) => one.start - other.start || one.end - other.end,
  );
  let last = -1;
  for (const { range, text: inserted } of sorted) {
    if (range.start < position || range.start === last) continue;
    edited += text.slice(position, range.start) + inserted;
    position = range.end;
    last = range.start;
  }
  return edited + text.slice(position);
}
