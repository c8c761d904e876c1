import type { ExternalType, MapKey, Reference, Type } from "../model/api.js";
import type { ModelDraft, TypeDraft } from "../go/draft.js";
import type { GoType } from "../go/ast.js";
import { code } from "../source/code.js";
import type { Report } from "../source/diagnostic.js";
import type { Speller } from "../source/suggest.js";
import { sourceOf } from "../source/text.js";
import { typeHint } from "../source/type-hints.js";
import { builtins } from "./builtins.js";
import { scalarOf, underlyingOf } from "./underlying.js";

type GoName = Extract<GoType, { kind: "name" }>;

/** The meanings of type names, and the treatment of names without one. */
export interface Scope {
  readonly types: ReadonlyMap<string, ModelDraft | TypeDraft>;
  readonly unresolved: UnresolvedMode;
  /** Whether a type that no document declares is defined elsewhere. */
  readonly isExternal: (name: string) => boolean;
  /** Whether the place that a type without a declaration comes from has been reported. */
  readonly isReported?: ((name: string) => boolean) | undefined;
  /** Knows the names that types have. */
  readonly speller: Speller;
  readonly report: Report;
}

/** The treatment of an undeclared type: an error, or `unknown` with a warning. */
export type UnresolvedMode = "error" | "unknown";

/** Resolves a Go type; an undeclared name is reported and resolves to `any`. */
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
      if (isByte(type.element, scope)) return { kind: "bytes" };
      return { kind: "list", element: linkType(type.element, scope) };
    case "array":
      return { kind: "array", length: type.length, element: linkType(type.element, scope) };
    case "map": {
      const value = linkType(type.value, scope);
      return { kind: "map", key: linkKey(type.key, scope), value };
    }
  }
}

/** Whether lists of a type are text on the wire, as `[]byte` is (Go's encoding/json, Marshal). */
export function isByte(type: GoType, { types }: Scope): boolean {
  if (type.kind !== "name" || types.has(type.name)) return false;
  const builtin = builtins.get(type.name);
  return builtin?.kind === "integer" && builtin.format === "uint8";
}

/** Whether nothing is known of a type; that is reported where the type is linked. */
export function isUnknown(type: GoType, scope: Scope): boolean {
  const underlying = underlyingOf(type, scope.types);
  if (underlying.kind !== "name") return underlying.kind === "invalid";
  const isKnown = scope.types.has(underlying.name) || builtins.has(underlying.name);
  return !isKnown && !scope.isExternal(underlying.name);
}

function linkName(type: GoName, scope: Scope): Type {
  const { name } = type;
  const linked = declaredType(name, scope) ?? builtins.get(name) ?? linkedExternal(name, scope);
  if (linked !== undefined) return linked;
  reportUnresolved(type, scope);
  return type.fallback === undefined ? { kind: "any" } : linkType(type.fallback, scope);
}

function declaredType(name: string, { types }: Scope): Reference | undefined {
  return types.has(name) ? { kind: "reference", name } : undefined;
}

function linkedExternal(name: string, { isExternal }: Scope): ExternalType | undefined {
  return isExternal(name) ? { kind: "external", name } : undefined;
}

/** Reports an undeclared type name; a declared type is a better hint than a type of Go. */
function reportUnresolved(type: GoName, { unresolved, isReported, speller, report }: Scope): void {
  const { range, word, fallback } = type;
  if (word === undefined && isReported?.(type.name)) return;
  const name = word ?? type.name;
  const meant = speller.closest(type.name);
  const isModel = meant !== undefined && (word === undefined || !builtins.has(meant));
  const hint = isModel
    ? `did you mean ${code(meant)}?`
    : word === undefined
      ? typeHint(name)
      : wordHint(word, meant);
  const rule = unresolved === "error" ? "unresolved-type" : "unknown-type";
  report(fallback === undefined ? rule : "unknown-word", range, { name }, { hint });
}

function wordHint(word: string, type = "string"): string {
  const line = `"types": { ${JSON.stringify(word.toLowerCase())}: ${JSON.stringify(type)} }`;
  return `give it a meaning in the dialect of the configuration, such as ${code(line)}`;
}

/** Keys of a JSON object are text: Go takes strings and integers (encoding/json, Marshal). */
function linkKey(key: GoType, scope: Scope): MapKey {
  const scalar = scalarOf(key, scope.types);
  if (scalar?.kind === "string" || scalar?.kind === "integer") {
    return (key.kind === "name" && declaredType(key.name, scope)) || scalar;
  }
  if (isUnknown(key, scope)) linkType(key, scope);
  else scope.report("invalid-map-key", key.range, { text: sourceOf(key.range) });
  return { kind: "string" };
}
