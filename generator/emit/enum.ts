import type { EnumDeclarationStructure, StatementStructures } from "ts-morph";
import type { Enum } from "../ir/api.js";
import { emitCodec } from "./codec.js";
import { jsdoc } from "./jsdoc.js";
import { kinds } from "./kinds.js";
import { literal } from "./literal.js";
import { readValue } from "./read.js";
import { jsonKindOf } from "./type.js";
import { writeValue } from "./write.js";

/** The enum itself, for the module of its document's enums. */
export function emitEnum({ names, documentation, members }: Enum): EnumDeclarationStructure {
  return {
    kind: kinds.enum,
    isExported: true,
    isConst: true,
    name: names.type,
    docs: jsdoc(documentation),
    members: members.map(({ name, value, documentation: text }) => ({
      name,
      initializer: literal(value),
      docs: jsdoc(text),
    })),
  };
}

/** The codec of an enum; a value that is none of its members is kept as it is. */
export function emitEnumCodec({ names, base }: Enum): StatementStructures[] {
  const value = readValue(base, "json");
  return emitCodec({
    names,
    json: jsonKindOf(base),
    // A number is assignable to a numeric enum, a string to none.
    read: [`return ${base.kind === "string" ? `${value} as ${names.type}` : value};`],
    write: [`return ${writeValue(base, "value")};`],
  });
}
