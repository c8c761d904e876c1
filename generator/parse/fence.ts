import type { Code } from "mdast";
import type { ParseContext } from "./context.js";
import { parseGoFence } from "../go/fence.js";
import type { DeclarationDraft } from "../go/draft.js";
import { code } from "../source/code.js";
import { pointOf, type Source, type SourceRange } from "../source/source.js";
import { closes, GO_INFO } from "./chunks.js";
import { linesOf } from "./lines.js";
import { lostIn } from "./lost.js";
import { rangeOf } from "./source.js";
import { firstIndexOf, sourceOf } from "../source/text.js";

/** Reads the declarations of a Go fence; any other code is reported and left out. */
export function fenceDeclarations(node: Code, context: ParseContext): DeclarationDraft[] {
  const range = rangeOf(node, context);
  const lines = sourceOf(range).split("\n");
  const opening = { ...range, end: range.start + (lines[0] ?? "").length };
  if (markerOf(lines) === undefined) {
    context.report("skipped-text", opening, { content: "indented code" });
    return [];
  }
  const isClosed = !reportUnclosedFence(node, context);
  if (!isGo(node)) {
    if (isClosed) reportSkipped(innerRangeOf(range, lines), node.lang ?? "", opening, context);
    return [];
  }
  return parseGoFence(innerRangeOf(range, isClosed ? lines : [...lines, ""]), context.report);
}

/** Reports a fence without an end; returns whether it is one. */
export function reportUnclosedFence(node: Code, context: ParseContext): boolean {
  const range = rangeOf(node, context);
  const lines = sourceOf(range).split("\n");
  const marker = markerOf(lines);
  if (marker === undefined || (lines.length > 1 && closes(lines.at(-1) ?? "", marker)))
    return false;
  reportUnclosed({ ...range, end: range.start + (lines[0] ?? "").length }, marker, context);
  return true;
}

/** Returns the mark that begins a fence; indented code has none. */
function markerOf([first = ""]: readonly string[]): string | undefined {
  return /^(?:`{3,}|~{3,})/.exec(first)?.[0];
}

/** Reports a fence that is left out: as an error if it holds a part of the specification. */
function reportSkipped(
  content: SourceRange,
  language: string,
  opening: SourceRange,
  context: ParseContext,
): void {
  const lines = linesOf(content);
  const isProse = isPlain(language);
  const pattern = isProse || MISSPELT.test(language) ? GO : STRUCT;
  if (lines.some(({ text }) => pattern.test(text))) {
    const where = language === "" ? "without a language" : `in ${code(language)}`;
    const parameters = { content: `Go in a fence ${where}`, expected: "it in a fence of Go" };
    const hint = `begin the fence with ${code("```go")}`;
    context.report("misplaced-content", opening, parameters, { hint });
    return;
  }
  const lost = lostIn(lines, language === "" ? "high" : isProse ? "middle" : "low");
  if (lost === undefined) {
    context.report("skipped-fence", opening, { language });
    return;
  }
  const parameters = { content: `${lost.content} in a fence`, expected: "it outside of the fence" };
  const related = [{ range: opening, message: "the fence begins here" }];
  context.report("misplaced-content", lost.line.range, parameters, { related });
}

/** Tells whether the language of a fence says nothing about its content. */
export function isPlain(language: string): boolean {
  return /^(?:|plain|plaintext|text|txt|md|mdx|markdown|csv|tsv|table)$/i.test(language);
}

/** Words from the letters of `golang`. */
const MISSPELT = /^[golan0]{1,8}$/i;

/** A declaration of Go; that of a struct is one of no other language. */
const STRUCT = /^\s*type\s+\w+\s+struct\b/;
const GO = new RegExp(
  String.raw`${STRUCT.source}|^\s*type\s+\w+\s+(?:=\s*)?[\w.*[\]]+$|^\s*const\s+(?:\($|\w+\s+\w+\s*=|\w+\s*=\s*iota)`,
);

/** How many of the headings that a fence takes in are named. */
const MOST_HEADINGS = 3;

/** Names the headings that the fence takes in, up to its end or that of the document. */
function reportUnclosed(opening: SourceRange, marker: string, context: ParseContext): void {
  const { source, end: start } = opening;
  const { headings, ends } = outlineOf(source, marker);
  const end = ends[firstIndexOf(ends, (line) => line.start > start)]?.start;
  const last = end === undefined ? source.text.length : end - 1;
  const lines = pointOf(source, last).line - pointOf(source, start).line + 1;
  const from = firstIndexOf(headings, (line) => line.start > start);
  const to = firstIndexOf(headings, (line) => line.start > last);
  const named = headings.slice(from, Math.min(to, from + MOST_HEADINGS));
  const parameters = {
    lines,
    headings: named.map(({ text }) => text.trim()),
    more: to - from - named.length,
  };
  context.report("unclosed-fence", opening, parameters, { hint: `add a line ${marker}` });
}

interface OutlineLine {
  readonly start: number;
  readonly text: string;
}

/** The lines of a document that are headings, and those that end fences, by the marker of the fence. */
interface Outline {
  readonly headings: readonly OutlineLine[];
  readonly markers: readonly OutlineLine[];
  readonly ends: Map<string, readonly OutlineLine[]>;
}

const outlines = new WeakMap<Source, Outline>();

/** Finds the headings of a document and the ends of fences of a marker, once for all its fences. */
function outlineOf(source: Source, marker: string) {
  const outline = outlines.get(source) ?? newOutline(source.text);
  outlines.set(source, outline);
  const { headings, markers } = outline;
  const ends = outline.ends.get(marker) ?? markers.filter(({ text }) => closes(text, marker));
  outline.ends.set(marker, ends);
  return { headings, ends };
}

function newOutline(text: string): Outline {
  const lines = (pattern: RegExp) =>
    Array.from(text.matchAll(pattern), ({ 0: line, index }) => ({ start: index, text: line }));
  return {
    headings: lines(/^#{1,3} .*$/gm),
    markers: lines(/^ {0,3}(?:`{3,}|~{3,})[ \t]*$/gm),
    ends: new Map(),
  };
}

/** Tells whether a fence says that it holds Go. */
export function isGo({ lang }: Code): boolean {
  return lang !== null && lang !== undefined && GO_INFO.test(lang);
}

/** Returns the text between the opening and the closing line, indentation included: Go ignores it. */
function innerRangeOf(range: SourceRange, lines: readonly string[]): SourceRange {
  const start = range.start + (lines[0] ?? "").length + 1;
  return { ...range, start, end: Math.max(start, range.end - (lines.at(-1) ?? "").length) };
}
