import { report } from "../diagnostics/report.js";
import { suggest } from "../diagnostics/suggest.js";
import { typeHint } from "../diagnostics/type-hints.js";
import type { IntegerType, JsonKind, Reference, StringType, Type, TypeNames } from "../ir/api.js";
import type { ModelDraft, TypeDraft } from "../ir/draft.js";
import type { GoType } from "../ir/go.js";
import { sourceOf } from "../text.js";
import { builtins } from "./builtins.js";
import type { Settings } from "./settings.js";
import { scalarNamed, scalarOf, underlyingOf } from "./underlying.js";

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
  readonly unresolved: UnresolvedMode;
  readonly settings: Settings;
}

/** What an undefined type is: an error, or `unknown` with a warning. */
export type UnresolvedMode = "error" | "unknown";

/** Resolves a Go type; a name that no document declares is reported, and then `any`. */
export function linkType(type: GoType, scope: Scope): Type {
  switch (type.kind) {
    case "any":
    case "invalid":
      return { kind: "any" };
    case "name":
      return linkName(type, scope);
    case "pointer":
      return linkType(type.element, scope);
    case "list":
      return linkList(type, scope);
    case "array":
      return { kind: "array", length: type.length, element: linkType(type.element, scope) };
    case "map":
      return { kind: "map", key: linkKey(type.key, scope), value: linkType(type.value, scope) };
  }
}

/** The reference to a declared type; nothing where the name is not declared. */
export function referenceTo(name: string, scope: Scope): Reference | undefined {
  const symbol = scope.symbols.get(name);
  if (symbol === undefined) return undefined;
  const json = jsonKindOf(symbol.draft.kind === "model" ? symbol.draft : symbol.draft.type, scope);
  const scalar = scalarNamed(name, scope.types);
  const { names, module } = symbol;
  const isModel = symbol.draft.kind === "model";
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
  const underlying = type.kind === "model" ? type : underlyingOf(type, scope.types);
  switch (underlying.kind) {
    case "model":
    case "map":
      return "object";
    case "list":
      return isByte(underlying.element, scope) ? "string" : "array";
    case "array":
      return "array";
    case "pointer":
      return jsonKindOf(underlying.element, scope);
    case "any":
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

/** Reports a type name that no document declares. */
export function reportUnresolved(
  { name, range }: Extract<GoType, { kind: "name" }>,
  { unresolved, symbols }: Scope,
): void {
  const hint = suggestedFor(name, symbols);
  report(unresolved === "error" ? "unresolved-type" : "unknown-type", range, { name }, { hint });
}

/** A declared type counts more than what another language calls a type of Go. */
function suggestedFor(name: string, symbols: Scope["symbols"]): string | undefined {
  return suggest(name, [...symbols.keys(), ...builtins.keys()]) ?? typeHint(name);
}

/** Whether a type is one that nothing is known of, which is reported elsewhere. */
export function isUnknown(type: GoType, { types }: Scope): boolean {
  const underlying = underlyingOf(type, types);
  if (underlying.kind !== "name") return underlying.kind === "invalid";
  return !types.has(underlying.name) && !builtins.has(underlying.name);
}

function linkName(type: Extract<GoType, { kind: "name" }>, scope: Scope): Type {
  const linked = referenceTo(type.name, scope) ?? builtins.get(type.name);
  if (linked !== undefined) return linked;
  reportUnresolved(type, scope);
  return { kind: "any" };
}

function linkList(type: Extract<GoType, { element: GoType }>, scope: Scope): Type {
  if (isByte(type.element, scope)) return { kind: "bytes" };
  return { kind: "list", element: linkType(type.element, scope) };
}

/** Keys of a JSON object are text: Go takes strings and integers (encoding/json, Marshal). */
function linkKey(key: GoType, scope: Scope): StringType | IntegerType {
  const scalar = scalarOf(key, scope.types);
  if (scalar?.kind === "string" || scalar?.kind === "integer") return scalar;
  if (isUnknown(key, scope)) linkType(key, scope);
  else report("invalid-map-key", key.range, { text: sourceOf(key.range) });
  return { kind: "string" };
}
