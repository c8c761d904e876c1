import characters from "opencc-js/dict/TSCharacters";

/** Returns the traditional characters for the simplified ones of a text, so that a search takes either. */
export function variantsIn(text: string): Readonly<Record<string, string>> {
  const used = new Set(text);
  const pairs = characters.split("|").map((pair) => pair.split(" ") as [string, string]);
  return Object.fromEntries(
    pairs.filter(([traditional, simplified]) => traditional !== simplified && used.has(simplified)),
  );
}
