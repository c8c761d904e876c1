/** A list to be filled: it need not grow, as one would that elements are pushed to. */
export function arrayOf<T>(length: number): T[] {
  // oxlint-disable-next-line unicorn/no-new-array
  return new Array<T>(length);
}
