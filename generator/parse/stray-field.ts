import type { ParseContext } from "./context.js";
import { code } from "../source/code.js";
import type { Edit } from "../source/diagnostic.js";
import { roleNamed } from "./columns.js";
import { cellsOf, lineContent } from "./field-line.js";
import { LIKELY, POSSIBLE, WEAK } from "./field-score.js";
import { fieldTextOf, tableRowOf, type FieldText } from "./field-text.js";
import { headerRowOf, isHeader } from "./header-text.js";
import { joinedLines, type FieldLine } from "./joined-lines.js";
import type { Line } from "./lines.js";
import { pasteEdits } from "./paste.js";
import { sourceOf } from "../source/text.js";

/**
 * The place of a text: outside of a model only cells make a field; below a model any writing does,
 * unless a table of the model accounts for the name.
 */
export type FieldPlace =
  | { readonly kind: "outside" }
  | {
      readonly kind: "model";
      readonly hasTable: boolean;
      readonly isKnown: (name: string) => boolean;
    };

/** A line that reads like a field. */
interface StrayField {
  readonly line: FieldLine;
  readonly field: FieldText;
}

/**
 * Reports the first of the lines that is a field, or that has the titles of columns, with the row of a
 * table that says the same.
 *
 * @returns the line, if there is one
 */
export function reportStrayField(
  lines: readonly Line[],
  place: FieldPlace,
  context: ParseContext,
): Line | undefined {
  const header = lines.find((line, index) => isHeaderLine(line, lines[index + 1], place));
  const titles =
    header === undefined ? titlesInLines(lines, place, context) : headerCellsOf(header.text);
  const [first] = lines;
  const isAlone = place.kind === "model" && !place.hasTable;
  const edits = () => (isAlone ? pasteEdits(lines, context.dialect) : []);
  if (titles.length > 0 && first !== undefined) {
    const row = headerRowOf(titles, context.dialect);
    const hint = `write ${code(row)}, and ${code(row.replaceAll(/[^|]+/g, "-"))} below it`;
    const line = header ?? first;
    context.report(
      "stray-field",
      line.range,
      { content: "titles of columns" },
      { hint, edits: edits() },
    );
    return line;
  }
  const stray = strayFieldIn(lines, place);
  if (stray !== undefined) report("stray-field", stray, context, edits());
  return stray?.line;
}

/** Reports lines that may be fields as well as sentences: in a model with a table, two of them at least. */
export function reportPossibleField(
  lines: readonly Line[],
  place: FieldPlace,
  context: ParseContext,
): boolean {
  if (place.kind === "outside") return false;
  const fields = fieldsIn(joinedLines(lines));
  const found = fields
    .filter((field) => field !== undefined)
    .filter(({ field }) => !field.names.some(place.isKnown));
  const isPossible = place.hasTable
    ? found.length > 1 && found.length * 2 > fields.length && areDistinct(found)
    : fields.every((field) => field !== undefined && field.field.score >= POSSIBLE);
  const [first] = found;
  if (first === undefined || !isPossible) return false;
  report("possible-field", first, context);
  return true;
}

function report(
  rule: "stray-field" | "possible-field",
  { line, field }: StrayField,
  context: ParseContext,
  edits: readonly Edit[] = [],
): void {
  const { row, header } = tableRowOf(field);
  const hint = `write it as ${code(row)}, in a table with the header ${code(header)}`;
  context.report(rule, line.range, { content: "field" }, { hint, edits });
}

function strayFieldIn(lines: readonly Line[], place: FieldPlace): StrayField | undefined {
  const fields = fieldsIn(joinedLines(lines));
  const found = fields.filter((field) => field !== undefined);
  const inCells = found.find(({ field }) => field.score === Infinity);
  if (inCells !== undefined || place.kind === "outside") return inCells;
  if (!areDistinct(found)) return undefined;
  const likely = found.find(({ field }) => field.score >= LIKELY);
  if (place.hasTable) {
    const isMostly = likely !== undefined && found.length * 2 >= fields.length;
    return isMostly
      ? found.find(({ field }) => field.score >= LIKELY && !field.names.some(place.isKnown))
      : undefined;
  }
  const areFields =
    likely === undefined
      ? found.length > 1 && found.length === fields.length
      : found.length * 2 >= fields.length;
  return areFields ? found[0] : undefined;
}

/** A name that returns is a word about values: `type: text …`, `type: list …`. */
function areDistinct(fields: readonly StrayField[]): boolean {
  return new Set(fields.map(({ field }) => field.names[0])).size === fields.length;
}

function fieldsIn(lines: readonly FieldLine[]): (StrayField | undefined)[] {
  return lines.map((line) => {
    const field = fieldTextOf(line.text);
    const score = (field?.score ?? 0) + (line.isMember ? LIKELY - WEAK : 0);
    return field === undefined || score < WEAK ? undefined : { line, field: { ...field, score } };
  });
}

function isHeaderLine({ text, range }: Line, next: Line | undefined, place: FieldPlace): boolean {
  const cells = cellsOf(text.trim());
  if (cells !== undefined) return isHeader(cells);
  if (next === undefined || place.kind === "outside") return false;
  // Titles with an empty line below them are a sentence.
  const gap = sourceOf({ ...range, start: range.end, end: next.range.start });
  const isAbove = !/\n\s*\n/.test(gap);
  const words = headerCellsOf(text);
  return isAbove && words.length > 1 && words.every((word) => isHeader([word, word]));
}

/** Returns the titles at the beginning of a list that has a line for each cell. */
function titlesInLines(
  lines: readonly Line[],
  place: FieldPlace,
  { dialect }: ParseContext,
): string[] {
  if (place.kind === "outside" || place.hasTable) return [];
  const cells = lines.map(({ text }) => lineContent(text).replaceAll(/[`*_]/g, ""));
  const roles = cells.map((cell) => roleNamed(cell, dialect.columns.fields));
  const end = roles.indexOf(undefined);
  const [first, ...others] = roles.slice(0, Math.max(end, 0));
  return first === "identifier" && others.includes("type") ? cells.slice(0, end) : [];
}

function headerCellsOf(text: string): readonly string[] {
  return cellsOf(text.trim()) ?? text.trim().split(/[\s,，;；]+/);
}
