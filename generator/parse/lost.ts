import { cellsOf } from "./field-line.js";
import { fieldTextOf } from "./field-text.js";
import { isHeader } from "./header-text.js";
import type { Line } from "./lines.js";

/** A part of the dialect where nothing reads it: in a fence, in a quote, in raw HTML. */
interface Lost {
  readonly line: Line;
  readonly content: "model heading" | "section heading" | "heading" | "table" | "field";
}

/** How much of a text to take for a part of the dialect. */
type Suspicion =
  /** Unmistakable content: headings of models and sections, tables of fields. */
  | "low"
  /** Also lines of fields. */
  | "middle"
  /** Also other headings and tables. */
  | "high";

const MODEL_HEADING =
  /^[\s>]*(?:[-*+]\s+|\d{1,9}[.)]\s+)?\\?[#＃]{1,6}\s*[`｀]\s*[A-Za-z_]\w*\s*[`｀]/;

const SECTION_HEADING = /^[\s>]*\\?[#＃]{1,6}\s*(?:Models|API calls)\s*$/i;

const HEADING = /^ {0,3}#{2,3} +\S/;

/** GFM, Tables: the row below the header, of dashes and colons; a lone cell is a rule or a heading. */
export const DELIMITERS = /^(?=.*\|)(?=.*-)[\s>|:-]+$/;

/** The first line of a text that would declare something elsewhere. */
export function lostIn(lines: readonly Line[], suspicion: Suspicion): Lost | undefined {
  for (const [index, line] of lines.entries()) {
    const { text } = line;
    if (MODEL_HEADING.test(text)) return { line, content: "model heading" };
    if (SECTION_HEADING.test(text)) return { line, content: "section heading" };
    const next = lines[index + 1];
    if (next !== undefined && DELIMITERS.test(next.text) && cellsOf(text) !== undefined) {
      if (suspicion === "high" || isTableOfFields(text, lines[index + 2]?.text ?? "")) {
        return { line, content: "table" };
      }
    }
    if (suspicion === "low") continue;
    if (isFieldText(text)) return { line, content: "field" };
    if (suspicion === "high" && HEADING.test(text) && (next?.text.trim() ?? "") === "") {
      return { line, content: "heading" };
    }
  }
  return undefined;
}

function isTableOfFields(header: string, row: string): boolean {
  return isHeader(cellsOf(header) ?? []) || /^[\s>|]*`[^`]*`\s*\|/.test(row) || isFieldText(row);
}

/** Whether a line is surely a field, or the titles above fields. */
export function isFieldText(text: string): boolean {
  return isHeader(cellsOf(text) ?? []) || fieldTextOf(text)?.score === Infinity;
}
