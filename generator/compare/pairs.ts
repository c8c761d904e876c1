/** The items of two versions. */
export interface Pairs<Item> {
  readonly kept: readonly (readonly [old: Item, now: Item])[];
  /** The items that have another name now. */
  readonly renamed: readonly (readonly [old: Item, now: Item])[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/** Returns a text that identifies an item under another name, if the item has such a text. */
type Fingerprint<Item> = (item: Item, side: "old" | "new") => string | undefined;

/**
 * Pairs the items of two versions: first by key, then by any fingerprint that is unique on both sides.
 *
 * @param fingerprints the most reliable one first
 */
export function pairsOf<Item>(
  old: readonly Item[],
  now: readonly Item[],
  keyOf: (item: Item) => string,
  fingerprints: readonly Fingerprint<Item>[],
): Pairs<Item> {
  const byKey = new Map(now.map((item) => [keyOf(item), item]));
  const kept = old.flatMap((item) => {
    const match = byKey.get(keyOf(item));
    return match === undefined ? [] : [[item, match] as const];
  });
  const matched = new Set(kept.flat());
  const unmatched = (items: readonly Item[]) => items.filter((item) => !matched.has(item));
  const renamed: (readonly [Item, Item])[] = [];
  for (const fingerprintOf of fingerprints) {
    const candidates = uniqueBy(unmatched(now), (item) => fingerprintOf(item, "new"));
    for (const [text, item] of uniqueBy(unmatched(old), (each) => fingerprintOf(each, "old"))) {
      const match = candidates.get(text);
      if (match === undefined) continue;
      renamed.push([item, match]);
      matched.add(item).add(match);
    }
  }
  return { kept, renamed, removed: unmatched(old), added: unmatched(now) };
}

/** Returns the items with a text that no other item has, by that text. */
function uniqueBy<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string | undefined,
): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  const repeated = new Set<string>();
  for (const item of items) {
    const text = textOf(item);
    if (text === undefined) continue;
    if (found.has(text)) repeated.add(text);
    found.set(text, item);
  }
  for (const text of repeated) found.delete(text);
  return found;
}
