import type { ImportDeclarationStructure } from "ts-morph";
import { byUnits } from "../../../source/collections.js";
import type { Name } from "./code.js";
import { inOneText, kinds } from "./kinds.js";
import { CALLBACKS_LIBRARY, CLIENT_LIBRARY, RUNTIME, XML_RUNTIME } from "./library.js";
import { enumsModuleOf, specifierOf } from "./reference.js";
import type { Import, ModuleScope } from "./scope.js";

/** The imports of a document's module: the runtime, its own enums, the other documents, the rest. */
export function importsOf(scope: ModuleScope, module: string): ImportDeclarationStructure[] {
  const enums = specifierOf(enumsModuleOf(module));
  const placeOf = ({ from, kind }: Group) => {
    if (from === RUNTIME) return 0;
    if (from === XML_RUNTIME) return 0.5;
    if (kind === "namespace") return from === CLIENT_LIBRARY ? 2 : 1;
    if (from === CLIENT_LIBRARY || from === CALLBACKS_LIBRARY) return 3;
    if (from === enums) return 4;
    return kind === "spec" ? 5 : 6;
  };
  return groupsOf(scope.imports.toSorted(byUse))
    .toSorted((one, other) => placeOf(one) - placeOf(other) || byModule(one, other))
    .map(declarationOf);
}

/** The imports of the client: types first, and then the modules that have the calls, in their order. */
export function importsOfClient(scope: ModuleScope): ImportDeclarationStructure[] {
  const groups = groupsOf(scope.imports);
  const calling = groups.filter(({ kind }) => kind === "namespace");
  const others = groups.filter((group) => !calling.includes(group)).toSorted(byModule);
  return [...others, ...calling].map(declarationOf);
}

/** The imports of one declaration. */
interface Group {
  readonly from: string;
  readonly kind: Name["origin"]["kind"];
  readonly names: string[];
}

/** One declaration for each module, and one for it as a whole; each name once. */
function groupsOf(imports: readonly Import[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { name, isType, origin } of imports.map((one) => one.name)) {
    if (!("from" in origin)) continue;
    const { from, kind } = origin;
    const group = groups.get(`${kind} ${from}`) ?? { from, kind, names: [] };
    group.names.push(isType ? `type ${name}` : name);
    groups.set(`${kind} ${from}`, group);
  }
  return [...groups.values()];
}

function declarationOf({ from, kind, names }: Group): ImportDeclarationStructure {
  const declaration = { kind: kinds.import, moduleSpecifier: from };
  if (kind === "namespace") return { ...declaration, namespaceImport: names.join(", ") };
  const isLibrary = [RUNTIME, XML_RUNTIME, CLIENT_LIBRARY, CALLBACKS_LIBRARY].includes(from);
  const sorted = isLibrary ? names.toSorted(byKind) : names;
  const isTypeOnly = sorted.every(isTypeImport);
  return {
    ...declaration,
    isTypeOnly,
    namedImports: inOneText(sorted.map((name) => (isTypeOnly ? name.replace("type ", "") : name))),
  };
}

function byModule(one: Group, other: Group): number {
  return byUnits(one.from, other.from);
}

/** Functions that are imported side by side are a reader and a writer, in that order. */
function byUse(one: Import, other: Import): number {
  return (
    one.rank - other.rank ||
    one.position - other.position ||
    byUnits(one.name.name, other.name.name)
  );
}

/** Values, and then types. */
function byKind(one: string, other: string): number {
  return Number(isTypeImport(one)) - Number(isTypeImport(other)) || byUnits(one, other);
}

function isTypeImport(name: string): boolean {
  return name.startsWith("type ");
}
