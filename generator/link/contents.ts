/** Returns all that a draft says, without its places. */
export function contentOf(draft: unknown): string {
  return JSON.stringify(draft, (key, value: unknown) => (PLACES.has(key) ? undefined : value));
}

/** The members of drafts that are places. */
export const PLACES: ReadonlySet<string> = new Set(["range", "documentationRange"]);
