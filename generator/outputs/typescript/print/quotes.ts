/**
 * Takes the quotes from the name of a property that needs none, and chooses the quotes of strings.
 *
 * @returns nothing if prettier may write a name or a number in another way
 */
export function normalized(line: string): string | undefined {
  if (/\de\+\d/.test(line)) return undefined;
  if (!line.includes('"')) return line;
  if (line.includes('{ "')) return undefined;
  const quoted = withQuotes(line);
  const [key, name = ""] = /^"((?:[^"\\]|\\.)*)"(?=:| =)/.exec(quoted) ?? [];
  if (key === undefined || /[\0-#%-/:-@[-^`{-\x7f]|^\d|^$/.test(name)) return quoted;
  // Of other letters prettier knows those of ECMAScript 5 alone.
  return /^[\w$一-龥]+$/.test(name) ? name + quoted.slice(key.length) : undefined;
}

/** Writes strings in double quotes, or in single ones if those need fewer escapes. */
function withQuotes(code: string): string {
  if (!code.includes('\\"')) return code;
  return code.replaceAll(/"(?:[^"\\]|\\.)*"/g, (text) => {
    const inner = text.slice(1, -1);
    if (inner.split('\\"').length <= inner.split("'").length) return text;
    const swapped = inner.replaceAll(/\\.|'/g, (part) => {
      if (part === "'") return "\\'";
      return part === '\\"' ? '"' : part;
    });
    return `'${swapped}'`;
  });
}
