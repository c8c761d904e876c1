/** A line at both ends of a list of members that is formatted in slices; text of a spec never begins a line. */
export const SLICES = "//# slices";

/** A line between two slices. */
export const SLICE = "//# slice";

/**
 * Most members formatted at once: a run on 100,000 rows takes 3.6 GB if they are formatted at once, and
 * 2.5 GB in slices, of which the reading of the document takes 2.0.
 */
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
