/**
 * Fetches pages until a page has no next one.
 *
 * @param cursor the first page to fetch; defaults to the beginning
 * @throws {RangeError} if a page leads to an earlier one: the pages would have no end
 */
export async function* pages<Page, Cursor extends string | number | bigint = string>(
  fetchPage: (cursor: Cursor | undefined) => Promise<Page>,
  nextCursorOf: (page: Page) => Cursor | undefined,
  cursor?: Cursor,
): AsyncGenerator<Page, void, undefined> {
  const seen = new Set<Cursor | undefined>();
  for (let next = cursor; ;) {
    if (seen.has(next)) throw new RangeError(`the pages repeat from the cursor ${next}`);
    seen.add(next);
    const page = await fetchPage(next);
    yield page;
    next = nextCursorOf(page);
    // An empty text or 0.
    if (!next) return;
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

/** The items of all pages, one after the other. */
export interface PageItems<Item, Cursor = string> extends AsyncIterable<Item> {
  /** The cursor of the page behind the items so far: a later call goes on with it. Absent before the first page ends. */
  readonly cursor: Cursor | undefined;
}

/** Returns the items of pages. */
export function itemsOf<Page, Item, Cursor>(
  from: AsyncIterable<Page>,
  listOf: (page: Page) => readonly Item[] | undefined,
  cursorOf: (page: Page) => Cursor | undefined,
): PageItems<Item, Cursor> {
  let cursor: Cursor | undefined;
  return {
    get cursor() {
      return cursor;
    },
    async *[Symbol.asyncIterator]() {
      for await (const page of from) {
        yield* listOf(page) ?? [];
        cursor = cursorOf(page);
      }
    },
  };
}
