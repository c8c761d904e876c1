/** What is in both versions, and what in one of them. */
export interface Pairs<Item> {
  readonly kept: readonly (readonly [old: Item, now: Item])[];
  /** What has another name now. */
  readonly renamed: readonly (readonly [old: Item, now: Item])[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/**
 * Pairs the items of two versions: those of one name first, and of the rest those that have one of
 * the signs in common, which no other item has.
 *
 * @param signsOf what tells an item that was renamed, the surest sign first; nothing where it has none
 */
export function pairsOf<Item>(
  old: readonly Item[],
  now: readonly Item[],
  nameOf: (item: Item) => string,
  signsOf: readonly ((item: Item) => string | undefined)[],
): Pairs<Item> {
  const byName = new Map(now.map((item) => [nameOf(item), item]));
  const kept = old.flatMap((item) => {
    const match = byName.get(nameOf(item));
    return match === undefined ? [] : [[item, match] as const];
  });
  const matched = new Set(kept.flat());
  const renamed: (readonly [Item, Item])[] = [];
  for (const signOf of signsOf) {
    const candidates = bySign(now, matched, signOf);
    for (const [sign, item] of bySign(old, matched, signOf)) {
      const match = candidates.get(sign);
      if (item === undefined || match === undefined) continue;
      renamed.push([item, match]);
      matched.add(item).add(match);
    }
  }
  return {
    kept,
    renamed,
    removed: old.filter((item) => !matched.has(item)),
    added: now.filter((item) => !matched.has(item)),
  };
}

/** The items that are left by their sign; none where several have it. */
function bySign<Item>(
  items: readonly Item[],
  matched: ReadonlySet<Item>,
  signOf: (item: Item) => string | undefined,
): ReadonlyMap<string, Item | undefined> {
  const found = new Map<string, Item | undefined>();
  for (const item of items) {
    const sign = matched.has(item) ? undefined : signOf(item);
    if (sign !== undefined) found.set(sign, found.has(sign) ? undefined : item);
  }
  return found;
}
