import { groupBy } from "../source/collections.js";
import type { Diagnostic } from "../source/diagnostic.js";
import { shownPath } from "../source/source.js";

/** Returns the diagnostics of each document, in the order in which the documents occur. */
export function byDocument(diagnostics: readonly Diagnostic[]): readonly (readonly Diagnostic[])[] {
  return [...groupBy(diagnostics, ({ range }) => shownPath(range.source)).values()];
}
