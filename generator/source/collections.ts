/** Returns the items of each key, in the order of the keys' first items. */
export function groupBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) appendTo(groups, keyOf(item), item);
  return groups;
}

/** Adds an item to the list of a key. */
export function appendTo<Item, Key>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Compares texts by their UTF-16 units, the same on every system. */
export function byUnits(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Returns the key of each word: the words of a key are separated by spaces. */
export function keysByWord(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const entries = Object.entries(words);
  return new Map(entries.flatMap(([key, text]) => text.split(" ").map((word) => [word, key])));
}
