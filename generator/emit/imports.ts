import type { ImportDeclarationStructure, StatementStructures } from "ts-morph";
import type { Call, Declaration, Enum, Module } from "../ir/api.js";
import { requestConversion, responseConversion } from "./conversion.js";
import { kinds } from "./kinds.js";
import { referencesOf, type ImportedName, type ModuleReferences } from "./references.js";

export type { ImportedName } from "./references.js";
import { jsonKindOf } from "./type.js";

/** The imports of a document's module: the runtime, its own enums, the other documents. */
export function importsOf(
  module: Module,
  enums: readonly Enum[],
  statements: readonly StatementStructures[],
): ImportDeclarationStructure[] {
  const references = referencesOf(module);
  const types = runtimeTypesOf(module, references);
  return [
    ...(types.length > 0 ? runtimeImports(module, types, codeOf(statements)) : []),
    ...clientImports(module.calls),
    ...(enums.length > 0
      ? [
          named(
            `./${enumsModuleOf(module)}.js`,
            enums.map(({ names }) => `type ${names.type}`),
          ),
        ]
      : []),
    ...moduleImports(module, references),
    // The types that are defined outside of the spec.
    ...importsByModule(references.externals),
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

function runtimeImports(
  module: Module,
  types: readonly string[],
  code: string,
): ImportDeclarationStructure[] {
  const names = ["codec", "decode", "encode"].filter((name) => {
    return RegExp(`(?<![.\\w])${name}\\(`).test(code);
  });
  const namespaces = ["exact", "external", "int64", "read", "write"].filter((name) => {
    // The parameters of every reader have types of `read`.
    return code.includes(`${name}.`) || (name === "read" && hasTypes(module));
  });
  return [
    named("./runtime/index.js", [...names, ...types.map((name) => `type ${name}`)]),
    ...namespaces.map((name): ImportDeclarationStructure => ({
      kind: kinds.import,
      moduleSpecifier: `./runtime/${name}.js`,
      namespaceImport: name,
    })),
  ];
}

/** The types of the runtime that the declarations and the calls of a module name. */
function runtimeTypesOf(module: Module, { listed }: ModuleReferences): string[] {
  const requests = module.calls.map(({ request }) =>
    request.kind === "any" ? "JsonObject" : "Init",
  );
  return [
    ...new Set([
      ...(hasTypes(module) ? ["Codec", "Init"] : []),
      ...(listed.length > 0 ? ["JsonValue"] : []),
      ...module.declarations.flatMap(jsonTypesOf),
      ...requests,
    ]),
  ].toSorted();
}

/** Whether a module has types, and so codecs. */
function hasTypes({ declarations }: Module): boolean {
  return declarations.some(({ kind }) => kind !== "constant");
}

/** What the functions of the calls use of the client: names of calls may well be the same. */
function clientImports(calls: readonly Call[]): ImportDeclarationStructure[] {
  if (calls.length === 0) return [];
  const hasUploads = calls.some(({ kind }) => kind === "upload");
  const types = ["CallOptions", "Client", ...(hasUploads ? ["UploadFile"] : [])];
  const moduleSpecifier = "./client/index.js";
  return [
    { kind: kinds.import, moduleSpecifier, namespaceImport: "client" },
    named(
      moduleSpecifier,
      types.map((name) => `type ${name}`),
    ),
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

function moduleImports(
  module: Module,
  { types, codecs }: ModuleReferences,
): ImportDeclarationStructure[] {
  const { calls } = module;
  const conversions = [...calls.map(requestConversion), ...calls.map(responseConversion)];
  const functions = [
    ...codecs.flatMap(({ module: from, names: { read, write } }) => [
      [from, read] as const,
      [from, write] as const,
    ]),
    ...conversions.flatMap(({ imported }) => {
      return imported === undefined ? [] : [[imported.module, imported.name] as const];
    }),
  ].map(([from, name]) => ({ from, name, isType: false }));
  const names = types.map(({ module: from, names: { type } }) => ({
    from,
    name: type,
    isType: true,
  }));
  const foreign = [...functions, ...names].filter(({ from }) => from !== module.name);
  return importsByModule(foreign.map((one) => ({ ...one, from: `./${one.from}.js` })));
}

/** One declaration for each module, sorted; each name once. */
export function importsByModule(names: readonly ImportedName[]): ImportDeclarationStructure[] {
  const modules = new Map<string, Set<string>>();
  for (const { from, name, isType } of names) {
    const imported = modules.get(from) ?? new Set();
    modules.set(from, imported.add(isType ? `type ${name}` : name));
  }
  return [...modules]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([from, imported]) => named(from, [...imported]));
}
