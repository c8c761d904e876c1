import type { EmptyValue, Field, Type } from "../model/api.js";
import type { FieldDraft, TagDraft } from "../model/draft.js";
import type { GoType } from "../model/go.js";
import type { SourceText } from "../source/source.js";
import { sourceOf } from "../source/text.js";
import { builtins } from "./builtins.js";
import { isByte, isExternal, isUnknown, linkType, type Scope } from "./types.js";
import { scalarOf, underlyingOf } from "./underlying.js";

/** A field of the API, and where it is declared. */
export interface LinkedField {
  readonly field: Field;
  readonly name: SourceText;
  readonly wireName: SourceText;
}

/** Resolves a field of a model. */
export function linkField(
  model: string,
  draft: FieldDraft,
  tag: Extract<TagDraft, { kind: "named" }>,
  scope: Scope,
): LinkedField {
  const type = linkType(draft.type, scope, { type: model, field: draft.name.text });
  const omitted = tag.omitEmpty ? emptyValueOf(draft.type, type, scope) : undefined;
  const field: Field = {
    specName: draft.name.text,
    owner: model,
    property: scope.settings.property(model, draft.name.text, tag.wireName.text),
    wireName: tag.wireName.text,
    ...(draft.xmlName === undefined ? {} : { xmlName: draft.xmlName }),
    type,
    optional:
      tag.omitEmpty ||
      isOptional(draft.type, scope) ||
      scope.settings.presence(model, draft.name.text) === "optional",
    ...(omitted === undefined ? {} : { omitted }),
    quoted: tag.quoted && isQuotable(draft.type, scope),
    documentation: draft.documentation,
  };
  return { field, name: draft.name, wireName: tag.wireName };
}

/**
 * Whether a field may be absent by its type alone: a pointer; a model, whose zero value says nothing;
 * a type from elsewhere, whose zero value nobody knows.
 */
function isOptional(type: GoType, scope: Scope): boolean {
  const { kind } = underlyingOf(type, scope.types);
  return kind === "pointer" || kind === "model" || isExternal(type, scope);
}

/** Go's encoding/json: the option `string` applies to strings, booleans and numbers only. */
function isQuotable(type: GoType, scope: Scope): boolean {
  const quoted = type.kind === "pointer" ? type.element : type;
  if (scalarOf(quoted, scope.types) !== undefined) return true;
  if (!isUnknown(quoted, scope))
    scope.report("invalid-quoted-type", type.range, { text: sourceOf(type.range) });
  return false;
}

/**
 * What `omitempty` leaves out (Go's encoding/json): false, 0, a nil pointer or interface, and any
 * empty array, slice, map or string; never a struct.
 */
function emptyValueOf(type: GoType, linked: Type, scope: Scope): EmptyValue | undefined {
  const underlying = underlyingOf(type, scope.types);
  if (isExternal(type, scope)) return undefined;
  switch (underlying.kind) {
    case "list":
      return isByte(underlying.element, scope) ? "string" : "list";
    case "map":
      return "map";
    case "any":
      return "null";
    case "array":
      return underlying.length === 0 ? "list" : undefined;
    case "name":
      return emptyLongOf(linked) ?? emptyBuiltinOf(underlying.name);
    default:
      return undefined;
  }
}

/** The zero of an integer that is no number. */
function emptyLongOf(type: Type): EmptyValue | undefined {
  const scalar = type.kind === "reference" ? type.scalar : type;
  if (scalar?.kind !== "long") return undefined;
  return scalar.representation === "bigint" ? "bigint" : "decimal";
}

function emptyBuiltinOf(name: string): EmptyValue | undefined {
  const type = builtins.get(name);
  switch (type?.kind) {
    case "integer":
    case "float":
      return "number";
    case "string":
    case "boolean":
      return type.kind;
    case "time":
      return undefined;
    default:
      // json.RawMessage, and what is taken as `unknown`.
      return "null";
  }
}
