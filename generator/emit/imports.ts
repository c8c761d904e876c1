import type { ImportDeclarationStructure, StatementStructures } from "ts-morph";
import type { Declaration, Enum, Module, Reference } from "../ir/api.js";
import { kinds } from "./kinds.js";
import { referencesOf } from "./references.js";
import { jsonKindOf } from "./type.js";

/** The imports of a document's module: the runtime, its own enums, the other documents. */
export function importsOf(
  module: Module,
  enums: readonly Enum[],
  statements: readonly StatementStructures[],
): ImportDeclarationStructure[] {
  const hasTypes = module.declarations.some(({ kind }) => kind !== "constant");
  return [
    ...(hasTypes ? runtimeImports(module, codeOf(statements)) : []),
    ...(enums.length > 0
      ? [
          named(
            `./${enumsModuleOf(module)}.js`,
            enums.map(({ names }) => `type ${names.type}`),
          ),
        ]
      : []),
    ...moduleImports(module),
  ];
}

/** The name of the module that holds the enums of a document: bundlers drop it as a whole. */
export function enumsModuleOf({ name }: Module): string {
  return `${name}.enums`;
}

/** A declaration that imports names; one that begins with `type ` is a type only. */
function named(moduleSpecifier: string, names: readonly string[]): ImportDeclarationStructure {
  const isTypeOnly = names.every((name) => name.startsWith("type "));
  return {
    kind: kinds.import,
    moduleSpecifier,
    isTypeOnly,
    namedImports: names.map((name) => (isTypeOnly ? name.replace("type ", "") : name)),
  };
}

function runtimeImports(module: Module, code: string): ImportDeclarationStructure[] {
  const lists = referencesOf(module).listed.length > 0 ? ["JsonValue"] : [];
  const types = new Set(["Codec", "Init", ...lists, ...module.declarations.flatMap(jsonTypesOf)]);
  const typeNames = [...types].toSorted().map((name) => `type ${name}`);
  const codecs = /(?<!\.)\bcodec\(/.test(code) ? ["codec"] : [];
  const namespaces = ["int64", "read", "write"].filter((name) => code.includes(`${name}.`));
  return [
    named("./runtime/index.js", [...codecs, "decode", "encode", ...typeNames]),
    ...namespaces.map((name): ImportDeclarationStructure => ({
      kind: kinds.import,
      moduleSpecifier: `./runtime/${name}.js`,
      namespaceImport: name,
    })),
  ];
}

/** What the functions and the constants of a module do, without the texts in it. */
function codeOf(statements: readonly StatementStructures[]): string {
  const parts = statements.flatMap((statement) => {
    if (statement.kind === kinds.function) return [statement.statements].flat();
    return statement.kind === kinds.variable
      ? statement.declarations.map(({ initializer }) => initializer)
      : [];
  });
  return parts.join("\n").replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
}

/** The types of the runtime that the codec of a declaration names. */
function jsonTypesOf(declaration: Declaration): string[] {
  switch (declaration.kind) {
    case "model":
      return ["JsonObject"];
    case "alias": {
      const kind = jsonKindOf(declaration.type);
      if (kind === "object") return ["JsonObject"];
      return kind === "array" || kind === "any" ? ["JsonValue"] : [];
    }
    default:
      return [];
  }
}

function moduleImports(module: Module): ImportDeclarationStructure[] {
  const { types, codecs } = referencesOf(module);
  const names = new Map<string, string[]>();
  const add = (reference: Reference, ...added: readonly string[]) => {
    if (reference.module === module.name) return;
    names.set(reference.module, [...(names.get(reference.module) ?? []), ...added]);
  };
  for (const reference of codecs) add(reference, reference.names.read, reference.names.write);
  for (const reference of types) add(reference, `type ${reference.names.type}`);
  return [...names]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, imported]) => named(`./${name}.js`, imported));
}
