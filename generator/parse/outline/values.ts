import type { List, Table } from "mdast";
import type { DeclarationDraft } from "../../go/draft.js";
import type { GoExpression } from "../../go/ast.js";
import type { SourceRange, SourceText } from "../../source/source.js";
import { sourceOf } from "../../source/text.js";
import type { ParseContext } from "../context.js";
import { rangeOf } from "../source.js";
import { rowsOf } from "../table.js";
import { pascalCase } from "../../names.js";
import { plainText } from "./plain.js";
import { rolesOfValues } from "./tables.js";

/** A value of an enum as a table or a list has it. */
interface ValueText {
  readonly value: string | bigint;
  readonly range: SourceRange;
  /** The name, if the table has such a column. */
  readonly name: string;
  readonly documentation: string;
}

/** Declares the enum of a table of values. */
export function enumOfTable(
  name: SourceText,
  documentation: string,
  table: Table,
  context: ParseContext,
): DeclarationDraft[] {
  const rows = rowsOf(
    table,
    context.dialect.columns.values,
    context,
    rolesOfValues(table, context),
  );
  const values = rows.flatMap(({ cells, documentation: doc }): ValueText[] => {
    const text = plainText(sourceOf(cells.value.range));
    const { range } = cells.value;
    if (/^(?:\.{3,}|…+|-|)$/.test(text)) {
      context.report("skipped-row", range, { text });
      return [];
    }
    const label = plainText(cells.name.text);
    return [{ value: valueOf(text), range, name: label, documentation: doc.documentation }];
  });
  return enumOf(name, documentation, values, context);
}

/** Declares the enum of a list of which each item is code and no more. */
export function enumOfList(
  name: SourceText,
  documentation: string,
  list: List,
  context: ParseContext,
): DeclarationDraft[] {
  const values = list.children.map((item): ValueText => {
    const range = rangeOf(item.children[0] ?? item, context);
    return { value: valueOf(plainText(sourceOf(range))), range, name: "", documentation: "" };
  });
  return enumOf(name, documentation, values, context);
}

/** Tells whether every item of a list is code and no more, and that code is no sentence. */
export function isListOfValues(list: List, context: ParseContext): boolean {
  return list.children.every(
    ({ children: [first, ...others] }) =>
      first?.type === "paragraph" &&
      others.length === 0 &&
      /^`[^`\s，。；！？]+`$/.test(sourceOf(rangeOf(first, context)).trim()),
  );
}

function enumOf(
  name: SourceText,
  documentation: string,
  values: readonly ValueText[],
  context: ParseContext,
): DeclarationDraft[] {
  const isInteger = values.every(({ value }) => typeof value === "bigint");
  const base = isInteger ? "int64" : "string";
  const names = memberNames(values);
  if (names === undefined) {
    const [first] = values;
    if (first !== undefined)
      context.report("unnamed-value", first.range, { name: name.text, value: String(first.value) });
  }
  const { range } = name;
  const members = values.map((item, index): DeclarationDraft => {
    const member = names?.[index] ?? nameOfValue(item.value);
    return {
      kind: "constant",
      name: { text: name.text + member, range: item.range },
      type: { kind: "name", name: name.text, range },
      value: literalOf(isInteger ? item.value : String(item.value), item.range),
      iota: index,
      documentation: item.documentation,
      groupDocumentation: "",
    };
  });
  const type = { kind: "name", name: base, range } as const;
  return [{ kind: "type", name, isAlias: false, type, documentation }, ...members];
}

/**
 * Returns names for all values, or nothing: those of a column, texts that are words, or short documentation
 * that is one word for each value.
 */
function memberNames(values: readonly ValueText[]): string[] | undefined {
  const candidates = [
    values.map(({ name }) => name),
    values.map(({ value }) => (typeof value === "string" ? value : "")),
    values.map(({ documentation }) => (isWord(documentation) ? documentation : "")),
  ];
  for (const texts of candidates) {
    const names = texts.map(pascalCase);
    if (names.every((name) => name !== "") && new Set(names).size === names.length) return names;
  }
  return undefined;
}

/** Tells whether a text is a word rather than a sentence. */
function isWord(text: string): boolean {
  return /^[\p{L}\p{Nd}]+(?: [\p{L}\p{Nd}]+)?$/u.test(text) && text.length <= 16;
}

function nameOfValue(value: string | bigint): string {
  return `Value${pascalCase(String(value).replace("-", "Minus ")).replace(/^X(?=\d)/, "")}`;
}

function valueOf(text: string): string | bigint {
  const [, base, shift] = /^(\d+)\s*<<\s*(\d{1,3})$/.exec(text) ?? [];
  if (base !== undefined && shift !== undefined) return BigInt(base) << BigInt(shift);
  if (/^-?\d+$/.test(text)) return BigInt(text);
  if (/^0x[\da-f]+$/i.test(text)) return BigInt(text);
  return text.replace(/^(["'])(.*)\1$/, "$2");
}

function literalOf(value: string | bigint, range: SourceRange): GoExpression {
  if (typeof value === "string") return { kind: "string", value, range };
  const operand: GoExpression = { kind: "integer", value: value < 0n ? -value : value, range };
  return value < 0n ? { kind: "unary", operator: "-", operand, range } : operand;
}
