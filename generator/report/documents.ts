import type { Diagnostic } from "../source/diagnostic.js";
import { shownPath } from "../source/source.js";

/** Returns the diagnostics of each document, in the order in which the documents occur. */
export function byDocument(diagnostics: readonly Diagnostic[]): readonly (readonly Diagnostic[])[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const path = shownPath(diagnostic.range.source);
    const group = groups.get(path);
    if (group === undefined) groups.set(path, [diagnostic]);
    else group.push(diagnostic);
  }
  return [...groups.values()];
}
