import type { Field, FieldFacts, IgnoredField } from "../model/api.js";
import type { FieldDraft, TagDraft } from "../go/draft.js";
import type { GoType } from "../go/ast.js";
import { sourceOf } from "../source/text.js";
import { withDeprecation } from "./deprecation.js";
import { linkMeaning } from "./meaning.js";
import type { SampleScope } from "./samples.js";
import { isUnknown, linkType, type Scope } from "./types.js";
import { scalarOf, underlyingOf } from "./underlying.js";

/** Resolves a field that JSON shows. */
export function linkField(
  model: string,
  draft: FieldDraft,
  tag: Extract<TagDraft, { kind: "named" }>,
  scope: SampleScope,
): Field {
  return {
    ...factsOf(model, draft, scope),
    json: {
      name: tag.wireName.text,
      omitEmpty: tag.omitEmpty,
      quoted: tag.quoted && isQuotable(draft.type, scope),
    },
  };
}

/** Resolves a field that JSON never shows; nothing is reported about its type. */
export function linkIgnoredField(
  model: string,
  draft: FieldDraft,
  scope: SampleScope,
): IgnoredField {
  return factsOf(model, draft, { ...scope, report: () => {} });
}

function factsOf(model: string, draft: FieldDraft, scope: SampleScope): FieldFacts {
  const { name, type, xmlName, documentation, meaning } = draft;
  const linked = linkType(type, scope);
  return {
    name: name.text,
    owner: model,
    type: linked,
    isPointer: underlyingOf(type, scope.types).kind === "pointer",
    ...(xmlName === undefined ? {} : { xml: xmlName }),
    ...linkMeaning(draft, linked, scope),
    ...withDeprecation(documentation, meaning?.deprecated),
  };
}

/** Go's encoding/json: the option `string` applies to strings, booleans and numbers only. */
function isQuotable(type: GoType, scope: Scope): boolean {
  const quoted = type.kind === "pointer" ? type.element : type;
  if (scalarOf(quoted, scope.types) !== undefined) return true;
  if (!isUnknown(quoted, scope))
    scope.report("invalid-quoted-type", type.range, { text: sourceOf(type.range) });
  return false;
}
