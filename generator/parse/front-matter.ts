/**
 * The length of the front matter of a document: metadata of other tools between two lines `---`, which
 * Markdown would take for a rule and a heading.
 */
export function lengthOfFrontMatter(text: string): number {
  const end = /^---[ \t]*\n/.test(text) ? /^---[ \t]*(?:\n|$)/m.exec(text.slice(3)) : null;
  if (end === null) return 0;
  const [, first = "", ...lines] = text.slice(0, 3 + end.index).split("\n");
  const isMetadata =
    /^[\w-]+[ \t]*:(?:\s|$)/.test(first) && !lines.some((line) => /^#{1,6} /.test(line));
  return isMetadata ? 3 + end.index + end[0].length : 0;
}
