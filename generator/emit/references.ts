import type { Declaration, Module, Reference, Type } from "../ir/api.js";
import { inlineScalarOf, isModelList } from "./inline.js";

/** The declared types that a module uses, and as what. */
export interface ModuleReferences {
  /** Types that stand in an interface or an alias. */
  readonly types: readonly Reference[];
  /** Types whose reader and writer the codecs call. */
  readonly codecs: readonly Reference[];
  /** Models that stand in lists. */
  readonly listed: readonly Reference[];
}

/** Gathers what the declarations of a module refer to; each type once, in order of first use. */
export function referencesOf({ declarations }: Module): ModuleReferences {
  return {
    types: unique(declarations.flatMap(typeReferencesOf)),
    codecs: unique(declarations.flatMap(codecTypesOf).flatMap(referencesIn)),
    listed: unique(declarations.flatMap(codecTypesOf).flatMap(listedIn)),
  };
}

function typeReferencesOf(declaration: Declaration): Reference[] {
  if (declaration.kind === "alias") return referencesIn(declaration.type);
  if (declaration.kind !== "model") return [];
  const { bases, ownFields } = declaration;
  return [
    ...bases.map(({ reference }) => reference),
    ...ownFields.flatMap(({ type }) => referencesIn(type)),
  ];
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
  switch (type.kind) {
    case "reference":
      return [type];
    case "list":
    case "array":
      return referencesIn(type.element);
    case "map":
      return referencesIn(type.value);
    default:
      return [];
  }
}

function unique(references: readonly Reference[]): Reference[] {
  return [...new Map(references.map((reference) => [reference.names.type, reference])).values()];
}
