import type { Report } from "../source/diagnostic.js";
import type { Speller } from "../source/suggest.js";
import { typeHint } from "../source/type-hints.js";
import type {
  ExternalType,
  JsonKind,
  LongIntegerType,
  MapKey,
  Reference,
  ScalarType,
  Type,
  TypeNames,
} from "../model/api.js";
import type { ModelDraft, TypeDraft } from "../model/draft.js";
import type { GoType } from "../model/go.js";
import type { SourceText } from "../source/source.js";
import { sourceOf } from "../source/text.js";
import { builtins } from "./builtins.js";
import type { Settings, TypeOwner } from "./settings.js";
import { baseOf, type EnumDraft } from "./enum-values.js";
import {
  definitionOf,
  endOfChain,
  pointedOf,
  scalarOf,
  underlyingOf,
  withoutPointers,
} from "./underlying.js";

/** A declared type, with the identifiers that it has taken. */
export interface TypeSymbol {
  readonly draft: ModelDraft | TypeDraft;
  readonly module: string;
  readonly names: TypeNames;
}

/** What a type name can mean, and what to do about one that means nothing. */
export interface Scope {
  readonly types: ReadonlyMap<string, ModelDraft | TypeDraft>;
  readonly symbols: ReadonlyMap<string, TypeSymbol>;
  /** The definitions that constants make enums. */
  readonly enums: ReadonlyMap<string, EnumDraft>;
  readonly unresolved: UnresolvedMode;
  readonly settings: Settings;
  /** Knows the names that types have. */
  readonly speller: Speller;
  /** The types from elsewhere that were linked, each where it is used first. */
  readonly externals: Map<string, SourceText>;
  readonly report: Report;
}

/** What an undefined type is: an error, or `unknown` with a warning. */
export type UnresolvedMode = "error" | "unknown";

/**
 * Resolves a Go type; a name that no document declares is reported, and then `any`.
 *
 * @param owner what the type stands in: the configuration may say something about it
 */
export function linkType(type: GoType, scope: Scope, owner?: TypeOwner): Type {
  switch (type.kind) {
    case "any":
    case "invalid":
      return { kind: "any" };
    case "name":
      return linkName(type, scope, owner);
    case "pointer":
      return linkType(type.element, scope, owner);
    case "list":
      return linkList(type, scope, owner);
    case "array":
      return { kind: "array", length: type.length, element: linkType(type.element, scope, owner) };
    case "map": {
      const value = linkType(type.value, scope, owner);
      return { kind: "map", key: linkKey(type.key, scope, owner), value };
    }
  }
}

/** The reference to a declared type; nothing where the name is not declared. */
export function referenceTo(name: string, scope: Scope): Reference | undefined {
  const symbol = scope.symbols.get(name);
  if (symbol === undefined) return undefined;
  const { names, module, draft } = symbol;
  const json = jsonKindOf(draft.kind === "model" ? draft : draft.type, scope);
  const scalar = declaredScalar(name, scope);
  const isModel = draft.kind === "model";
  return {
    kind: "reference",
    names,
    module,
    json,
    isModel,
    ...(scalar === undefined ? {} : { scalar }),
  };
}

function jsonKindOf(type: GoType | ModelDraft, scope: Scope): JsonKind {
  const underlying = type.kind === "model" ? type : pointedOf(type, scope.types);
  switch (underlying.kind) {
    case "model":
    case "map":
      return "object";
    case "list":
      return isByte(underlying.element, scope) ? "string" : "array";
    case "array":
      return "array";
    case "any":
    case "pointer":
    case "invalid":
      return "any";
    case "name":
      return builtinJsonKinds.get(underlying.name) ?? "any";
  }
}

const builtinJsonKinds: ReadonlyMap<string, JsonKind> = new Map(
  [...builtins].map(([name, { kind }]): [string, JsonKind] => {
    if (kind === "integer" || kind === "float") return [name, "number"];
    if (kind === "boolean" || kind === "any") return [name, kind];
    return [name, "string"];
  }),
);

/** Whether lists of a type are text on the wire, as `[]byte` is (Go's encoding/json, Marshal). */
export function isByte(type: GoType, { types }: Scope): boolean {
  if (type.kind !== "name" || types.has(type.name)) return false;
  const builtin = builtins.get(type.name);
  return builtin?.kind === "integer" && builtin.format === "uint8";
}

/** Reports a type name that no document declares; a declared type is a better hint than a type of Go. */
export function reportUnresolved(
  { name, range }: Extract<GoType, { kind: "name" }>,
  { unresolved, speller, report }: Scope,
): void {
  const hint = speller.suggest(name) ?? typeHint(name);
  report(unresolved === "error" ? "unresolved-type" : "unknown-type", range, { name }, { hint });
}

/** Whether a type is one that nothing is known of, which is reported elsewhere. */
export function isUnknown(type: GoType, scope: Scope): boolean {
  const underlying = underlyingOf(type, scope.types);
  if (underlying.kind !== "name") return underlying.kind === "invalid";
  const isKnown = scope.types.has(underlying.name) || builtins.has(underlying.name);
  return !isKnown && !isExternal(type, scope);
}

