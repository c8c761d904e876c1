import type { Source, SourceText } from "../source/source.js";

/** Returns a field of the front matter of a document. */
export function frontMatterField(source: Source, name: string): SourceText | undefined {
  const text = source.text.slice(0, lengthOfFrontMatter(source.text));
  const field = new RegExp(`^(${name}[ \\t]*:[ \\t]*["']?)([\\w-]+)`, "m").exec(text);
  const [, before = "", value] = field ?? [];
  if (value === undefined) return undefined;
  const start = (field?.index ?? 0) + before.length;
  return { text: value, range: { source, start, end: start + value.length } };
}

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

/** Whether a front matter only chooses the dialect of the document. */
export function isChoiceOfDialect(frontMatter: string): boolean {
  return /^---[ \t]*\n\s*dialect[ \t]*:.*\n\s*---\s*$/.test(frontMatter);
}
