const TOKENS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[()[\]{}]|, | (?=[?:&|])/g;

/**
 * Splits code at a separator, except in brackets and strings.
 *
 * @returns nothing if a bracket closes that is not open
 */
export function partsOf(code: string, separator: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: token, index } of code.matchAll(TOKENS)) {
    if ("([{".includes(token)) depth++;
    else if (")]}".includes(token)) depth--;
    else if (depth === 0 && code.startsWith(separator, index)) {
      parts.push(code.slice(start, index));
      start = index + separator.length;
    }
    if (depth < 0) return [];
  }
  return [...parts, code.slice(start)];
}

/** Returns the index of the first bracket that closes without being open; -1 if there is no such bracket. */
export function closingIndex(code: string): number {
  let depth = 0;
  for (const { 0: token, index } of code.matchAll(TOKENS)) {
    if ("([{".includes(token)) depth++;
    else if (")]}".includes(token) && depth-- === 0) return index;
  }
  return -1;
}
