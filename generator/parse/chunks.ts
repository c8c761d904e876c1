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
 * without indentation (which ends every paragraph, list and table), outside of fences. Where it
 * cannot tell whether a line is a heading or what a fence or HTML contains, it cuts no more.
 *
 * In one thing it differs from CommonMark: no line of Go begins with `#`, and so a heading ends a Go
 * fence, whose end was forgotten; else that would swallow the headings up to the next end of a fence.
 *
 * @param shortest how long a chunk is at least, unless it is the last
 */
export function cutAtHeadings(text: string, shortest: number): Chunk[] {
  const chunks: Chunk[] = [];
  const blocks = new BlockScanner();
  let start = { offset: 0, line: 0 };
  let line = 0;
  for (let offset = 0; offset < text.length; line++) {
    const next = endOfLine(text, offset);
    const kind = blocks.scan(text.slice(offset, next));
    if (kind === "unknown") break;
    const length = offset - start.offset;
    if (kind === "lost heading" || (kind === "heading" && length >= Math.max(1, shortest))) {
      chunks.push({ ...start, text: text.slice(start.offset, offset) });
      start = { offset, line };
    }
    offset = next;
  }
  return [...chunks, { ...start, text: text.slice(start.offset) }];
}

/**
 * Tells line by line whether a heading begins, by what CommonMark has open at that line; it is lost
 * where a fence of Go is open.
 */
class BlockScanner {
  /** The marker of the open fence; empty where none is open. */
  #fence = "";
  #isGo = false;
  /** How far the content of the open list is indented; 0 where none is open. */
  #listIndent = 0;
  /** HTML may be open, which only an empty line ends. */
  #isInHtml = false;

  scan(line: string): "heading" | "lost heading" | "other" | "unknown" {
    const isHeading = /^#{1,6}[ \t\n]/.test(line);
    if (this.#fence !== "" && !(isHeading && this.#isGo)) {
      if (closes(line, this.#fence)) this.#fence = "";
      return "other";
    }
    const isLost = this.#fence !== "";
    this.#fence = "";
    if (isLost) return "lost heading";
    if (/^[ \t]*\n?$/.test(line)) {
      this.#isInHtml = false;
      return "other";
    }
    if (this.#isInHtml && (isHeading || FENCE.test(line) || LIST.test(line))) return "unknown";
    const indent = line.search(/\S/);
    if (indent > 0 && this.#listIndent > 0) {
      return indent < this.#listIndent && /[`~<]/.test(line) ? "unknown" : "other";
    }
    if (/^ {0,3}</.test(line) && !COMMENT.test(line)) {
      if (LONG_HTML.test(line)) return "unknown";
      this.#isInHtml = true;
    }
    if (indent > 0) return FENCE.test(line) ? "unknown" : "other";
    return this.#scanUnindented(line, isHeading);
  }

  #scanUnindented(line: string, isHeading: boolean): "heading" | "other" | "unknown" {
    this.#listIndent = LIST.exec(line)?.[0].length ?? 0;
    // A number may as well be the text of a paragraph.
    if (/^\d{1,9}[.)]\s/.test(line) && this.#listIndent === 0) return "unknown";
    this.#fence = openedBy(line);
    this.#isGo = GO_FENCE.test(line);
    return isHeading ? "heading" : "other";
  }
}

/** What may be a fence, wherever it stands. */
const FENCE = /```|~~~/;

/** The marker of a list, and the space up to its content. */
const LIST = /^(?:[-+*]|1[.)])[ \t]+(?=\S)/;

/** The opening of a fence whose first word is that of Go, as for `isGo`. */
const GO_FENCE = /^(?:```+|~~~+)[ \t]*go(?:lang)?(?=\s|$)/i;

/** HTML that ends on its line (CommonMark, HTML blocks, condition 2). */
const COMMENT = /^ {0,3}<!--(?!-?>).*-->/;

/** HTML that an empty line does not end (CommonMark, HTML blocks, conditions 1 to 5). */
const LONG_HTML = /^ {0,3}<(?:[!?]|script|pre|style|textarea)/i;

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
export function closes(line: string, fence: string): boolean {
  const marker = /^ {0,3}(`+|~+)[ \t]*\n?$/.exec(line)?.[1] ?? "";
  return marker.length >= fence.length && marker.startsWith(fence);
}
