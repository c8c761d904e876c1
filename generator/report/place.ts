import { pointOf, shownPath, type SourceRange } from "../source/source.js";

/** A place as tools read it; lines and columns from 1, in UTF-16 units. */
export interface JsonPlace {
  /** The revision of git that the file is of; `diff` only. */
  readonly revision?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Returns the start of a range as tools read it. */
export function jsonPlace({ source, start }: SourceRange): JsonPlace {
  const { path: file, revision } = source;
  const { line, column } = pointOf(source, start);
  return { ...(revision !== undefined && { revision }), file, line, column };
}

/** Returns the start of a range as people read it: `spec/user.md:3:5`. */
export function placeText({ source, start }: SourceRange): string {
  const { line, column } = pointOf(source, start);
  return `${shownPath(source)}:${line}:${column}`;
}
