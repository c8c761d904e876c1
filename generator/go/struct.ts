import type { SyntaxNode } from "@lezer/common";
import type { Report } from "../source/diagnostic.js";
import { closest } from "../source/suggest.js";
import type { EmbeddingDraft, FieldDraft, MemberDraft, ModelDraft, WiresDraft } from "./draft.js";
import type { GoType } from "./ast.js";
import type { SourceRange, SourceText } from "../source/source.js";
import { commentedNodes, commentDocumentation, type Commented } from "./comment.js";
import { childrenOf, identifierOf, spanRange, spanText, type GoSource } from "./syntax.js";
import { parseTag } from "./tag.js";
import { isTypeNode, typeOf } from "./type.js";
import { parseXmlTag, UNNAMED_EMBEDDING } from "./xml-tag.js";

const FIELDS = new Set(["FieldDecl"]);

type Tags = ReadonlyMap<string, SourceText>;

/** A field of a struct, with its tags by their keys. */
interface TaggedField extends Commented {
  readonly tags: Tags;
}

/** Returns the members of a struct (Go spec, Struct types), and the wires that its tags are about. */
export function structMembers(
  struct: SyntaxNode,
  source: GoSource,
): Pick<ModelDraft, "members" | "wires"> {
  const body = struct.getChild("StructBody");
  if (body === null) return { members: [] };
  const fields = commentedNodes(body, FIELDS, source).map((field): TaggedField => {
    const literal = childrenOf(field.node).find(({ name }) => name === "String");
    return { ...field, tags: tagsOf(literal, source) };
  });
  const isAbout = (key: string) =>
    fields.some(({ tags }) => ![undefined, "-"].includes(tags.get(key)?.text));
  const wires = { json: isAbout("json"), xml: isAbout("xml") };
  return { members: fields.flatMap((field) => fieldMembers(field, wires, source)), wires };
}

function fieldMembers(field: TaggedField, wires: WiresDraft, source: GoSource): MemberDraft[] {
  const { tags } = field;
  const children = childrenOf(field.node);
  const names = children.filter(({ name }) => name === "FieldName");
  const typeNode = children.find(isTypeNode);
  if (typeNode === undefined) return [];
  const type = typeOf(typeNode, source);
  if (names.length > 0) {
    return names.flatMap((node): MemberDraft[] => {
      const name = identifierOf(node, source);
      if (name === undefined) return [];
      const documentation = commentDocumentation(field, name.text);
      return [
        { kind: "field", name, ...structTags(tags, name, source.report), type, documentation },
      ];
    });
  }
  // Embedded: the name is the type's, without its package (Go spec, Struct types).
  const name = identifierOf(childrenOf(typeNode).at(-1) ?? typeNode, source);
  if (name === undefined) return [];
  const embedded = pointedOf(children, type, source);
  const documentation = commentDocumentation(field, name.text);
  const member = embeddedMember(tags, name, wires, source.report);
  return [{ ...member, type: embedded, documentation }];
}

/**
 * Returns an embedded struct as an embedding, or as an ordinary field if its tag for JSON names it (Go's
 * encoding/json, Marshal). In XML it is never a field (encoding/xml, Marshal).
 */
function embeddedMember(
  tags: Tags,
  name: SourceText,
  wires: WiresDraft,
  report: Report,
): Pick<EmbeddingDraft, "kind" | "outside"> | Pick<FieldDraft, "kind" | "name" | "tag" | "xml"> {
  const json = tags.get("json");
  const xml = tags.get("xml");
  if (wires.xml && xml?.text !== "-") {
    const expected = UNNAMED_EMBEDDING;
    if (xml !== undefined && /^[^,]/.test(xml.text))
      report("dubious-tag", xml.range, { tag: xml.text, expected });
    if (json?.text === "-") return { kind: "embedding", outside: "json" };
    if (json !== undefined && /^[^,]/.test(json.text))
      report("invalid-tag", json.range, { tag: json.text, expected });
    return { kind: "embedding" };
  }
  if (/^[^,]/.test(json?.text ?? ""))
    return { kind: "field", name, ...structTags(tags, name, report) };
  return wires.xml ? { kind: "embedding", outside: "xml" } : { kind: "embedding" };
}

/** The type of an embedded field, whose star the parser keeps beside it. */
function pointedOf(children: readonly SyntaxNode[], type: GoType, source: GoSource): GoType {
  const star = children.find(({ name }) => name === "*");
  if (star === undefined) return type;
  return {
    kind: "pointer",
    element: type,
    range: { ...type.range, start: spanRange(star, source).start },
  };
}

function structTags(tags: Tags, name: SourceText, report: Report): Pick<FieldDraft, "tag" | "xml"> {
  const json = tags.get("json");
  const xml = tags.get("xml");
  return {
    tag: json
      ? parseTag(json, name, report)
      : { kind: "named", wireName: name, omitEmpty: false, quoted: false },
    ...(xml && xml.text !== "" ? { xml: parseXmlTag(xml, name, report) } : {}),
  };
}

/** Any key may stand in a tag, but one that is nearly `json` is surely meant for it. */
function reportKey(key: string, range: SourceRange, index: number, report: Report): void {
  if (KEYS.has(key) || key.length !== 4 || closest(key, ["json"]) === undefined) return;
  const start = range.start + 1 + index;
  const place = { ...range, start, end: start + key.length };
  report("invalid-tag", place, { tag: key, expected: "the key `json`" });
}

const KEYS = new Set(["json", "bson"]);

/** `key:"value"`, and the same with escaped quotes, as it stands in an interpreted literal. */
const PAIRS = { "`": /([^\s":]+):"((?:[^"\\]|\\.)*)"/dg, '"': /([^\s":\\]+):\\"([^"\\]*)\\"/dg };

/** The values of a struct tag by their keys (Go's reflect, StructTag); the first of a key counts. */
function tagsOf(literal: SyntaxNode | undefined, source: GoSource): Tags {
  const tags = new Map<string, SourceText>();
  if (literal === undefined) return tags;
  const range = spanRange(literal, source);
  const quoted = spanText(literal, source);
  const text = quoted.slice(1, -1);
  const pairs = quoted.startsWith("`") ? PAIRS["`"] : PAIRS['"'];
  if (text.replaceAll(pairs, "").trim() !== "") {
    const expected = 'pairs of a key and a value, `json:"name"`';
    source.report("invalid-tag", range, { tag: text, expected });
    return tags;
  }
  for (const { 1: key = "", 2: value = "", indices } of text.matchAll(pairs)) {
    const start = range.start + 1 + (indices?.[2]?.[0] ?? 0);
    if (tags.has(key)) continue;
    reportKey(key, range, indices?.[1]?.[0] ?? 0, source.report);
    tags.set(key, { text: value, range: { ...range, start, end: start + value.length } });
  }
  return tags;
}
