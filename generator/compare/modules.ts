import type { Module } from "../model/api.js";
import type { Comparison } from "./comparison.js";
import type { Version } from "./version.js";

/** A declaration or a call that both versions have, in two modules. */
interface Move {
  readonly name: string;
  /** The key of its places: `name` or `call name`. */
  readonly key: { readonly old: string; readonly new: string };
  readonly old: Module;
  readonly new: Module;
}

/**
 * Compares the modules: those with another name, the declarations and calls that have moved between
 * others, and what the documents say of themselves. The declarations tell of a module that is new or gone.
 *
 * @param renamed the declarations with another name
 */
export function compareModules(
  renamed: readonly (readonly [old: string, now: string])[],
  comparison: Comparison,
): void {
  const { old, new: now, changes } = comparison;
  const moves = movesBetween(renamed, comparison);
  const pairs = renamedModules(moves, comparison);
  for (const [one, other] of pairs) {
    const place = {
      old: old.rangeOf(`document ${one.source}`),
      new: now.rangeOf(`document ${other.source}`),
    };
    changes.add("module-renamed", { old: one.name, new: other.name }, place);
  }
  for (const { name, key, ...modules } of moves) {
    if (pairs.get(modules.old) === modules.new) continue;
    const names = { old: modules.old.name, new: modules.new.name };
    const place = { old: old.rangeOf(key.old), new: now.rangeOf(key.new) };
    changes.add("type-moved", { name, ...names }, place);
  }
  compareDocuments(pairs, comparison);
}

function movesBetween(
  renamed: readonly (readonly [old: string, now: string])[],
  { old, new: now }: Comparison,
): Move[] {
  const newNames = new Map(renamed);
  const before = contentsOf(old);
  const after = contentsOf(now);
  return [...before].flatMap(([key, module]): Move[] => {
    const newKey = after.has(key) ? key : (newNames.get(key) ?? key);
    const target = after.get(newKey);
    if (target === undefined || target.name === module.name) return [];
    const name = newKey.replace(/^call /, "");
    return [{ name, key: { old: key, new: newKey }, old: module, new: target }];
  });
}

/** Returns the modules of all declarations and calls, by the keys of their places. */
function contentsOf({ modules }: Version): Map<string, Module> {
  return new Map(
    modules.flatMap((module) => [
      ...module.declarations.map(({ specName }) => [specName, module] as const),
      ...module.calls.map(({ specName }) => [`call ${specName}`, module] as const),
    ]),
  );
}

/** Returns the modules that are gone, with the new module that most of their content is in now. */
function renamedModules(
  moves: readonly Move[],
  { old, new: now }: Comparison,
): ReadonlyMap<Module, Module> {
  const oldNames = new Set(old.modules.map(({ name }) => name));
  const newNames = new Set(now.modules.map(({ name }) => name));
  const counts = new Map<string, { readonly move: Move; count: number }>();
  for (const move of moves) {
    if (newNames.has(move.old.name) || oldNames.has(move.new.name)) continue;
    const key = JSON.stringify([move.old.name, move.new.name]);
    const known = counts.get(key) ?? { move, count: 0 };
    known.count++;
    counts.set(key, known);
  }
  const pairs = new Map<Module, Module>();
  const taken = new Set<Module>();
  for (const { move } of [...counts.values()].toSorted((one, other) => other.count - one.count)) {
    if (pairs.has(move.old) || taken.has(move.new)) continue;
    pairs.set(move.old, move.new);
    taken.add(move.new);
  }
  return pairs;
}

function compareDocuments(
  renamed: ReadonlyMap<Module, Module>,
  { old, new: now, changes }: Comparison,
): void {
  const byName = new Map(now.modules.map((module) => [module.name, module]));
  for (const one of old.modules) {
    const other = renamed.get(one) ?? byName.get(one.name);
    if (other === undefined) continue;
    if (one.title === other.title && one.documentation === other.documentation) continue;
    const place = {
      old: old.rangeOf(`document ${one.source}`),
      new: now.rangeOf(`document ${other.source}`),
    };
    changes.add("documentation-changed", { name: other.source }, place);
  }
}
