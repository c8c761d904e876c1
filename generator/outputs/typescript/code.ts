import type { Call, Field, FieldFacts, Type } from "../../model/api.js";
import type { SymbolId } from "../../model/index.js";
import { literal } from "./emit/literal.js";
import { PLAIN_TYPES } from "./emit/type.js";
import { exampleOf } from "./example.js";
import type { ApiSettings } from "./options.js";
import type { PreparedPackage } from "./output.js";
import type { Declaration, Facts } from "./plan/plan.js";

/** Text, or the identifier of a declared type. */
type TypePart = string | { readonly identifier: string; readonly declaration: string };

/** Returns the code of a package as a site shows it beside the specification. */
export function packageCode({ plan, view }: PreparedPackage, { externals = {} }: ApiSettings) {
  const calls = new Map(
    plan.modules.flatMap((module) => module.calls).map((call) => [call.specName, call]),
  );
  const declarations = new Map(
    plan.modules
      .flatMap((module) => module.declarations)
      .flatMap((one) => (one.kind === "constant" ? [] : [[one.names.type, one] as const])),
  );
  const literals = new Map(
    plan.modules.flatMap((module) => module.declarations.flatMap(literalsOf)),
  );
  const models = [...declarations.values()].filter((one) => one.kind === "model");
  const facts = new Map(
    models.flatMap(({ specName, ownFields, ignored }) =>
      [...ownFields, ...ignored].map((field) => [`${specName}.${field.specName}`, field.facts]),
    ),
  );
  const nameOf = (id: SymbolId) => {
    const name = view.names.get(id);
    if (name === undefined) throw new Error(`${id} has no name in the package`);
    return name;
  };
  const typeOf = (type: Type, owner: SymbolId): readonly TypePart[] => {
    switch (type.kind) {
      case "integer": {
        const isLong = type.format === "int64" || type.format === "uint64";
        return [(isLong ? view.int64.get(owner) : undefined) ?? "number"];
      }
      case "external":
        return [externals[type.name]?.type ?? type.name];
      case "reference":
        return [{ identifier: nameOf(`declaration ${type.name}`), declaration: type.name }];
      case "list":
      case "array":
        return [...typeOf(type.element, owner), "[]"];
      case "map":
        return ["Record<string, ", ...typeOf(type.value, owner), ">"];
      default:
        return [PLAIN_TYPES[type.kind]];
    }
  };
  return {
    nameOf,
    moduleOf: (file: string) => nameOf(`document ${file}`),
    typeOf,
    originOf: (external: string) => externals[external]?.from ?? "",
    literalOf: (name: string) => literals.get(name) ?? "",
    isOptional: ({ owner, name }: Field) => view.optional.has(`field ${owner}.${name}`),
    samplesOf: ({ owner, name }: FieldFacts) => samplesOf(facts.get(`${owner}.${name}`)),
    pagesOf: ({ name }: Call) => {
      const call = calls.get(name);
      return call?.paging && call.names.pages;
    },
    exampleOf: ({ name }: Call) => {
      const call = calls.get(name);
      return call === undefined
        ? ""
        : exampleOf(call, plan.client?.instance ?? "client", declarations);
    },
  };
}

function samplesOf(facts: Facts | undefined) {
  const byDefault = facts?.default?.code ?? facts?.default?.text;
  const example = facts?.example?.code ?? facts?.example?.text;
  return {
    ...(byDefault === undefined ? {} : { default: byDefault }),
    ...(example === undefined ? {} : { example }),
  };
}

/** Returns the values of constants and members, by their names in the specification. */
function literalsOf(declaration: Declaration): (readonly [name: string, text: string])[] {
  switch (declaration.kind) {
    case "constant":
      return [[declaration.specName, literal(declaration.value)]];
    case "enum":
      return declaration.members.map(({ specName, value }) => [specName, literal(value)]);
    default:
      return [];
  }
}
