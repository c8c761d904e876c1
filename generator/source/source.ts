import { location } from "vfile-location";
import { printable } from "./code.js";

/** The text of a document or of a configuration file. */
export interface Source {
  /** The path that diagnostics show. */
  readonly path: string;
  /** Without a byte-order mark and with LF, so that offsets and columns agree. */
  readonly text: string;
  /** The path below the folder of the specification; default the last part of the path. */
  readonly name?: string | undefined;
  /** The revision of git that the text is of; absent for the working tree. */
  readonly revision?: string | undefined;
}

/** A half-open range `[start, end)` of UTF-16 offsets in one source. */
export interface SourceRange {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A piece of a document's text as it is meant (trimmed, unescaped), and where it stands. */
export interface SourceText {
  readonly text: string;
  readonly range: SourceRange;
}

/** A place in a source: line and column from 1, in UTF-16 units. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

const locations = new WeakMap<Source, ReturnType<typeof location>>();

/** Returns the place of an offset. The lines of a source are counted once, however many places are asked for. */
export function pointOf(source: Source, offset: number): Point {
  const lines = locations.get(source) ?? location(source.text);
  locations.set(source, lines);
  const point = lines.toPoint(offset);
  if (point === undefined) throw new RangeError(`no offset ${offset} in ${source.path}`);
  return { line: point.line, column: point.column, offset };
}

/** Returns the path of a source as git writes it, `HEAD:spec/user.md`; without a revision, the path. */
export function shownPath({ path, revision }: Source): string {
  return printable(revision === undefined ? path : `${revision}:${path}`);
}

/** Returns the path of a document below the folder of the specification. */
export function documentName({ name, path }: Source): string {
  return name ?? path.slice(path.lastIndexOf("/") + 1);
}
