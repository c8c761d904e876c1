import { textColumns } from "../source/width.js";
import { DELIMITERS } from "./lost.js";

/** How the rows of a table are drawn whose bars are below each other. */
export interface Drawing {
  /** The columns of a terminal that each cell takes; nothing for a last cell that no bar closes. */
  readonly widths: readonly (number | undefined)[];
  readonly hasOpening: boolean;
  readonly indent: string;
  /** The space between a bar and a cell. */
  readonly space: string;
}

/** A drawing, and the lines that are drawn so. */
export interface DrawnTable {
  readonly drawing: Drawing;
  readonly drawn: ReadonlySet<number>;
}

const BAR = /(?<!\\)\|/;

/**
 * Returns how a table is drawn, if its header, its row of dashes and most of its rows have their bars below each
 * other on purpose.
 *
 * @param changed the lines that may be in a wrong form
 */
export function drawnTable(
  lines: readonly string[],
  changed: ReadonlySet<number> = new Set(),
): DrawnTable | undefined {
  const places = lines.map(placesOf);
  const common = mostFrequent(places);
  const drawn = [...lines.keys()].filter((index) => places[index] === common);
  const delimiters = lines.findIndex((line) => DELIMITERS.test(line));
  const isDrawn = (index: number) => places[index] === common;
  const others = [...lines.keys()].filter((index) => isDrawn(index) || !changed.has(index));
  const hasHeader = !changed.has(0) || delimiters > 0;
  const rows = others.filter((index) => index > Math.max(hasHeader ? 0 : -1, delimiters));
  const isTable =
    others.every((index) => (index > 0 && index !== delimiters) || isDrawn(index)) &&
    (rows.length === 0 || rows.filter(isDrawn).length * 2 > rows.length);
  const texts = drawn.filter((index) => index !== delimiters).map((index) => lines[index] ?? "");
  const hasLongDashes = isDrawn(delimiters) && /-{4}/.test(lines[delimiters] ?? "");
  const [first] = texts;
  if (common === "" || drawn.length < 2 || !isTable || first === undefined) return undefined;
  if (!hasLongDashes && !differInWidth(texts)) return undefined;
  return { drawing: drawingOf(first, texts), drawn: new Set(drawn) };
}

/** Returns cells as a row of a drawing; dashes fill their columns. */
export function drawnRow(
  cells: readonly string[],
  { widths, hasOpening, indent, space }: Drawing,
): string {
  const texts = cells.map((cell, index) => {
    const lead = index > 0 || hasOpening ? space : "";
    const width = widths[index];
    if (width === undefined) return cell === "" ? `${space}|` : lead + cell;
    const room = width - lead.length - space.length;
    const missing = Math.max(0, room - textColumns(cell));
    const text = DASHES.test(cell)
      ? cell.replace("-", "-".repeat(missing + 1))
      : cell + " ".repeat(missing);
    return `${lead}${text}${space}|`;
  });
  return indent + (hasOpening ? "|" : "") + texts.join("");
}

/** Returns a row with as many more columns in its cells. */
export function widenedRow(
  line: string,
  growth: readonly number[],
  { hasOpening }: Drawing,
): string {
  const pieces = line.split(BAR);
  return pieces
    .map((piece, index) => {
      const more = growth[index - Number(hasOpening)] ?? 0;
      if (more === 0 || index === pieces.length - 1) return piece;
      return DASHES.test(piece.trim())
        ? piece.replace("-", "-".repeat(more + 1))
        : piece + " ".repeat(more);
    })
    .join("|");
}

/** Returns how many columns each cell of a drawing lacks for other rows. */
export function growthFor(
  rows: readonly (readonly string[])[],
  { widths, hasOpening, space }: Drawing,
) {
  return widths.map((width, index) => {
    const lead = index > 0 || hasOpening ? space.length : 0;
    const needed = rows.map((cells) => lead + cellColumns(cells[index] ?? "") + space.length);
    return width === undefined ? 0 : Math.max(0, ...needed.map((columns) => columns - width));
  });
}

const DASHES = /^:?-+:?$/;

/** Returns the columns of a cell; a single dash with a space behind it begins a list. */
function cellColumns(cell: string): number {
  return DASHES.test(cell) ? Math.max(3, cell.length) : textColumns(cell);
}

/** Returns the columns of the bars of a row; empty without bars, or where a tab has no certain width. */
function placesOf(line: string): string {
  const pieces = line.split(BAR);
  if (pieces.length < 2 || line.includes("\t")) return "";
  let column = -1;
  return pieces
    .slice(0, -1)
    .map((piece) => (column += textColumns(piece) + 1))
    .join(" ");
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? "";
}

/** Tells whether rows have different texts in a column, so that their bars are not below each other by chance. */
function differInWidth(lines: readonly string[]): boolean {
  const widths = lines.map((line) =>
    line
      .split(BAR)
      .slice(0, -1)
      .map((cell) => textColumns(cell.trim())),
  );
  return new Set(widths.map((row) => row.join(" "))).size > 1;
}

function drawingOf(line: string, lines: readonly string[]): Drawing {
  const pieces = line.split(BAR);
  const hasOpening = pieces[0]?.trim() === "";
  const [indent = ""] = /^\s*/.exec(line) ?? [];
  const cells = hasOpening ? pieces.slice(1) : pieces;
  const hasClosing = cells.at(-1)?.trim() === "";
  const closed = cells.slice(0, -1).map((cell) => textColumns(cell));
  const first = hasOpening ? closed : closed.with(0, (closed[0] ?? 0) - indent.length);
  const hasSpaces = lines.every((text) => !/[^\s|](?<!\\)\||(?<!\\)\|[^\s|]/.test(text));
  return {
    widths: hasClosing ? first : [...first, undefined],
    hasOpening,
    indent,
    space: hasSpaces ? " " : "",
  };
}
