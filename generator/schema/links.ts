import type { Index, SymbolId } from "../model/index.js";
import { documentName, pointOf } from "../source/source.js";

/**
 * Returns the function that makes the address of the line that declares a symbol.
 *
 * @param template has `{path}` and `{line}` in it; without one there are no addresses
 */
export function sourceLinks(
  index: Index,
  template: string | undefined,
): (id: SymbolId) => string | undefined {
  return (id) => {
    const symbol = index.get(id);
    if (template === undefined || symbol === undefined) return undefined;
    const { source, start } = symbol.definition;
    const path = documentName(source).split("/").map(encodeURIComponent).join("/");
    return template
      .replaceAll("{path}", () => path)
      .replaceAll("{line}", String(pointOf(source, start).line));
  };
}
