import type { StatementStructures } from "ts-morph";
import type { Alias, Type } from "../ir/api.js";
import { emitCodec } from "./codec.js";
import { jsdoc } from "./jsdoc.js";
import { kinds } from "./kinds.js";
import { readValue } from "./read.js";
import { jsonKindOf, typeText } from "./type.js";
import { writeValue } from "./write.js";

/** The type alias, and a codec that does what the codec of its type does. */
export function emitAlias({
  names,
  documentation,
  type,
  hasLongIntegers,
}: Alias): StatementStructures[] {
  return [
    {
      kind: kinds.typeAlias,
      isExported: true,
      leadingTrivia: "\n",
      name: names.type,
      type: aliasText(type),
      docs: jsdoc(documentation),
    },
    ...emitCodec({
      names,
      hasLongIntegers,
      json: jsonKindOf(type),
      read: [`return ${readValue(type, "json")};`],
      write: [`return ${writeValue(type, "value")};`],
    }),
  ];
}

/** A map is written out: unlike `Record`, a type literal may refer to the alias that it defines. */
function aliasText(type: Type): string {
  return type.kind === "map" ? `{ [name: string]: ${typeText(type.value)} }` : typeText(type);
}
