import type { Document } from "../model/api.js";
import type { SymbolId } from "../model/index.js";
import type { Comparison } from "./comparison.js";
import { placesOf } from "./items.js";
import type { Renamed } from "./types.js";
import { declarationId, type Version } from "./version.js";

/** A type, a constant or a call that both versions have, in two modules. */
interface Move {
  readonly ids: readonly [old: SymbolId, now: SymbolId];
  readonly old: Document;
  readonly new: Document;
}

/**
 * Compares the modules of the documents: those with another name, the content that has moved between
 * others, and the documentation. A new or a removed module shows in its content.
 *
 * @param renamed the types with another name
 */
export function compareModules(renamed: Renamed, comparison: Comparison): void {
  const { old, new: now, changes } = comparison;
  const moves = movesBetween(renamed, comparison);
  const pairs = renamedModules(moves, comparison);
  for (const [before, after] of pairs) {
    const names = { old: moduleName(before, old), new: moduleName(after, now) };
    changes.add(
      "module-renamed",
      names,
      placesOf(documentId(before), documentId(after), comparison),
    );
  }
  for (const { ids, ...documents } of moves) {
    if (pairs.get(documents.old) === documents.new) continue;
    const name = ids[1].replace(/^\w+ /, "");
    const modules = { old: moduleName(documents.old, old), new: moduleName(documents.new, now) };
    changes.add("type-moved", { name, ...modules }, placesOf(...ids, comparison));
  }
  compareDocuments(pairs, comparison);
}

function movesBetween(renamed: Renamed, { old, new: now }: Comparison): readonly Move[] {
  const after = documentsBySymbol(now);
  return [...documentsBySymbol(old)].flatMap(([id, document]): Move[] => {
    const newId = after.has(id) ? id : (renamed.get(id) ?? id);
    const target = after.get(newId);
    if (target === undefined || moduleName(target, now) === moduleName(document, old)) return [];
    return [{ ids: [id, newId], old: document, new: target }];
  });
}

/** Returns the documents of all types, constants and calls. */
function documentsBySymbol({ documents }: Version): ReadonlyMap<SymbolId, Document> {
  const contents = documents.flatMap((document) => [
    ...document.declarations.map((declaration) => [declarationId(declaration), document] as const),
    ...document.calls.map(({ name }) => [`call ${name}` as const, document] as const),
  ]);
  return new Map(contents);
}

/** Returns the documents whose module is gone, with the new one that most of their content is in now. */
function renamedModules(
  moves: readonly Move[],
  { old, new: now }: Comparison,
): ReadonlyMap<Document, Document> {
  const oldModules = new Set(old.documents.map((document) => moduleName(document, old)));
  const newModules = new Set(now.documents.map((document) => moduleName(document, now)));
  const counts = new Map<string, { readonly move: Move; count: number }>();
  for (const move of moves) {
    const modules = [moduleName(move.old, old), moduleName(move.new, now)] as const;
    if (newModules.has(modules[0]) || oldModules.has(modules[1])) continue;
    const key = JSON.stringify(modules);
    const known = counts.get(key) ?? { move, count: 0 };
    known.count++;
    counts.set(key, known);
  }
  const pairs = new Map<Document, Document>();
  const taken = new Set<Document>();
  for (const { move } of [...counts.values()].toSorted((one, other) => other.count - one.count)) {
    if (pairs.has(move.old) || taken.has(move.new)) continue;
    pairs.set(move.old, move.new);
    taken.add(move.new);
  }
  return pairs;
}

function compareDocuments(renamed: ReadonlyMap<Document, Document>, comparison: Comparison): void {
  const { old, new: now, changes } = comparison;
  const byModule = new Map(now.documents.map((document) => [moduleName(document, now), document]));
  for (const before of old.documents) {
    const after = renamed.get(before) ?? byModule.get(moduleName(before, old));
    if (after === undefined) continue;
    if (before.title === after.title && before.documentation === after.documentation) continue;
    const place = placesOf(documentId(before), documentId(after), comparison);
    changes.add("documentation-changed", { name: after.path }, place);
  }
}

function moduleName(document: Document, version: Version): string {
  return version.identifierOf(documentId(document));
}

function documentId({ file }: Document): SymbolId {
  return `document ${file}`;
}
