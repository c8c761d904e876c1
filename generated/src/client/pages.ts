/**
 * Fetches pages until a page has no next one.
 *
 * @param cursor the first page to fetch; defaults to the beginning
 * @throws {RangeError} if a page leads to an earlier one: the pages would have no end
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

/**
 * Fetches pages until one has no items, or is the last one.
 *
 * @param sizeOf returns the number of items of a page, or 0 if it is the last one
 * @param offset the number of items before the first page; defaults to 0
 */
export async function* offsetPages<Page>(
  fetchPage: (offset: number) => Promise<Page>,
  sizeOf: (page: Page) => number,
  offset: number | undefined,
): AsyncGenerator<Page, void, undefined> {
  for (let next = offset ?? 0; ;) {
    const page = await fetchPage(next);
    yield page;
    const size = sizeOf(page);
    if (size === 0) return;
    next += size;
  }
}
