import type { MessageKind } from "../../dialect/dialect.js";
import type { SourceRange } from "../../source/source.js";
import type { ParseContext } from "../context.js";
import type { XmlElement } from "../examples/xml.js";
import type { FieldNode } from "./fields.js";

/** A value that tells a message from others. */
export interface Discriminator {
  readonly field: string;
  readonly value: string;
  readonly range: SourceRange;
}

/**
 * Returns the values that tell a message from others, by its example; several lists if its text has several values of
 * the last field, each with what it means. A text without the value of the example, or with another one, is told.
 */
export function discriminatorsOf(
  root: XmlElement | undefined,
  { fields }: MessageKind,
  rows: readonly FieldNode[],
  context: ParseContext,
): Discriminator[][] {
  const found = fields.flatMap((field): Discriminator[] => {
    const element = root?.children.find(({ name }) => name === field);
    const value = element?.text.trim();
    return element === undefined || !value ? [] : [{ field, value, range: element.range }];
  });
  for (const one of found) report(one, rowOf(one.field, rows), context);
  const last = found.at(-1);
  if (last === undefined) return [];
  const before = found.slice(0, -1);
  const others = describedValues(rowOf(last.field, rows)?.documentation ?? "");
  const values = others.includes(last.value) ? others : [last.value];
  return values.map((value) => [...before, { ...last, value }]);
}

function rowOf(field: string, rows: readonly FieldNode[]): FieldNode | undefined {
  return rows.find(({ name }) => name.text === field);
}

/** Reports a text that lacks the value of a field, or says another one. */
function report(
  { field, value, range }: Discriminator,
  row: FieldNode | undefined,
  context: ParseContext,
): void {
  if (row === undefined || wordsIn(row.documentation).includes(value)) return;
  const related = [{ range, message: "the example is here" }];
  const { range: place } = row.name;
  const [, other] = FIXED.exec(row.documentation) ?? [];
  if (other === undefined)
    context.report("assumed-value", place, { name: field, value }, { related });
  else context.report("contradicting-value", place, { name: field, value, other }, { related });
}

/** A value that a text says to be the only one. */
const FIXED = /(?:固定为|固定值为?|固定是|恒为)\s*[:：]?\s*["'“‘「`]?([A-Za-z_]\w*)/;

function wordsIn(text: string): string[] {
  return text.match(/[A-Za-z_]\w*/g) ?? [];
}

/** Returns the values that a text lists with their meanings: `subscribe(关注)、unsubscribe(取消关注)`. */
function describedValues(text: string): string[] {
  return [...text.matchAll(/([A-Za-z_]\w*)\s*[(（][^)）]*[)）]/g)].map(([, value = ""]) => value);
}
