/**
 * Fetches page after page, as long as a page leads to another one.
 *
 * @param cursor where to begin; default at the first page
 * @throws {RangeError} where a page leads to itself, or to one that was there already: the pages would
 *   have no end
 */
export async function* pages<Page>(
  fetchPage: (cursor: string | undefined) => Promise<Page>,
  nextCursorOf: (page: Page) => string | undefined,
  cursor?: string,
): AsyncGenerator<Page, void, undefined> {
  const seen = new Set<string | undefined>();
  for (let next = cursor; ;) {
    if (seen.has(next)) throw new RangeError(`the pages repeat from the cursor ${next}`);
    seen.add(next);
    const page = await fetchPage(next);
    yield page;
    next = nextCursorOf(page);
    if (next === undefined || next === "") return;
  }
}
