import type { Comparison } from "./comparison.js";
import { itemName, placesOf } from "./items.js";
import type { Version } from "./version.js";

/** Compares the origins of types from elsewhere: a field of such a type has not changed itself. */
export function compareExternals(comparison: Comparison): void {
  const { old, new: now, changes } = comparison;
  const [before, after] = [originsIn(old), originsIn(now)];
  for (const name of new Set([...old.view.externals.keys(), ...now.view.externals.keys()])) {
    const [one, other] = [before(name), after(name)];
    if (one === undefined || other === undefined || one === other) continue;
    const place = placesOf(`declaration ${name}`, `declaration ${name}`, comparison);
    changes.addSetting("external-changed", name, { old: one, new: other }, place);
  }
}

/** Returns a function that tells the origin of a type, if the version knows the type. */
function originsIn({ types, view }: Version): (name: string) => string | undefined {
  const declared = new Set(types.map(itemName));
  return (name) => (declared.has(name) ? "a type of the specification" : view.externals.get(name));
}