/** Whether a type is defined outside of the spec, as the configuration says. */
export function isExternal(type: GoType, { types, settings }: Scope): boolean {
  const underlying = underlyingOf(type, types);
  if (underlying.kind !== "name" || types.has(underlying.name)) return false;
  return !builtins.has(underlying.name) && settings.external(underlying.name) !== undefined;
}

function linkName(type: Extract<GoType, { kind: "name" }>, scope: Scope, owner?: TypeOwner): Type {
  const builtin = represented(builtins.get(type.name), scope, owner);
  const linked = referenceTo(type.name, scope) ?? builtin ?? externalOf(type, scope);
  if (linked !== undefined) return linked;
  reportUnresolved(type, scope);
  return { kind: "any" };
}

/** The type that the configuration knows for a name which no document declares. */
function externalOf(
  { name, range }: Extract<GoType, { kind: "name" }>,
  { settings, externals }: Scope,
): ExternalType | undefined {
  const external = settings.external(name);
  if (external === undefined) return undefined;
  if (!externals.has(name)) externals.set(name, { text: name, range });
  const { type, from, codec } = external;
  return {
    kind: "external",
    specName: name,
    type,
    from,
    ...(codec === undefined ? {} : { codec }),
  };
}

/** The scalar that a declared type is at bottom; pointers leave no trace in JSON. */
function declaredScalar(name: string, scope: Scope): ScalarType | undefined {
  const { enums, types } = scope;
  const known = pointedChains.get(enums) ?? new Map<string, string>();
  pointedChains.set(enums, known);
  const nextOf = (current: string) => {
    const draft = enums.has(current) ? undefined : types.get(current);
    const type = draft?.kind === "type" ? withoutPointers(draft.type) : undefined;
    return type?.kind === "name" && types.has(type.name) ? type.name : undefined;
  };
  const end = endOfChain(name, nextOf, known);
  const draft = types.get(end);
  if (draft?.kind !== "type") return undefined;
  return scalarIn(withoutPointers(draft.type), scope, { type: end });
}

/** The ends of chains that were followed before, through pointers, too. */
const pointedChains = new WeakMap<Scope["enums"], Map<string, string>>();

/** The scalar that a Go type is at bottom, or that the enum is which its name leads to. */
function scalarIn(type: GoType, scope: Scope, owner?: TypeOwner): ScalarType | undefined {
  const ownEnum = owner?.field === undefined ? scope.enums.get(owner?.type ?? "") : undefined;
  const draft = ownEnum ?? enumOf(type, scope);
  if (draft !== undefined) return baseOf(draft, scope.settings);
  const scalar = scalarOf(type, scope.types);
  const { definedBy } = definitionOf(type, scope.types);
  return represented(scalar, scope, definedBy === undefined ? owner : { type: definedBy });
}

/** The first enum on the chain of definitions that begins with a name. */
function enumOf(type: GoType, { enums, types }: Scope): EnumDraft | undefined {
  if (type.kind !== "name") return undefined;
  const known = enumChains.get(enums) ?? new Map<string, string>();
  enumChains.set(enums, known);
  const nextOf = (name: string) => {
    const draft = enums.has(name) ? undefined : types.get(name);
    return draft?.kind === "type" && draft.type.kind === "name" ? draft.type.name : undefined;
  };
  return enums.get(endOfChain(type.name, nextOf, known));
}

/** The ends of chains that were followed before, by the enums that they are for. */
const enumChains = new WeakMap<Scope["enums"], Map<string, string>>();

/** A scalar of Go in TypeScript: what an integer of 64 bits is, the configuration decides. */
function represented<Linked extends Type>(
  type: Linked | undefined,
  { settings }: Scope,
  owner?: TypeOwner,
): Linked | LongIntegerType | undefined {
  if (type?.kind !== "integer") return type;
  const { format } = type;
  if (format !== "int64" && format !== "uint64") return type;
  const representation = settings.int64(owner);
  return representation === "number" ? type : { kind: "long", format, representation };
}

function linkList(
  type: Extract<GoType, { element: GoType }>,
  scope: Scope,
  owner?: TypeOwner,
): Type {
  if (isByte(type.element, scope)) return { kind: "bytes" };
  return { kind: "list", element: linkType(type.element, scope, owner) };
}

/** Keys of a JSON object are text: Go takes strings and integers (encoding/json, Marshal). */
function linkKey(key: GoType, scope: Scope, owner?: TypeOwner): MapKey {
  const scalar = scalarIn(key, scope, owner);
  if (scalar && scalar.kind !== "boolean" && scalar.kind !== "float") return scalar;
  if (isUnknown(key, scope)) linkType(key, scope, owner);
  else scope.report("invalid-map-key", key.range, { text: sourceOf(key.range) });
  return { kind: "string" };
}
