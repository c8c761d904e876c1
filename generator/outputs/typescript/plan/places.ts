import type { Index, SymbolId } from "../../../model/index.js";
import type { SourceRange, SourceText } from "../../../source/source.js";

/** Returns the definition of a symbol. */
export function definitionOf(id: SymbolId, index: Index): SourceRange {
  const symbol = index.get(id);
  if (symbol === undefined) throw new Error(`${id} has no place in the documents`);
  return symbol.definition;
}

/** Returns a name of the specification with its place. */
export function nameWithPlace(id: SymbolId, text: string, index: Index): SourceText {
  return { text, range: definitionOf(id, index) };
}
