/** Gives up at the first wrong value, and does not say where. */
export function fail(expected: string): never {
  throw new TypeError(`expected ${expected}`);
}
