import type { Declaration, ExternalType, Module, Reference, Type } from "../ir/api.js";
import { inlineScalarOf, isModelList } from "./inline.js";

/** The declared types that a module uses, and as what. */
export interface ModuleReferences {
  /** Types that stand in an interface, an alias or a call. */
  readonly types: readonly Reference[];
  /** Types whose reader and writer the codecs call. */
  readonly codecs: readonly Reference[];
  /** Models that stand in lists. */
  readonly listed: readonly Reference[];
  /** What is imported for types that are defined outside of the spec: types, and their codecs. */
  readonly externals: readonly ImportedName[];
}

/** A name that another module exports. */
export interface ImportedName {
  readonly from: string;
  readonly name: string;
  readonly isType: boolean;
}

/** Gathers what the declarations of a module refer to; each type once, in order of first use. */
export function referencesOf({ declarations, calls }: Module): ModuleReferences {
  const requests = calls.flatMap(({ request }) => referencesIn(request));
  const responses = calls.flatMap(({ response }) => referencesIn(response));
  return {
    types: unique([...declarations.flatMap(typeReferencesOf), ...requests, ...responses]),
    codecs: unique(declarations.flatMap(codecTypesOf).flatMap(referencesIn)),
    listed: unique(declarations.flatMap(codecTypesOf).flatMap(listedIn)),
    externals: externalsOf(declarations),
  };
}

function typeReferencesOf(declaration: Declaration): Reference[] {
  const references = ownTypesOf(declaration).flatMap(referencesIn);
  if (declaration.kind !== "model") return references;
  return [...declaration.bases.map(({ reference }) => reference), ...references];
}

/** The types that stand in the interface or the alias of a declaration. */
function ownTypesOf(declaration: Declaration): Type[] {
  if (declaration.kind === "alias") return [declaration.type];
  return declaration.kind === "model" ? declaration.ownFields.map(({ type }) => type) : [];
}

function externalsOf(declarations: readonly Declaration[]): ImportedName[] {
  const shown = declarations.flatMap(ownTypesOf).flatMap(leavesOf).filter(isExternal);
  const coded = declarations.flatMap(codecTypesOf).flatMap(leavesOf).filter(isExternal);
  // The reader of a type without a codec names the type.
  const types = [...shown, ...coded.filter(({ codec }) => codec === undefined)];
  return uniqueBy(
    [
      ...types.map(({ type, from }) => ({ from, name: type, isType: true })),
      ...coded.flatMap(({ codec, from }) => {
        return codec === undefined ? [] : [{ from, name: codec, isType: false }];
      }),
    ],
    ({ from, name }) => `${from} ${name}`,
  );
}

function isExternal(type: Type): type is ExternalType {
  return type.kind === "external";
}

/** The types that the codecs read and write by functions of their own. */
function codecTypesOf(declaration: Declaration): Type[] {
  if (declaration.kind === "alias") return [declaration.type];
  if (declaration.kind !== "model") return [];
  const fields = declaration.fields.filter(({ type, quoted }) => quoted || !inlineScalarOf(type));
  return fields.map(({ type }) => type);
}

function listedIn(type: Type): Reference[] {
  if (isModelList(type)) return [type.element];
  if (type.kind === "list" || type.kind === "array") return listedIn(type.element);
  return type.kind === "map" ? listedIn(type.value) : [];
}

function referencesIn(type: Type): Reference[] {
  return leavesOf(type).filter((leaf) => leaf.kind === "reference");
}

/** What is left of a type without its lists and maps. */
function leavesOf(type: Type): Type[] {
  switch (type.kind) {
    case "list":
    case "array":
      return leavesOf(type.element);
    case "map":
      return leavesOf(type.value);
    default:
      return [type];
  }
}

function unique(references: readonly Reference[]): Reference[] {
  return uniqueBy(references, ({ names }) => names.type);
}

function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
