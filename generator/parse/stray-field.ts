import type { ParseContext } from "./context.js";
import { code } from "../source/code.js";
import { cellsOf, fieldTextOf, tableRowOf, type FieldText } from "./field-text.js";
import { headerRowOf, isHeader } from "./header-text.js";
import type { Line } from "./lines.js";
import { SURE } from "./type-text.js";

/**
 * How sure it must be that a line is a field: beside a table, only cells tell, since a list explains
 * what the table says; in a model without a table, punctuation and the order of words tell as well.
 */
export type FieldEvidence = "cells" | "any";

/**
 * Reports lines that read like fields: the first one, with the row of a table that says the same.
 *
 * @returns whether there are such lines
 */
export function reportStrayField(
  lines: readonly Line[],
  evidence: FieldEvidence,
  context: ParseContext,
): boolean {
  const header = lines.find(({ text }) => isHeaderLine(text, evidence));
  if (header !== undefined) {
    const row = headerRowOf(headerCellsOf(header.text));
    const dashes = row.replaceAll(/[^|]+/g, "-");
    const hint = `write ${code(row)}, and ${code(dashes)} below it`;
    context.report("stray-field", header.range, { content: "titles of columns" }, { hint });
    return true;
  }
  const fields = joined(lines).map((line) => ({ line, field: fieldTextOf(line.text) }));
  const first =
    fields.find(({ field }) => field?.evidence === "cells") ??
    (evidence === "any" && areFields(fields.map(({ field }) => field))
      ? fields.find(({ field }) => field !== undefined)
      : undefined);
  if (first?.field === undefined) return false;
  const { row, header: titles } = tableRowOf(first.field);
  const hint = `write it as ${code(row)}, in a table with the header ${code(titles)}`;
  context.report("stray-field", first.line.range, { content: "field" }, { hint });
  return true;
}

/** Whether most lines of a block are fields, or all of them if only the order of words says so. */
function areFields(fields: readonly (FieldText | undefined)[]): boolean {
  const found = fields.filter((field) => field !== undefined);
  // A name that returns is a word about values: `type: text …`, `type: list …`.
  if (new Set(found.map(({ names }) => names[0])).size < found.length) return false;
  return found.some(({ evidence }) => evidence !== "words")
    ? found.length * 2 >= fields.length
    : found.length > 1 && found.length === fields.length;
}

function isHeaderLine(text: string, evidence: FieldEvidence): boolean {
  const cells = cellsOf(text.trim());
  if (cells !== undefined) return isHeader(cells);
  const words = headerCellsOf(text);
  return evidence === "any" && words.length > 1 && words.every((word) => isHeader([word, word]));
}

function headerCellsOf(text: string): readonly string[] {
  return cellsOf(text.trim()) ?? text.trim().split(/[\s,，;；]+/);
}

/** A name alone on its line. */
const TERM =
  /^\s*(?:(?:name|field|字段名?|参数名?)\s*[:：]\s*)?[`"*]*[A-Za-z_][\w.-]*[`"*]*\s*[:：]?\s*$/i;

/** A type of another language in one line, or an object of JSON. */
const BRACES =
  /^\s*`?(?:(?:(?:export|public|final|data)\s+)*(?:type|interface|struct|class|message)\s+\w+\s*(?:struct\s*|=\s*)?)?\{([^{}]*)\}[`;\s]*$/;

/** The beginning of a type, and a line of tags. */
const NO_MEMBER = /\{\s*$|^\s*(?:<\/?\w+>\s*)+$/;

/** The members of a type or an object in one line, each as a line; any other line as it is. */
function membersOf(line: Line): Line[] {
  const members = BRACES.exec(line.text)?.[1];
  if (members === undefined) return [line];
  return members.split(/[;,]/).map((text) => ({ ...line, text }));
}

/** Lines that say something, with what says the type of a term joined to the term above it. */
function joined(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  for (const line of lines.flatMap(membersOf)) {
    const term = result.at(-1);
    const definition =
      /^\s*(?:(?:type|类型)\s*)?[:：]\s*(.*)/is.exec(line.text)?.[1] ??
      (SURE.test(line.text.trim()) ? line.text : undefined);
    const isTerm = term !== undefined && TERM.test(term.text);
    if (isTerm && definition !== undefined) {
      result[result.length - 1] = {
        ...term,
        text: `${term.text.replaceAll(/^.*[:：]\s*(?=\S)|[:：]\s*$/g, "")}: ${definition}`,
      };
    } else if (/\p{L}/u.test(line.text) && !NO_MEMBER.test(line.text)) result.push(line);
  }
  return result;
}
