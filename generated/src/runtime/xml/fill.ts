/** Returns a map with each member filled; members that are `undefined` are left out. */
export function map<Given, T>(
  values: { readonly [name: string]: Given | undefined },
  fill: (value: Given) => T,
): Record<string, T> {
  // `Object.fromEntries` makes own members, of `__proto__` too.
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, fill(value)]],
    ),
  );
}
