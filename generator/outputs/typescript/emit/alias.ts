import type { StatementStructures } from "ts-morph";
import type { Alias, Type } from "../plan/plan.js";
import { ts, type Code } from "./code.js";
import { emitCodec } from "./codec.js";
import { emitInput } from "./input.js";
import { jsdoc } from "./jsdoc.js";
import { kinds } from "./kinds.js";
import { readValue } from "./read.js";
import type { ModuleScope } from "./scope.js";
import { jsonKindOf, typeCode } from "./type.js";
import { writeValue } from "./write.js";

/** Emits the type alias, and a codec that does what the codec of its type does, if that type has one. */
export function emitAlias(alias: Alias, scope: ModuleScope): StatementStructures[] {
  const { names, documentation, deprecated, type } = alias;
  return [
    {
      kind: kinds.typeAlias,
      isExported: true,
      leadingTrivia: "\n",
      name: scope.declare(names.type, "type"),
      type: scope.text(aliasCode(type)),
      docs: jsdoc(documentation, { deprecated }),
    },
    ...emitInput(alias, scope),
    ...(alias.hasJson ? emitJsonCodec(alias, scope) : []),
  ];
}

function emitJsonCodec(alias: Alias, scope: ModuleScope): StatementStructures[] {
  const { names, type, hasLongIntegers } = alias;
  return emitCodec(
    {
      names,
      hasLongIntegers,
      hasDefaults: alias.defaults.exist,
      json: jsonKindOf(type),
      read: ts`return ${readValue(type)};`,
      write: ts`return ${writeValue(type)};`,
      takesUndefined: takesUndefined(type),
    },
    scope,
  );
}

/** A map is written out: unlike `Record`, a type literal may refer to the alias that it defines. */
function aliasCode(type: Type): Code {
  return type.kind === "map" ? ts`{ [name: string]: ${typeCode(type.value)} }` : typeCode(type);
}

/**
 * Whether the writer of a type takes `undefined`, as a property may be absent when a value is encoded.
 * Named scalars are written by the writers of the runtime.
 */
function takesUndefined(type: Type): boolean {
  if (type.kind === "reference") return type.scalar === undefined && type.json !== "any";
  return ["time", "bytes", "list", "array", "map"].includes(type.kind);
}
