import { leavesOf } from "../plan/long-integers.js";
import type { Field, Type } from "../plan/plan.js";
import { joined, raw, ts, type Code } from "./code.js";
import { member } from "./literal.js";
import { runtime } from "./library.js";
import { codecPart } from "./reference.js";
import { typeCode } from "./type.js";
import { zeroOperand } from "./zero.js";

const { defaults, fillXml } = runtime;

/** The body of the function that fills a value of a model with zero values. */
export function fillModel(fields: readonly Field[]): Code {
  const lines = fields.map((field) => ts`${raw(field.property)}: ${fillField(field)},`);
  return lines.length === 0 ? ts`return {};` : ts`return {\n${joined(lines)}\n};`;
}

function fillField(field: Field): Code {
  const { property, structure, optional } = field;
  const value = member(ts`value`, property);
  const zero = defaultOf(field) ?? (optional ? undefined : zeroOperand(structure));
  if (!isComposed(structure)) {
    const whole = filled(structure, value);
    return zero === undefined ? whole : ts`${operand(structure, whole)} ?? ${zero}`;
  }
  return zero === undefined
    ? ts`${value} && ${operand(structure, filled(structure, value))}`
    : filled(structure, ts`${value} ?? ${zero}`, ts`(${value} ?? ${zero})`);
}

/** Returns the default of a field, which `create` fills in. */
function defaultOf({ facts, optional, structure, quoted }: Field): Code | undefined {
  const { json, code } = facts.default ?? {};
  if (json === undefined || code === undefined) return undefined;
  const zero = optional ? raw("undefined") : zeroOperand(structure);
  const text = quoted ? (JSON.parse(json) as string) : json;
  // The members of an enum are not imported for it.
  const value = leavesOf(structure).some(isEnum) ? `(${text} as never)` : code;
  return ts`(${defaults}.areWanted ? ${raw(value)} : ${zero})`;
}

function isEnum(type: Type): boolean {
  return type.kind === "reference" && type.isEnum;
}

/** Whether a value is made of others, which are filled, too. */
function isComposed(type: Type): boolean {
  if (type.kind === "reference") return type.isModel || type.scalar === undefined;
  return type.kind === "list" || type.kind === "array" || type.kind === "map";
}

/**
 * The expression that makes a whole value of one that is there.
 *
 * @param inBrackets the value as an operand
 */
function filled(type: Type, value: Code, inBrackets = value): Code {
  if (isCast(type)) return ts`${inBrackets} as ${typeCode(type)}`;
  switch (type.kind) {
    case "list":
    case "array":
      return isComposed(type.element)
        ? ts`${inBrackets}.map(${filler(type.element)})`
        : ts`[...${inBrackets}]`;
    case "map":
      return isComposed(type.value)
        ? ts`${fillXml}.map(${value}, ${filler(type.value)})`
        : ts`${fillXml}.map(${value}, ${ts`(item) => item`})`;
    case "reference":
      return type.isModel ? ts`${codecPart(type, "fill")}(${value})` : value;
    default:
      return value;
  }
}

/** Whether a value is taken as it is: of a foreign type, or of an alias inside of itself, which has no function. */
function isCast(type: Type): boolean {
  if (type.kind === "external") return true;
  return type.kind === "reference" && !type.isModel && type.scalar === undefined;
}

function operand(type: Type, whole: Code): Code {
  return isCast(type) ? ts`(${whole})` : whole;
}

function filler(type: Type): Code {
  if (type.kind === "reference" && type.isModel) return ts`${codecPart(type, "fill")}`;
  return ts`(item) => ${filled(type, ts`item`)}`;
}
