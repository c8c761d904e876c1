/** The text of a run of readers, the place in it, and what is wrong there. */
import { quote } from "../issue.js";
import { issues, report, type Key } from "../run.js";

/** An attribute of an element. */
export interface Attribute {
  /** The name with its prefix. */
  readonly name: string;
  readonly value: string;
  /** The offset of the value in the text. */
  readonly start: number;
}

/** A text that is being read, and the place in it. */
interface Source {
  readonly text: string;
  position: number;
  /** The number of open elements. */
  depth: number;
  /** The names, with their prefixes, of the open elements by their depth; beyond it that of the part read last. */
  readonly names: string[];
  /** The indexes of elements that are items of lists. */
  readonly indexes: (number | undefined)[];
  /** The attributes of elements that have some. */
  readonly attributes: (readonly Attribute[] | undefined)[];
  /** Whether the open element ends with its tag. */
  isEmpty: boolean;
  /** The range of the part read last. */
  start: number;
  end: number;
  /** A line of the text, and the offset of its beginning. */
  line: number;
  lineStart: number;
}

/** The text of the current run. */
export let source: Source;

/** The exception for a text that cannot be read to its end; its issue has been reported. */
export const STOP: unknown = {};

/** Runs a reader of a text. Runs may nest, for codecs from elsewhere can do anything. */
export function within<T>(text: string, run: () => T): T {
  const outer = source;
  source = {
    text,
    position: text.startsWith("\ufeff") ? 1 : 0,
    depth: 0,
    names: [],
    indexes: [],
    attributes: [],
    isEmpty: false,
    start: 0,
    end: 0,
    line: 1,
    lineStart: 0,
  };
  try {
    return run();
  } finally {
    source = outer;
  }
}

/** Refuses the part read last; the result may stand for its value, which nobody will see. */
export function refuse(expected: string, text: string): never {
  const { start, depth } = source;
  return reportAt(`expected ${expected}, got ${quote(text)}`, start, depth + 1);
}

/** Refuses the text from an offset on, which ends the run. */
export function stop(expected: string, offset: number = source.position): never {
  const { text, depth } = source;
  const [, actual = ""] = /^([^\r\n]?[^<\r\n]{0,80})/.exec(text.slice(offset, offset + 81)) ?? [];
  const got = offset < text.length ? quote(actual) : "the end";
  reportAt(`expected ${expected}, got ${got}`, offset, depth);
  throw STOP;
}

/** The most names of a path: texts may be nested deeper than anybody reads. */
const MOST_NAMES = 100;

/** Reports an issue at an offset, with the path of so many names. */
function reportAt(message: string, offset: number, depth: number): never {
  // The run keeps no more issues: looking for the lines of others would take time quadratic in the length.
  if (issues !== undefined && issues.length > 99) return undefined as never;
  const { text, names, indexes } = source;
  const path: Key[] = [];
  for (let level = 1; level <= Math.min(depth, MOST_NAMES); level++) {
    path.push(names[level] ?? "", ...(indexes[level] === undefined ? [] : [indexes[level] ?? 0]));
  }
  // Issues mostly come in the order of the text: each continues where the last one stands.
  if (offset < source.lineStart) [source.line, source.lineStart] = [1, 0];
  for (;;) {
    const next = text.indexOf("\n", source.lineStart) + 1;
    if (next === 0 || next > offset) break;
    source.line++;
    source.lineStart = next;
  }
  const place = `line ${source.line}, column ${offset - source.lineStart + 1}`;
  return report(`${message} at ${place}`, path);
}
