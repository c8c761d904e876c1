import type { Call, ExternalType, Reference, TypeNames } from "../plan/plan.js";
import type { Name } from "./code.js";

/** In which order a module imports what others declare. */
const rank = {
  codec: 0,
  request: 1,
  response: 2,
  type: 3,
  requestType: 4,
  responseType: 5,
} as const;

/** The type of a reference; types of calls are imported after those of declarations. */
export function typeName(
  { module, names, scalar }: Reference,
  use: "type" | "requestType" | "responseType" = "type",
): Name {
  // A named scalar may be an enum.
  const isValue = scalar !== undefined;
  return nameFrom(module, names.type, { isType: true, isValue, rank: rank[use] });
}

/** The type of a request in which properties are demanded. */
export function inputName({ module, names }: Reference): Name {
  return nameFrom(module, names.input, { isType: true, rank: rank.requestType });
}

/** The reader, the writer or another part of a codec: they are imported side by side. */
export function codecPart(
  { module, names }: Reference,
  part: "read" | "write" | "readXml" | "writeXml" | "fill",
): Name {
  return nameFrom(module, names[part], { key: names.type, rank: rank.codec });
}

/** A function that reads or writes XML. */
export function xmlPart({ module, names }: Reference, part: "parseXml" | "stringifyXml"): Name {
  return nameFrom(module, names[part], { key: names.type, rank: rank.codec });
}

/** The function for lists of a type, which a module has for itself. */
export function listFunction(reference: Reference, part: "readList" | "writeList"): Name {
  const { names } = reference;
  return { name: names[part], isType: false, origin: { kind: "list", reference }, key: names.type };
}

/** A function or a codec that a call uses of the type of its request or its response. */
export function conversionName(
  { module, names }: Reference,
  part: keyof TypeNames,
  use: "request" | "response",
): Name {
  return nameFrom(module, names[part], { rank: rank[use] });
}

/** The function of a call. */
export function callName(module: string, { names }: Call): Name {
  return nameFrom(module, names.call);
}

/** A type that is defined outside of the spec. */
export function externalTypeName({ type, from }: ExternalType): Name {
  return { name: type, isType: true, origin: { kind: "library", from }, rank: 0 };
}

/** The codec of such a type. */
export function externalCodec(codec: string, { from }: ExternalType): Name {
  return { name: codec, isType: false, origin: { kind: "library", from }, rank: 1 };
}

/** How a module of a document is imported. */
export function specifierOf(module: string): string {
  return `./${module}.js`;
}

/** The path of a module in the package. */
export function pathOf(module: string): string {
  return `src/${module}.ts`;
}

/** The module that holds the enums of a document: bundlers drop it as a whole. */
export function enumsModuleOf(module: string): string {
  return `${module}.enums`;
}

function nameFrom(
  module: string,
  name: string,
  { isType = false, ...more }: Partial<Omit<Name, "name" | "origin">> = {},
): Name {
  return { name, isType, origin: { kind: "spec", from: specifierOf(module) }, ...more };
}
