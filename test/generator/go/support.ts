import * as fc from "fast-check";
import { parseGoFence } from "../../../generator/go/fence.js";
import type {
  DeclarationDraft,
  FieldDraft,
  MemberDraft,
  NamedXmlTagDraft,
} from "../../../generator/go/draft.js";
import type { GoExpression, GoType } from "../../../generator/go/ast.js";
import {
  collectDiagnostics,
  reasonOf,
  type Diagnostic,
} from "../../../generator/source/diagnostic.js";
import { pointOf, type SourceText } from "../../../generator/source/source.js";

/** A text that is a document of its own. */
export function sourceText(text: string): SourceText {
  const source = { path: "spec/test.md", text };
  return { text, range: { source, start: 0, end: text.length } };
}

/**
 * Parses Go code that is a document of its own: what it declares, without what is invalid, and the
 * names of that.
 */
export function parseCode(text: string): {
  drafts: DeclarationDraft[];
  invalid: string[];
  messages: string[];
} {
  const { range } = sourceText(text);
  const { report, diagnostics } = collectDiagnostics();
  const all = parseGoFence(range, report);
  const drafts = all.filter((draft) => !isInvalid(draft)).map(withoutInvalidMembers);
  const invalid = all.filter(isInvalid).map(({ name }) => name.text);
  return { drafts, invalid, messages: messagesOf(diagnostics) };
}

function isInvalid(draft: DeclarationDraft): boolean {
  if (draft.kind === "model") return false;
  const isBroken = draft.kind === "constant" && draft.value.kind === "invalid";
  return isBroken || (draft.type !== undefined && isInvalidType(draft.type));
}

function withoutInvalidMembers(draft: DeclarationDraft): DeclarationDraft {
  if (draft.kind !== "model") return draft;
  return { ...draft, members: draft.members.filter(({ type }) => !isInvalidType(type)) };
}

/** Whether a part of a type is none. */
export function isInvalidType(type: GoType): boolean {
  return /invalid/.test(typeText(type));
}

/** Diagnostics as text, each with its range, its rule and its sentence. */
export function messagesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((diagnostic) => {
    const { rule, range } = diagnostic;
    const start = pointOf(range.source, range.start);
    const end = pointOf(range.source, range.end);
    const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
    return `${place} ${rule}: ${reasonOf(diagnostic)}`;
  });
}

/** Whether all diagnostics are about a part of their source. */
export function areMessagesWithin(
  diagnostics: readonly Diagnostic[],
  from: number,
  to: number,
): boolean {
  return diagnostics.every(({ range: { start, end } }) => start >= from && end <= to);
}

/** The fields of the first declaration, which is a struct. */
export function fieldsOf([model]: readonly DeclarationDraft[]): FieldDraft[] {
  const members = model?.kind === "model" ? model.members : [];
  return members.filter((member) => member.kind === "field");
}

export function typeText(type: GoType): string {
  switch (type.kind) {
    case "name":
      return type.name;
    case "any":
    case "invalid":
      return type.kind;
    case "array":
      return `[${type.length}]${typeText(type.element)}`;
    case "map":
      return `map[${typeText(type.key)}]${typeText(type.value)}`;
    case "list":
      return `[]${typeText(type.element)}`;
    case "pointer":
      return `*${typeText(type.element)}`;
  }
}

/** An expression with brackets around every operation. */
export function expressionText(expression: GoExpression): string {
  switch (expression.kind) {
    case "name":
      return expression.name;
    case "string":
      return JSON.stringify(expression.value);
    case "unary":
      return `(${expression.operator}${expressionText(expression.operand)})`;
    case "binary": {
      const { left, operator, right } = expression;
      return `(${expressionText(left)} ${operator} ${expressionText(right)})`;
    }
    case "conversion":
      return `${expression.type.text}(${expressionText(expression.operand)})`;
    case "invalid":
      return "invalid";
    default:
      return String(expression.value);
  }
}

/** A member as it could stand in a struct; of a tag the wire name and the options. */
export function memberText(member: MemberDraft): string {
  if (member.kind === "embedding") return typeText(member.type);
  const { name, tag, xml } = member;
  const parts = tag.kind === "ignored" ? ["-"] : [JSON.stringify(tag.wireName.text)];
  if (tag.kind === "named" && tag.omitEmpty) parts.push("omitempty");
  if (tag.kind === "named" && tag.quoted) parts.push("string");
  if (xml !== undefined) parts.push(`xml ${xml.kind === "ignored" ? "-" : xmlText(xml)}`);
  return `${name.text} ${typeText(member.type)} ${parts.join(" ")}`;
}

function xmlText({ place, name, parents }: NamedXmlTagDraft): string {
  return `${place} ${[...parents, name].join(">")}`;
}

const WORDS =
  'type const struct func var iota T A = ( ) { } [ ] * , . ; : " \' ` // /* */ \n 1 1.5 << &^ - ! map chan true json:"a"';

/** Texts that look like Go, mostly wrong. */
export const goLike: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...WORDS.split(" ")), fc.string({ unit: "grapheme" })))
  .map((words) => words.join(" "));
