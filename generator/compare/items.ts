import type { Documented, Meaning } from "../model/api.js";
import type { SymbolId } from "../model/index.js";
import type { ChangePlace } from "./changes.js";
import type { Comparison, Match } from "./comparison.js";
import type { Pairs } from "./pairs.js";
import type { ChangeRuleId } from "./rules.js";

/** A type, a constant, a member of an enum, a field, a call, or a message of the server or a reply to one. */
interface Item extends Documented, Pick<Meaning, "condition" | "example" | "since" | "values"> {}

/** The comparison of the items of one kind. */
interface Kind<Of extends Item> {
  readonly kind: "type" | "constant" | "member" | "field" | "call" | "message" | "reply";
  readonly added: (item: Of) => Extract<ChangeRuleId, `${string}-added`>;
  readonly idOf: (item: Of) => SymbolId;
  /** Returns the name for messages; default the name of the item. */
  readonly titleOf?: (item: Of) => string;
  /** Compares the facts that no other kind has. */
  readonly compare?: (old: Of, now: Of, match: Match) => void;
}

/** Compares items: first their presence, then their names, their facts and their documentation. */
export function compareItems<Of extends Item>(
  { removed, added, renamed, kept }: Pairs<Of>,
  kind: Kind<Of>,
  comparison: Comparison,
): void {
  const { idOf, titleOf = itemName } = kind;
  const { old: before, new: after, changes } = comparison;
  for (const item of removed) {
    const place = { old: before.rangeOf(idOf(item)) };
    changes.add(`${kind.kind}-removed`, { name: titleOf(item) }, place);
  }
  for (const item of added) {
    const place = { new: after.rangeOf(idOf(item)) };
    changes.add(kind.added(item), { name: titleOf(item) }, place);
  }
  for (const pair of renamed) compareNames(...pair, kind, comparison);
  for (const pair of kept) {
    compareNames(...pair, kind, comparison);
    compareFacts(...pair, kind, comparison);
  }
  for (const pair of renamed) compareFacts(...pair, kind, comparison);
}

/** Compares identifiers: a name that the configuration keeps is the same to code that uses it. */
function compareNames<Of extends Item>(
  old: Of,
  now: Of,
  { kind, idOf, titleOf = itemName }: Kind<Of>,
  comparison: Comparison,
): void {
  const { old: before, new: after, changes } = comparison;
  const identifiers = {
    old: before.identifierOf(idOf(old)),
    new: after.identifierOf(idOf(now)),
  };
  if (identifiers.old === identifiers.new) return;
  const place = placesOf(idOf(old), idOf(now), comparison);
  if (old.name === now.name) {
    changes.addSetting("typescript-name-changed", titleOf(now), identifiers, place);
  } else {
    changes.add(`${kind}-renamed`, { old: titleOf(old), new: titleOf(now) }, place);
  }
}

function compareFacts<Of extends Item>(
  old: Of,
  now: Of,
  { idOf, titleOf = itemName, compare }: Kind<Of>,
  comparison: Comparison,
): void {
  const name = titleOf(now);
  const place = placesOf(idOf(old), idOf(now), comparison);
  compare?.(old, now, { name, place, comparison });
  const { changes } = comparison;
  if (old.deprecated === undefined && now.deprecated !== undefined) {
    changes.add("deprecated", { name, reason: now.deprecated }, place);
  } else if (old.deprecated !== undefined && now.deprecated === undefined) {
    changes.add("undeprecated", { name }, place);
  } else if (wordsOf(old) !== wordsOf(now)) {
    changes.add("documentation-changed", { name }, place);
  }
}

/** Returns the words about an item of which no rule of its own tells. */
function wordsOf({ documentation, deprecated, condition, example, since, values }: Item): string {
  return JSON.stringify([documentation, deprecated, condition, example?.text, since, values]);
}

/** Returns the places of a symbol in both versions. */
export function placesOf(old: SymbolId, now: SymbolId, comparison: Comparison): ChangePlace {
  return { old: comparison.old.rangeOf(old), new: comparison.new.rangeOf(now) };
}

export function itemName({ name }: Item): string {
  return name;
}

/** Returns the documentation of an item, if it has one. */
export function documentationKey({ documentation }: Item): string | undefined {
  return documentation === "" ? undefined : documentation;
}
