/** The parts of a blob; some platforms have no name for this type. */
export type BlobParts = NonNullable<ConstructorParameters<typeof Blob>[0]>;

/** The parts of a body one by one, and a way to end it early. */
export interface Parts {
  readonly next: () => Promise<IteratorResult<Uint8Array>>;
  readonly end: () => unknown;
}

/** Reads a body; `node-fetch` has a stream of Node.js, which is an iterable. */
export function partsOf(body: unknown): Parts {
  const { getReader } = body as Partial<ReadableStream<Uint8Array>>;
  if (getReader !== undefined) {
    const reader = getReader.call(body) as ReadableStreamDefaultReader<Uint8Array>;
    return {
      next: () => reader.read() as Promise<IteratorResult<Uint8Array>>,
      end: () => reader.cancel(),
    };
  }
  const parts = (body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  return { next: () => parts.next(), end: () => parts.return?.() };
}

/**
 * Reads an answer to its end.
 *
 * @param most the number of bytes that it may have
 * @returns nothing if it has more
 */
export async function contentOf(
  response: { readonly body?: unknown; readonly text: () => Promise<string> },
  most: number,
): Promise<Blob | undefined> {
  // Some functions in the place of `fetch` have no stream.
  if (response.body == null) return new Blob([await response.text()]);
  const { next } = partsOf(response.body);
  const parts: BlobParts = [];
  for (let size = 0; ;) {
    const { done, value } = await next();
    if (done === true) return new Blob(parts);
    size += value.byteLength;
    if (size > most) return undefined;
    parts.push(value as BlobParts[number]);
  }
}
