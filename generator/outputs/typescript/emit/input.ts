import type { StatementStructures } from "ts-morph";
import type { Alias, InputMember, InputType, Model, Type } from "../plan/plan.js";
import { joined, raw, ts, type Code } from "./code.js";
import { kinds } from "./kinds.js";
import { globals } from "./library.js";
import { inputName } from "./reference.js";
import type { ModuleScope } from "./scope.js";
import { initCode, PLAIN_TYPES, typeCode } from "./type.js";

/** The type of a request: all of it is optional but for what is demanded. */
export function emitInput(declaration: Model | Alias, scope: ModuleScope): StatementStructures[] {
  const { names, input } = declaration;
  if (input === undefined) return [];
  return [
    {
      kind: kinds.typeAlias,
      isExported: true,
      leadingTrivia: "\n",
      name: scope.declare(names.input, "type"),
      type: scope.text("kind" in input ? inputCode(input) : modelCode(names.type, input)),
      docs: [
        {
          description: `{@link ${names.type}} in a request, with all that the specification does not call optional.`,
        },
      ],
    },
  ];
}

function modelCode(type: string, input: readonly InputMember[]): Code {
  const lines = input.map(({ property, isRequired, type: member }) =>
    isRequired
      ? ts`readonly ${raw(property)}: ${inputCode(member)};`
      : ts`readonly ${raw(property)}?: ${inputCode(member)} | undefined;`,
  );
  return ts`${initCode(raw(type))} & {\n${joined(lines)}\n}`;
}

function inputCode(input: InputType): Code {
  switch (input.kind) {
    case "input":
      return ts`${inputName(input.reference)}`;
    case "list":
      return input.element.kind === "list"
        ? ts`readonly (${inputCode(input.element)})[]`
        : ts`readonly ${inputCode(input.element)}[]`;
    case "map":
      return ts`${globals.Record}<string, ${inputCode(input.element)}>`;
    case "init":
      return initOf(input.type);
  }
}

/** Returns the `Init` of a type, which scalars are themselves. */
function initOf(type: Type): Code {
  const isScalar = type.kind === "reference" ? type.scalar !== undefined : type.kind in PLAIN_TYPES;
  return isScalar || type.kind === "long" ? typeCode(type) : initCode(typeCode(type));
}
