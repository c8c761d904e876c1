import * as fc from "fast-check";
import { VFile } from "vfile";
import { parseGoFence } from "../../../generator/go/fence.js";
import type { DeclarationDraft, FieldDraft, MemberDraft } from "../../../generator/ir/draft.js";
import type { GoExpression, GoType } from "../../../generator/ir/go.js";
import type { SourceText } from "../../../generator/ir/source.js";

/** A text that is a document of its own. */
export function sourceText(text: string): SourceText {
  const file = new VFile({ path: "spec/test.md", value: text });
  return { text, range: { file, start: 0, end: text.length } };
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
  const all = parseGoFence(range);
  const drafts = all.filter((draft) => !isInvalid(draft)).map(withoutInvalidMembers);
  const invalid = all.filter(isInvalid).map(({ name }) => name.text);
  return { drafts, invalid, messages: messagesOf(range.file) };
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

/** The messages of a file, each with its range, its rule and its sentence. */
export function messagesOf({ messages }: VFile): string[] {
  return messages.map(({ place, ruleId, reason }) => {
    if (place === undefined || !("end" in place)) throw new Error(`${ruleId} has no range`);
    const { start, end } = place;
    return `${start.line}:${start.column}-${end.line}:${end.column} ${ruleId}: ${reason}`;
  });
}

/** Whether all messages of a file stand in a part of it. */
export function areMessagesWithin({ messages }: VFile, from: number, to: number): boolean {
  return messages.every(({ place }) => {
    if (place === undefined || !("end" in place)) return false;
    const { start, end } = place;
    return (start.offset ?? -1) >= from && (end.offset ?? Infinity) <= to;
  });
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
  const { name, tag, xmlName } = member;
  const parts = tag.kind === "ignored" ? ["-"] : [JSON.stringify(tag.wireName.text)];
  if (tag.kind === "named" && tag.omitEmpty) parts.push("omitempty");
  if (tag.kind === "named" && tag.quoted) parts.push("string");
  if (xmlName !== undefined) parts.push(`xml ${xmlName}`);
  return `${name.text} ${typeText(member.type)} ${parts.join(" ")}`;
}

const WORDS =
  'type const struct func var iota T A = ( ) { } [ ] * , . ; : " \' ` // /* */ \n 1 1.5 << &^ - ! map chan true json:"a"';

/** Texts that look like Go, mostly wrong. */
export const goLike: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...WORDS.split(" ")), fc.string({ unit: "grapheme" })))
  .map((words) => words.join(" "));
