import type { Type } from "../plan/plan.js";
import { raw, renderedText, ts, type Code } from "./code.js";
import { globals } from "./library.js";
import { typeName } from "./reference.js";
import { typeCode } from "./type.js";

/** The zero value of a type as an operand of an expression. */
export function zeroOperand(type: Type): Code {
  const zero = zeroOf(type);
  return type.kind === "reference" && type.isEnum ? ts`(${zero})` : zero;
}

/** The expression of a zero value; that of an enum may have no name in it. */
export function zeroOf(type: Type): Code {
  switch (type.kind) {
    case "reference": {
      if (type.scalar === undefined) return ts`{}`;
      const zero = zeroOf(type.scalar);
      return type.isEnum ? ts`${zero} as ${typeCode(type.scalar)} as ${typeName(type)}` : zero;
    }
    case "array": {
      const zero = zeroOf(type.element);
      // Without brackets an object would be a block.
      const item = renderedText(zero) === "{}" ? ts`(${zero})` : zero;
      return ts`${globals.Array}.from({ length: ${raw(type.length)} }, () => ${item})`;
    }
    case "long":
      return raw(type.representation === "bigint" ? "0n" : '"0"');
    default:
      return raw(ZEROS[type.kind]);
  }
}

const ZEROS = {
  any: "null",
  boolean: "false",
  bytes: '""',
  external: "undefined",
  float: "0",
  integer: "0",
  list: "[]",
  map: "{}",
  string: '""',
  time: '"0001-01-01T00:00:00Z"',
} as const;
