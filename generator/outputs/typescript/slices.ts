/** A line at both ends of a list of members that is formatted in slices; text of a spec never begins a line. */
export const SLICES = "//# slices";

/** A line between two slices. */
export const SLICE = "//# slice";

/** Most members formatted at once: 100,000 rows at once take 3.6 GB, and 1.2 GB in slices. */
const MOST_MEMBERS = 1000;

/** The mark before a member of a long list, if one belongs there. */
export function markBefore(index: number, count: number): string | undefined {
  if (count <= MOST_MEMBERS || index % MOST_MEMBERS !== 0) return undefined;
  return index === 0 ? SLICES : SLICE;
}

/** The mark after the last member of a long list. */
export function markAfter(count: number): string | undefined {
  return count <= MOST_MEMBERS ? undefined : SLICES;
}
