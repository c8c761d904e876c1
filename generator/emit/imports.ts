import type { ImportDeclarationStructure } from "ts-morph";
import type { Enum, Module, Reference } from "../ir/api.js";
import { kinds } from "./kinds.js";
import { referencesOf } from "./references.js";
import { jsonKindOf, jsonTypeText } from "./type.js";

/** The imports of a document's module: the runtime, its own enums, the other documents. */
export function importsOf(module: Module, enums: readonly Enum[]): ImportDeclarationStructure[] {
  const hasTypes = module.declarations.some(({ kind }) => kind !== "constant");
  return [
    ...(hasTypes ? runtimeImports(module) : []),
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

function runtimeImports(module: Module): ImportDeclarationStructure[] {
  const jsonTypes = module.declarations.flatMap((declaration) => {
    switch (declaration.kind) {
      case "model":
        return ["JsonObject"];
      case "alias":
        return [/^Json\w+/.exec(jsonTypeText(jsonKindOf(declaration.type)))?.[0] ?? []].flat();
      default:
        return [];
    }
  });
  const types = ["Codec", "Init", ...jsonTypes].toSorted().map((name) => `type ${name}`);
  return [
    named("./runtime/index.js", ["codec", "decode", "encode", ...new Set(types)]),
    { kind: kinds.import, moduleSpecifier: "./runtime/read.js", namespaceImport: "read" },
    { kind: kinds.import, moduleSpecifier: "./runtime/write.js", namespaceImport: "write" },
  ];
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
