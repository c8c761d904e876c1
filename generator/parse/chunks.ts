import { rawHtmlEndOf, type RawHtmlEnd } from "./raw-html.js";

/** A part of a document, and where it stands. */
export interface Chunk {
  readonly text: string;
  /** UTF-16 units before it. */
  readonly offset: number;
  /** Lines before it. */
  readonly line: number;
  /** Whether it begins with a further item of the list that the chunk before it ends with. */
  readonly isItem?: boolean;
}

/** The block that a line begins, given the open blocks of CommonMark. */
type LineKind = "block" | "item" | "lost heading" | "other" | "unknown";

/**
 * Cuts a document between its blocks: micromark's time and memory grow faster than the text it is
 * given. It cuts only where CommonMark reads the parts alone as it reads them together, outside of
 * fences and raw HTML: at a heading without indentation, at a line without indentation below an empty
 * one (both end every paragraph, list and table), and at an item of a list. Where it cannot tell
 * whether a line is a heading or what a fence contains, it cuts no more.
 *
 * In one thing it differs from CommonMark: a heading ends a Go fence, as no line of Go begins with
 * `#`, and raw HTML that nothing closes; else a forgotten end would swallow all headings behind it.
 *
 * @param shortest how long a chunk is at least, unless it is the last
 */
export function cutAtBlocks(text: string, shortest: number): Chunk[] {
  const chunks: Chunk[] = [];
  const blocks = new BlockScanner(text);
  let start: Omit<Chunk, "text"> = { offset: 0, line: 0 };
  let line = 0;
  for (let offset = 0; offset < text.length; line++) {
    const next = endOfLine(text, offset);
    const kind = blocks.scan(text.slice(offset, next), offset);
    if (kind === "unknown") break;
    const isLong = offset - start.offset >= Math.max(1, shortest);
    if (kind === "lost heading" || (kind !== "other" && isLong)) {
      chunks.push({ ...start, text: text.slice(start.offset, offset) });
      start = { offset, line, isItem: kind === "item" };
    }
    offset = next;
  }
  return [...chunks, { ...start, text: text.slice(start.offset) }];
}

/**
 * Tells line by line what begins, by what CommonMark has open at that line; a heading is lost where the
 * end of a Go fence or of raw HTML was forgotten.
 */
class BlockScanner {
  readonly #text: string;
  /** The marker of the open fence; empty where none is open. */
  #fence = "";
  /** The end of the open raw HTML. */
  #htmlEnd: RawHtmlEnd | undefined;
  /** Whether a heading ends the open fence or HTML. */
  #hasLostEnd = false;
  /** The marker of the open list, and the space up to its content; empty where none is open. */
  #list = "";
  /** Whether an empty line is above. */
  #isBelowEmpty = false;
  /** The offset of the last end of each kind of raw HTML. */
  readonly #lastEnds = new Map<RegExp, number>();

  constructor(text: string) {
    this.#text = text;
  }

  scan(line: string, offset: number): LineKind {
    const isBelowEmpty = this.#isBelowEmpty;
    this.#isBelowEmpty = false;
    const isHeading = /^#{1,6}[ \t\n]/.test(line);
    if (this.#fence !== "" || this.#htmlEnd !== undefined) {
      if (isHeading && this.#hasLostEnd) {
        this.#fence = "";
        this.#htmlEnd = undefined;
        return "lost heading";
      }
      if (this.#fence !== "" && closes(line, this.#fence)) this.#fence = "";
      if (this.#htmlEnd?.pattern.test(line)) this.#htmlEnd = undefined;
      return "other";
    }
    if (/^[ \t]*\n?$/.test(line)) {
      this.#isBelowEmpty = true;
      return "other";
    }
    const indent = line.search(/\S/);
    if (indent > 0 && this.#list !== "") {
      return indent < this.#list.length && /[`~<]/.test(line) ? "unknown" : "other";
    }
    const htmlEnd = rawHtmlEndOf(line);
    if (htmlEnd !== undefined && !htmlEnd.pattern.test(line)) {
      this.#htmlEnd = htmlEnd;
      this.#hasLostEnd = this.#lastEndOf(htmlEnd) < offset;
    }
    if (indent > 0) return FENCE.test(line) ? "unknown" : "other";
    return this.#scanUnindented(line, isHeading || (isBelowEmpty && !/^[-+*\d]/.test(line)));
  }

  #lastEndOf({ pattern }: RawHtmlEnd): number {
    const known = this.#lastEnds.get(pattern);
    if (known !== undefined) return known;
    const ends = this.#text.matchAll(new RegExp(pattern, "gi"));
    const last = [...ends].at(-1)?.index ?? -1;
    this.#lastEnds.set(pattern, last);
    return last;
  }

  #scanUnindented(line: string, isBlock: boolean): LineKind {
    const [open] = this.#list;
    this.#list = LIST.exec(line)?.[0] ?? "";
    if (this.#list !== "" && open !== undefined) {
      return this.#list.startsWith(open) && open !== "1" ? "item" : "other";
    }
    // A number may as well be the text of a paragraph.
    if (/^\d{1,9}[.)]\s/.test(line) && this.#list === "") return "unknown";
    this.#fence = openedBy(line);
    if (this.#fence !== "") this.#hasLostEnd = GO_FENCE.test(line);
    return isBlock ? "block" : "other";
  }
}

/** The opening line of a fence, with any indentation. */
const FENCE = /```|~~~/;

/** The marker of a list, and the space up to its content; a line of one kind of marker is a rule. */
const LIST = /^(?!([-*])(?:[ \t]*\1){2,}[ \t]*\n?$)(?:[-+*]|1[.)])[ \t]+(?=\S)/;

/** The first word of a fence of Go: `go`, also as other tools write it: `{.go}`, `language-go`, `go{1,3}`. */
export const GO_INFO = /^\{?[\s.]*(?:lang(?:uage)?-)?go(?:lang)?(?![\w#+.-])/i;

/** The opening of a fence of Go. */
const GO_FENCE = new RegExp(`^(?:\`\`\`+|~~~+)[ \\t]*${GO_INFO.source.slice(1)}`, "i");

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
