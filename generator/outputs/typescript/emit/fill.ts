import { leavesOf } from "../plan/long-integers.js";
import type { Field, Type } from "../plan/plan.js";
import { members, raw, ts, type Code } from "./code.js";
import { member } from "./literal.js";
import { runtime } from "./library.js";
import { codecPart } from "./reference.js";
import { typeCode } from "./type.js";
import { zeroOf } from "./zero.js";

const { defaults, fillXml } = runtime;

/** The body of the function that fills a value of a model with zero values. */
export function fillModel(fields: readonly Field[]): Code {
  const lines = fields.map((field) => ts`${raw(field.property)}: ${fillField(field)},`);
  return lines.length === 0 ? ts`return {};` : ts`return {\n${members(lines)}\n};`;
}

function fillField(field: Field): Code {
  const { property, structure, optional } = field;
  const value = member(ts`value`, property);
  const given = defaultOf(field);
  if (!isComposed(structure)) {
    const zero = optional ? given : (given ?? zeroOf(structure));
    return zero === undefined
      ? filled(structure, value)
      : ts`${filled(structure, value)} ?? ${zero}`;
  }
  if (given !== undefined) return filled(structure, ts`(${value} ?? ${given})`);
  return optional
    ? ts`${value} && ${filled(structure, value)}`
    : filled(structure, ts`(${value} ?? ${zeroOf(structure)})`);
}

/** Returns the default of a field, which `create` fills in. */
function defaultOf({ facts, optional, structure, quoted }: Field): Code | undefined {
  const { json, code } = facts.default ?? {};
  if (json === undefined || code === undefined) return undefined;
  const zero = optional ? raw("undefined") : zeroOf(structure);
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

/** The expression that makes a whole value of one that is there. */
function filled(type: Type, value: Code): Code {
  switch (type.kind) {
    case "list":
    case "array":
      return isComposed(type.element)
        ? ts`${value}.map(${filler(type.element)})`
        : ts`[...${value}]`;
    case "map":
      return isComposed(type.value)
        ? ts`${fillXml}.map(${value}, ${filler(type.value)})`
        : ts`${fillXml}.map(${value}, ${ts`(item) => item`})`;
    case "reference":
      if (type.isModel) return ts`${codecPart(type, "fill")}(${value})`;
      // An alias inside of itself has no function.
      return type.scalar === undefined ? ts`(${value} as ${typeCode(type)})` : value;
    case "external":
      return ts`(${value} as ${typeCode(type)})`;
    default:
      return value;
  }
}

function filler(type: Type): Code {
  if (type.kind === "reference" && type.isModel) return ts`${codecPart(type, "fill")}`;
  return ts`(item) => ${filled(type, ts`item`)}`;
}
