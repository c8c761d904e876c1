import { parseGoType } from "../go/type.js";
import type { SourceText } from "../source/source.js";
import type { CellContent } from "./cell.js";
import type { ParseContext } from "./context.js";
import type { AnswerDraft, ErrorDraft } from "./draft.js";
import { isAbsent, requiredCode } from "./row.js";

/** A status or a class of statuses, and the type of the body. */
const ANSWER = /^\s*(?:(?<status>\S+)\s+)?(?<type>[^\s\d]\S*)\s*$/d;

/** Statuses of failure: a number, or `4XX` and `5XX` for all that begin so. */
const STATUS = /^(?:[45]\d\d|[45]XX)$/i;

/** Statuses of success. */
const SUCCESS = /^(?:2\d\d|2XX)$/i;

/**
 * Reads the answers of a call that succeeds by their status: `200 Order, 202 Job, 204`. One without a type is empty.
 *
 * @returns nothing for a type without a status
 */
export function answersOf(
  cell: SourceText,
  context: ParseContext,
): readonly AnswerDraft[] | undefined {
  if (!/^\s*\d/.test(cell.text)) return undefined;
  const seen = new Set<string>();
  return answersIn(cell).flatMap((answer): AnswerDraft[] => {
    const { status = trimmed(answer.whole), type } = answer;
    const key = status.text.toUpperCase();
    if (!SUCCESS.test(status.text)) {
      context.report("invalid-success", answer.whole.range, { text: answer.whole.text.trim() });
      return [];
    }
    if (seen.has(key)) {
      context.report("repeated-error", status.range, { status: key });
      return [];
    }
    seen.add(key);
    const isEmpty = type === undefined || type.text === "-";
    return [isEmpty ? { status: key } : { status: key, type: parseGoType(type, context.report) }];
  });
}

function trimmed({ text, range }: SourceText): SourceText {
  const start = range.start + text.search(/\S|$/);
  const own = text.trim();
  return { text: own, range: { ...range, start, end: start + own.length } };
}

/**
 * Reads the answers with an error status: `404 Problem, 4XX Invalid, Failure`. A type without a status is that of
 * all others.
 */
export function errorsOf(cell: CellContent, context: ParseContext): ErrorDraft[] {
  if (isAbsent(cell)) return [];
  const code = requiredCode(cell, "Errors", context);
  const seen = new Set<string>();
  return answersIn(code).flatMap((answer): ErrorDraft[] => {
    const { status, type } = answer;
    if (type === undefined || (status !== undefined && !STATUS.test(status.text))) {
      const { text, range } = status ?? answer.whole;
      context.report("invalid-error", range, { text: text.trim() });
      return [];
    }
    const key = status?.text.toUpperCase() ?? "default";
    if (seen.has(key)) {
      context.report("repeated-error", (status ?? type).range, { status: key });
      return [];
    }
    seen.add(key);
    return [{ status: key, type: parseGoType(type, context.report) }];
  });
}

interface Answer {
  readonly whole: SourceText;
  readonly status?: SourceText | undefined;
  readonly type?: SourceText | undefined;
}

function answersIn(code: SourceText | undefined): Answer[] {
  if (code === undefined) return [];
  const { text, range } = code;
  return Array.from(text.matchAll(/[^,]+/g), ({ 0: part, index }): Answer => {
    const partOf = (indices: readonly [number, number] | undefined): SourceText | undefined => {
      if (indices === undefined) return undefined;
      const [start, end] = indices.map((offset) => range.start + index + offset) as [
        number,
        number,
      ];
      return { text: part.slice(...indices), range: { ...range, start, end } };
    };
    const groups = ANSWER.exec(part)?.indices?.groups;
    const whole = partOf([0, part.length]) ?? code;
    return { whole, status: partOf(groups?.["status"]), type: partOf(groups?.["type"]) };
  });
}
