import type { Field, FieldFacts } from "../model/api.js";
import type { JsonTag, XmlTag } from "../model/tags.js";
import type {
  FieldDraft,
  NamedXmlTagDraft,
  TagDraft,
  WiresDraft,
  XmlTagDraft,
} from "../go/draft.js";
import type { GoType } from "../go/ast.js";
import { untaggedXml } from "../go/xml-tag.js";
import { sourceOf } from "../source/text.js";
import { withDeprecation } from "./deprecation.js";
import { linkMeaning } from "./meaning.js";
import type { SampleScope } from "./samples.js";
import { isUnknown, linkType, type Scope } from "./types.js";
import { scalarOf, underlyingOf } from "./underlying.js";
import { reportXmlType } from "./xml-types.js";

/** Resolves a field that one of the wires shows; nothing if its tags keep it off all of them. */
export function linkField(
  model: string,
  draft: FieldDraft,
  wires: WiresDraft,
  scope: SampleScope,
): Field | undefined {
  const json = wires.json ? draft.tag : IGNORED;
  const xml = wires.xml ? xmlTagOf(draft) : IGNORED;
  if (json.kind === "ignored" && xml.kind === "ignored") return undefined;
  if (xml.kind === "named") reportXmlType(draft.type, xml, scope);
  return {
    ...factsOf(model, draft, scope),
    ...(json.kind === "named" ? { json: jsonTag(json, draft.type, scope) } : {}),
    ...(xml.kind === "named" ? { xml: xmlTag(xml) } : {}),
  };
}

const IGNORED = { kind: "ignored" } as const;

/** Returns the tag of a field for XML. */
export function xmlTagOf({ xml, name }: FieldDraft): XmlTagDraft {
  return xml ?? untaggedXml(name);
}

function jsonTag(
  { wireName, omitEmpty, quoted }: Extract<TagDraft, { kind: "named" }>,
  type: GoType,
  scope: SampleScope,
): JsonTag {
  return { name: wireName.text, omitEmpty, quoted: quoted && isQuotable(type, scope) };
}

function xmlTag({ place, name, namespace, parents, omitEmpty }: NamedXmlTagDraft): XmlTag {
  const tag = { place, name, ...(namespace !== undefined && { namespace }), parents, omitEmpty };
  return { text: xmlTagText(tag), ...tag };
}

/** Returns a tag of encoding/xml as documents write it, without its option `omitempty`. */
function xmlTagText({ place, name, namespace, parents }: Omit<XmlTag, "text">): string {
  const before = namespace === undefined ? "" : `${namespace} `;
  const path = [...parents, name].join(">");
  return `${before}${place === "element" || place === "attribute" ? path : ""}${OPTIONS[place]}`;
}

const OPTIONS: Readonly<Record<XmlTag["place"], string>> = {
  element: "",
  attribute: ",attr",
  text: ",chardata",
  cdata: ",cdata",
  innerXml: ",innerxml",
  comment: ",comment",
  any: ",any",
  anyAttribute: ",any,attr",
};

/** Resolves a field that no wire shows; nothing is reported about its type. */
export function linkIgnoredField(model: string, draft: FieldDraft, scope: SampleScope): FieldFacts {
  return factsOf(model, draft, { ...scope, report: () => {} });
}

function factsOf(model: string, draft: FieldDraft, scope: SampleScope): FieldFacts {
  const { name, type, documentation, meaning } = draft;
  const linked = linkType(type, scope);
  return {
    name: name.text,
    owner: model,
    type: linked,
    isPointer: underlyingOf(type, scope.types).kind === "pointer",
    hasPointerItems: hasPointerItems(type, scope.types),
    ...linkMeaning(draft, linked, scope),
    ...withDeprecation(documentation, meaning?.deprecated),
  };
}

function hasPointerItems(type: GoType, types: Scope["types"]): boolean {
  let current = underlyingOf(type, types);
  // A pointer may lead to itself: `type A *A`.
  for (const seen = new Set(); current.kind === "pointer" && !seen.has(current);) {
    seen.add(current);
    current = underlyingOf(current.element, types);
  }
  return current.kind === "list" && underlyingOf(current.element, types).kind === "pointer";
}

/** Go's encoding/json: the option `string` applies to strings, booleans and numbers only. */
function isQuotable(type: GoType, scope: Scope): boolean {
  const quoted = type.kind === "pointer" ? type.element : type;
  if (scalarOf(quoted, scope.types) !== undefined) return true;
  if (!isUnknown(quoted, scope))
    scope.report("invalid-quoted-type", type.range, { text: sourceOf(type.range) });
  return false;
}
