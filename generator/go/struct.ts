import type { SyntaxNode } from "@lezer/common";
import type { Report } from "../source/diagnostic.js";
import { closest } from "../source/suggest.js";
import type { MemberDraft, TagDraft } from "./draft.js";
import type { GoType } from "./ast.js";
import type { SourceRange, SourceText } from "../source/source.js";
import { commentedNodes, commentDocumentation, type Commented } from "./comment.js";
import { childrenOf, identifierOf, spanRange, spanText, type GoSource } from "./syntax.js";
import { parseTag } from "./tag.js";
import { isTypeNode, typeOf } from "./type.js";

const FIELDS = new Set(["FieldDecl"]);

/** The members of a struct (Go spec, Struct types). */
export function structMembers(struct: SyntaxNode, source: GoSource): MemberDraft[] {
  const body = struct.getChild("StructBody");
  if (body === null) return [];
  return commentedNodes(body, FIELDS, source).flatMap((field) => fieldMembers(field, source));
}

function fieldMembers(field: Commented, source: GoSource): MemberDraft[] {
  const children = childrenOf(field.node);
  const names = children.filter(({ name }) => name === "FieldName");
  const typeNode = children.find(isTypeNode);
  if (typeNode === undefined) return [];
  const type = typeOf(typeNode, source);
  const tags = tagsOf(
    children.find(({ name }) => name === "String"),
    source,
  );
  if (names.length > 0) {
    return names.flatMap((node): MemberDraft[] => {
      const name = identifierOf(node, source);
      if (name === undefined) return [];
      const documentation = commentDocumentation(field, name.text);
      return [
        { kind: "field", name, ...structTag(tags, name, source.report), type, documentation },
      ];
    });
  }
  // Embedded: the name is the type's, without its package (Go spec, Struct types).
  const name = identifierOf(childrenOf(typeNode).at(-1) ?? typeNode, source);
  if (name === undefined) return [];
  const embedded = pointedOf(children, type, source);
  const documentation = commentDocumentation(field, name.text);
  // A name of its own makes an embedded struct an ordinary field (Go's encoding/json, Marshal).
  if (!/^[^,]/.test(tags.get("json")?.text ?? ""))
    return [{ kind: "embedding", type: embedded, documentation }];
  return [
    { kind: "field", name, ...structTag(tags, name, source.report), type: embedded, documentation },
  ];
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

function structTag(
  tags: ReadonlyMap<string, SourceText>,
  name: SourceText,
  report: Report,
): { tag: TagDraft; xmlName?: string } {
  const json = tags.get("json");
  const xmlName = tags.get("xml")?.text.split(",")[0];
  return {
    tag: json
      ? parseTag(json, name, report)
      : { kind: "named", wireName: name, omitEmpty: false, quoted: false },
    ...(xmlName === undefined || xmlName === "" ? {} : { xmlName }),
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
function tagsOf(
  literal: SyntaxNode | undefined,
  source: GoSource,
): ReadonlyMap<string, SourceText> {
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
