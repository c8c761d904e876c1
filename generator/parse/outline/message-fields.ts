import { typesIn, type GoType } from "../../go/ast.js";
import { joinFields } from "../examples/placement.js";
import { pathKey } from "../examples/xml-values.js";
import type { FieldNode } from "./fields.js";

/**
 * Gives fields their places in XML, and types that XML can hold.
 *
 * @param wrappers the names of the elements of lists, by the paths to the elements around them
 */
export function xmlFields(
  fields: readonly FieldNode[],
  path: readonly string[],
  wrappers: ReadonlyMap<string, string>,
): FieldNode[] {
  return fields.map((field) => {
    const { name, type, documentation, children } = field;
    const own = [...path, name.text];
    const item = wrappers.get(pathKey(own));
    const inner = item === undefined ? own : [...own, item];
    return {
      ...field,
      type: children.length > 0 ? type : textType(type, documentation),
      xml: {
        kind: "named",
        place: "element",
        name: item ?? name.text,
        parents: item === undefined ? [] : [name.text],
        omitEmpty: false,
        range: name.range,
      },
      children: xmlFields(children, inner, wrappers),
    };
  });
}

/** Returns the type of an element with a text, which is a text itself if nothing tells more. */
function textType(type: GoType, documentation: string): GoType {
  const { range } = type;
  if (type.kind === "list") return { ...type, element: textType(type.element, documentation) };
  if (typesIn(type).some(({ kind }) => kind === "any" || kind === "map"))
    return { kind: "name", name: "string", range };
  const isLong = type.kind === "name" && type.name === "int" && /64\s*位/.test(documentation);
  return isLong ? { ...type, name: "int64" } : type;
}

/**
 * Joins rows about the elements of a list with those of the element around them: `item` is documentation of
 * `PicList`, and a path `PicList.item.Md5` leads to the field `Md5` of an element of `PicList`.
 */
export function withoutItems(
  rows: readonly FieldNode[],
  wrappers: ReadonlyMap<string, string>,
): FieldNode[] {
  const parents = [...wrappers].map(([key, item]) => {
    const path = JSON.parse(key) as string[];
    return { name: path.at(-1) ?? "", item };
  });
  const joined: FieldNode[] = [];
  for (const row of rows) {
    const { name } = row;
    const lists = parents.filter(({ item }) => item === name.text);
    const isList = parents.some((parent) => parent.name === name.text);
    const at = joined.findLastIndex((known) => lists.some((list) => list.name === known.name.text));
    const known = joined[at];
    if (known !== undefined && !isList) joined[at] = joinFields(known, row);
    else joined.push(withoutItemOf(row, wrappers));
  }
  return joined;
}

/** Joins the fields of an object with that of the elements in it, and with their fields. */
function withoutItemOf(field: FieldNode, wrappers: ReadonlyMap<string, string>): FieldNode {
  const { name } = field;
  const items = [...wrappers].filter(([key]) => (JSON.parse(key) as string[]).at(-1) === name.text);
  const isItem = (child: FieldNode) => items.some(([, item]) => item === child.name.text);
  const children = field.children.map((child) => withoutItemOf(child, wrappers));
  const own = { ...field, children: children.filter((child) => !isItem(child)) };
  return { ...children.filter(isItem).reduce(joinFields, own), name };
}
