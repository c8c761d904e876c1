/** A part of a document, and where it stands. */
export interface Chunk {
  readonly text: string;
  /** UTF-16 units before it. */
  readonly offset: number;
  /** Lines before it. */
  readonly line: number;
}

/**
 * Cuts a document at its headings: micromark's time and memory grow faster than the text it is
 * given. It cuts only where CommonMark reads the parts alone as it reads them together: at a heading
 * without indentation (which ends every paragraph, list and table), outside of fences. From the
 * first line on that may open what a heading does not end (HTML, a fence in a list) it cuts no more.
 */
export function cutAtHeadings(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let start = { offset: 0, line: 0 };
  let fence = "";
  let line = 0;
  for (let offset = 0; offset < text.length; line++) {
    const next = endOfLine(text, offset);
    const source = text.slice(offset, next);
    if (fence !== "") fence = closes(source, fence) ? "" : fence;
    else if (OPENS_MORE.test(source) && !COMMENT.test(source)) break;
    else if (/^#{1,6}[ \t\n]/.test(source) && offset > start.offset) {
      chunks.push({ ...start, text: text.slice(start.offset, offset) });
      start = { offset, line };
    } else fence = openedBy(source);
    offset = next;
  }
  return [...chunks, { ...start, text: text.slice(start.offset) }];
}

/** HTML, and a fence that is indented or an item of a list. */
const OPENS_MORE = /^(?: {0,3}<|(?:\s*(?:[-+*]|\d+[.)])\s.*|\s+)(?:```|~~~))/;

/** HTML that ends on its line (CommonMark, HTML blocks, condition 2). */
const COMMENT = /^ {0,3}<!--(?!-?>).*-->/;

/** A long run of table rows in a chunk: what stands before, the rows in parts, what stands behind. */
export interface LongTable {
  /** Ends with the first rows of the table. */
  readonly head: Chunk;
  readonly rows: readonly Chunk[];
  readonly rest: Chunk;
}

/**
 * Cuts a chunk inside of its first long run of lines that are rows if a table stands before them, and
 * nothing else: none of them can begin another block, and a blank line or the end is behind the last.
 *
 * @param longest how many lines may stay together
 */
export function cutLongTable(chunk: Chunk, longest: number): LongTable | undefined {
  const { text } = chunk;
  const starts: number[] = [];
  for (let offset = 0, line = chunk.line; ; line++) {
    const next = endOfLine(text, offset);
    const source = text.slice(offset, next);
    if (/^(?!```)[^\s#\-+*_=~<>0-9]/.test(source)) starts.push(offset);
    else {
      const isEnd = /^[ \t]*\n?$/.test(source);
      if (isEnd && starts.length > longest) {
        return partsOf(chunk, [...starts, offset], line - starts.length, longest);
      }
      if (offset === text.length) return undefined;
      starts.length = 0;
    }
    offset = next;
  }
}

/** @param starts the offset in the chunk of each line of the run, and of the line behind it */
function partsOf(
  { text, offset, line }: Chunk,
  starts: readonly number[],
  firstLine: number,
  longest: number,
): LongTable {
  const last = starts.length - 1;
  const part = (from: number, to: number): Chunk => {
    const [start = 0, end] = [starts[from], starts[to]];
    return { text: text.slice(start, end), offset: offset + start, line: firstLine + from };
  };
  const rows: Chunk[] = [];
  for (let from = longest; from < last; from += longest) {
    rows.push(part(from, Math.min(from + longest, last)));
  }
  return {
    head: { text: text.slice(0, starts[longest]), offset, line },
    rows,
    rest: part(last, last + 1),
  };
}

/** The offset behind the line break of a line. */
function endOfLine(text: string, offset: number): number {
  const index = text.indexOf("\n", offset);
  return index === -1 ? text.length : index + 1;
}

/** The marker of the fence that a line opens; nothing where it opens none. */
function openedBy(line: string): string {
  const [, ticks, tildes] = /^(?:(`{3,})[^`]*$|(~{3,}))/.exec(line) ?? [];
  return ticks ?? tildes ?? "";
}

/** CommonMark, Fenced code blocks: closed by the same character, at least as often, alone on a line. */
function closes(line: string, fence: string): boolean {
  const marker = /^ {0,3}(`+|~+)[ \t]*\n?$/.exec(line)?.[1] ?? "";
  return marker.length >= fence.length && marker.startsWith(fence);
}
