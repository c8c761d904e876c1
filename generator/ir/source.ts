import type { VFile } from "vfile";

/** A half-open range `[start, end)` of UTF-16 offsets in one document. */
export interface SourceRange {
  readonly file: VFile;
  readonly start: number;
  readonly end: number;
}

/** A piece of a document's text as it is meant (trimmed, unescaped), and where it stands. */
export interface SourceText {
  readonly text: string;
  readonly range: SourceRange;
}
