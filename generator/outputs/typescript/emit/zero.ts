import type { Type } from "../plan/plan.js";
import { raw, ts, type Code } from "./code.js";
import { globals } from "./library.js";
import { typeName } from "./reference.js";
import { typeCode } from "./type.js";

/** The expression of a zero value; that of an enum may have no name in it. */
export function zeroOf(type: Type): Code {
  switch (type.kind) {
    case "reference": {
      if (type.scalar === undefined) return ts`{}`;
      const zero = zeroOf(type.scalar);
      return type.isEnum ? ts`(${zero} as ${typeCode(type.scalar)} as ${typeName(type)})` : zero;
    }
    case "array":
      return ts`${globals.Array}.from({ length: ${raw(type.length)} }, () => (${zeroOf(type.element)}))`;
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
