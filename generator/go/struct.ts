import type { SyntaxNode } from "@lezer/common";
import { report } from "../diagnostics/report.js";
import type { MemberDraft, TagDraft } from "../ir/draft.js";
import type { SourceText } from "../ir/source.js";
import { commentedNodes, documentationOf, type Commented } from "./comment.js";
import { stringOf } from "./literal.js";
import { childrenOf, rangeOf, sourceTextOf, textOf, type GoSource } from "./syntax.js";
import { parseTag } from "./tag.js";
import { isType, typeOf } from "./type.js";

const FIELDS = new Set(["FieldDecl"]);

/** The members of a struct (Go spec, Struct types). */
export function membersOf(struct: SyntaxNode, source: GoSource): MemberDraft[] {
  const body = struct.getChild("StructBody");
  if (body === null) return [];
  return commentedNodes(body, FIELDS, source).flatMap((field) => fieldMembers(field, source));
}

function fieldMembers(field: Commented, source: GoSource): MemberDraft[] {
  const children = childrenOf(field.node);
  const names = children.filter(({ name }) => name === "FieldName");
  const typeNode = children.find(isType);
  const type = typeNode && typeOf(typeNode, source);
  if (typeNode === undefined || type === undefined) return [];
  const tags = tagsOf(
    children.find(({ name }) => name === "String"),
    source,
  );
  if (names.length > 0) {
    return names.map((node) => {
      const name = sourceTextOf(node, source);
      const documentation = documentationOf(field, name.text);
      return { kind: "field", name, ...tagOf(tags, name), type, documentation };
    });
  }
  const name = sourceTextOf(typeNode, source);
  const documentation = documentationOf(field, name.text);
  // A name of its own makes an embedded struct an ordinary field (Go's encoding/json, Marshal).
  if (!/^[^,]/.test(tags.get("json")?.text ?? ""))
    return [{ kind: "embedding", type, documentation }];
  return [{ kind: "field", name, ...tagOf(tags, name), type, documentation }];
}

function tagOf(
  tags: ReadonlyMap<string, SourceText>,
  name: SourceText,
): { tag: TagDraft; xmlName?: string } {
  const json = tags.get("json");
  const xmlName = tags.get("xml")?.text.split(",")[0];
  return {
    tag: json
      ? parseTag(json, name)
      : { kind: "named", wireName: name, omitEmpty: false, quoted: false },
    ...(xmlName === undefined || xmlName === "" ? {} : { xmlName }),
  };
}

/** The values of a struct tag by their keys (Go's reflect, StructTag): `key:"value" key:"value"`. */
function tagsOf(
  literal: SyntaxNode | undefined,
  source: GoSource,
): ReadonlyMap<string, SourceText> {
  const tags = new Map<string, SourceText>();
  if (literal === undefined) return tags;
  const text = stringOf(textOf(literal, source)) ?? "";
  const range = rangeOf(literal, source);
  if (!/^\s*(?:[^\s":]+:"(?:[^"\\]|\\.)*"\s*)*$/.test(text)) {
    report("invalid-tag", range, {
      tag: text,
      expected: 'pairs of a key and a value, `json:"name"`',
    });
    return tags;
  }
  for (const { index, 1: key = "", 2: value = "" } of text.matchAll(
    /([^\s":]+):"((?:[^"\\]|\\.)*)"/g,
  )) {
    const start = range.start + 1 + index + key.length + 2;
    tags.set(key, { text: value, range: { ...range, start, end: start + value.length } });
  }
  return tags;
}
