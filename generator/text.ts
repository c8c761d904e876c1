import type { SourceRange } from "./ir/source.js";

/** The characters of a range. */
export function sourceOf({ file, start, end }: SourceRange): string {
  return String(file).slice(start, end);
}

/** Joins pieces of documentation as paragraphs; empty ones do not count. */
export function paragraphs(pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== "").join("\n\n");
}
