import type { Edit } from "../source/diagnostic.js";
import { applyEdits } from "../source/edits.js";
import type { Source } from "../source/source.js";
import { firstIndexOf } from "../source/text.js";
import { cellsIn } from "./bars.js";
import { DELIMITERS } from "./lost.js";
import { drawnRow, drawnTable, growthFor, widenedRow } from "./drawing.js";

/** A line of a source. */
interface SourceLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Returns edits of one source that keep the bars of tables below each other where they were: rows that change are
 * drawn as the others are, which grow where a cell needs more room. Other rows stay as they are.
 */
export function alignedEdits(edits: readonly Edit[]): readonly Edit[] {
  const source = edits[0]?.range.source;
  if (source === undefined) return edits;
  const lines = linesIn(source);
  const byLine = new Map<number, Edit[]>();
  for (const edit of edits) {
    const index = firstIndexOf(lines, ({ end }) => edit.range.start <= end);
    const isWithin = edit.range.end <= (lines[index]?.end ?? 0) && isRow(lines[index]);
    if (isWithin) byLine.set(index, [...(byLine.get(index) ?? []), edit]);
  }
  const drawn = new Set<Edit>();
  const added: Edit[] = [];
  let last = -1;
  for (const index of [...byLine.keys()].toSorted((one, other) => one - other)) {
    if (index <= last) continue;
    const block = blockAround(lines, index);
    last = block.end - 1;
    const redrawn = redrawnLines(lines.slice(block.start, block.end), (at) =>
      byLine.get(block.start + at),
    );
    if (redrawn === undefined) continue;
    for (let at = block.start; at < block.end; at++) {
      for (const edit of byLine.get(at) ?? []) drawn.add(edit);
      const { start, end, text } = lines[at] ?? { start: 0, end: 0, text: "" };
      const now = redrawn[at - block.start] ?? text;
      if (now !== text) added.push({ range: { source, start, end }, text: now });
    }
  }
  const others = edits.filter((edit) => !drawn.has(edit));
  return [...others.map((edit) => ({ ...edit, text: tableLike(edit.text, lines) })), ...added];
}

/** Returns the text of a new table with its bars below each other if the tables of the document have them so. */
function tableLike(text: string, lines: readonly SourceLine[]): string {
  const rows = text.split("\n").map((row) => cellsIn(row));
  const [header = [], delimiters = []] = rows;
  if (rows.length < 3 || !delimiters.every((cell) => /^:?-+:?$/.test(cell))) return text;
  const tables = tablesIn(lines).map((table) => drawnTable(table));
  const [first] = tables;
  if (first === undefined || tables.includes(undefined)) return text;
  const isOpen = first.drawing.widths.at(-1) === undefined;
  const widths = header.map((_, index) => (isOpen && index === header.length - 1 ? undefined : 0));
  const empty = { ...first.drawing, indent: "", widths };
  const growth = growthFor(rows, empty);
  const grown = {
    ...empty,
    widths: widths.map((width, index) => (width === undefined ? undefined : growth[index])),
  };
  return rows.map((cells) => drawnRow(cells, grown)).join("\n");
}

/** Returns the lines of each table. */
function tablesIn(lines: readonly SourceLine[]): string[][] {
  const delimiters = [...lines.keys()].filter((index) => DELIMITERS.test(lines[index]?.text ?? ""));
  return delimiters
    .map((index) => blockAround(lines, index))
    .map(({ start, end }) => lines.slice(start, end).map(({ text }) => text));
}

/** Returns the lines of a table with their edits, drawn as before; nothing for a table that was not drawn. */
function redrawnLines(
  lines: readonly SourceLine[],
  editsOf: (index: number) => readonly Edit[] | undefined,
): string[] | undefined {
  const texts = lines.map(({ text }) => text);
  const parts = lines.map((line, index) => editedLine(line, editsOf(index) ?? []).split("\n"));
  const changed = new Set(
    // A row with a header above it that is new need not be drawn as headers are.
    parts.flatMap((part, index) => (part[0] === texts[index] ? [] : [index])),
  );
  const table = drawnTable(texts, changed);
  if (table === undefined) return undefined;
  const { drawing, drawn } = table;
  const cellsOf = (text: string) => {
    const cells = cellsIn(text);
    return cells.length === drawing.widths.length ? cells : undefined;
  };
  const isOld = (text: string, index: number) => text === texts[index];
  const rows = parts.flatMap((part, index) =>
    part.flatMap((text) => (isOld(text, index) ? [] : [cellsOf(text) ?? []])),
  );
  const growth = growthFor(rows, drawing);
  const grown = {
    ...drawing,
    widths: drawing.widths.map((width, index) =>
      width === undefined ? undefined : width + (growth[index] ?? 0),
    ),
  };
  return parts.map((part, index) =>
    part
      .map((text) => {
        const cells = cellsOf(text);
        if (!isOld(text, index)) return cells === undefined ? text : drawnRow(cells, grown);
        return drawn.has(index) ? widenedRow(text, growth, drawing) : text;
      })
      .join("\n"),
  );
}

function editedLine({ text, start }: SourceLine, edits: readonly Edit[]): string {
  const within = edits.map((edit) => {
    const range = { ...edit.range, start: edit.range.start - start, end: edit.range.end - start };
    return { ...edit, range };
  });
  return applyEdits(text, within);
}

function linesIn({ text }: Source): SourceLine[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const place = { text: line, start, end: start + line.length };
    start = place.end + 1;
    return place;
  });
}

function isRow(line: SourceLine | undefined): boolean {
  return line !== undefined && /^(?!\s*>).*(?<!\\)[|｜]/.test(line.text);
}

/** Returns the rows above and below a line, up to the next line without bars. */
function blockAround(lines: readonly SourceLine[], index: number) {
  let start = index;
  let end = index + 1;
  while (isRow(lines[start - 1])) start--;
  while (isRow(lines[end])) end++;
  return { start, end };
}
