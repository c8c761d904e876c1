/** Headers, or parameters of a query or a form. */
interface Texts {
  readonly forEach: (visit: (text: string, name: string) => void) => void;
}

/** Returns names with their texts; not all platforms let a loop run over them. */
export function entriesOf(texts: Texts): [name: string, text: string][] {
  const entries: [string, string][] = [];
  texts.forEach((text, name) => {
    entries.push([name, text]);
  });
  return entries;
}
