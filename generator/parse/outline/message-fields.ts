import { typesIn, type GoType } from "../../go/ast.js";
import { impliedField, joinFields, rowsIn } from "../examples/placement.js";
import { pathKey } from "../examples/xml-values.js";
import type { FieldNode } from "./fields.js";
import { isEmpty } from "./objects.js";

/** The fields of objects to which others refer, with their places in XML. */
type SharedFields = Map<readonly FieldNode[], FieldNode[]>;

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
  const shared: SharedFields = new Map();
  const placed = placedFields(fields, path, wrappers, shared);
  // A loop over a map also visits the objects added during the loop; no example tells the elements of their lists.
  for (const [rows, own] of shared) own.push(...placedFields(rows, [], new Map(), shared));
  return placed;
}

function placedFields(
  fields: readonly FieldNode[],
  path: readonly string[],
  wrappers: ReadonlyMap<string, string>,
  shared: SharedFields,
): FieldNode[] {
  return fields.map((field) => {
    const { name, type, documentation, children, sameAs } = field;
    const own = [...path, name.text];
    const item = wrappers.get(pathKey(own));
    const inner = item === undefined ? own : [...own, item];
    if (sameAs !== undefined && !shared.has(sameAs)) shared.set(sameAs, []);
    return {
      ...field,
      type: isEmpty(field) ? textType(type, documentation) : type,
      xml: {
        kind: "named",
        place: "element",
        name: item ?? name.text,
        parents: item === undefined ? [] : [name.text],
        omitEmpty: false,
        range: name.range,
      },
      children: placedFields(children, inner, wrappers, shared),
      sameAs: sameAs && shared.get(sameAs),
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
 * Gives rows about the elements of a list the name of the element around them: `item` is documentation of `PicList`,
 * and the paths `PicList.item.Md5` and `item.Md5` lead to the field `Md5` of an element of `PicList`.
 *
 * @param members the names of all fields of the messages
 */
export function withoutItems(
  rows: readonly FieldNode[],
  wrappers: ReadonlyMap<string, string>,
  members: ReadonlySet<string>,
): FieldNode[] {
  const lists = [...wrappers].map(([key, item]) => {
    const path = JSON.parse(key) as string[];
    return { name: path.at(-1) ?? "", item };
  });
  // The list of the row before that has elements of a name.
  const latest = new Map<string, string>();
  const found: { readonly path: readonly string[]; node: FieldNode }[] = [];
  for (const { path, node } of rowsIn(rows, [])) {
    const renamed: string[] = [];
    for (const name of path) {
      const fitting = members.has(name) ? [] : lists.filter(({ item }) => item === name);
      const list = latest.get(name) ?? fitting[0]?.name;
      if (fitting.length === 0 || list === undefined) renamed.push(name);
      else if (renamed.at(-1) !== list) renamed.push(list);
      for (const own of lists) if (own.name === renamed.at(-1)) latest.set(own.item, own.name);
    }
    // A row about an element says more about its list.
    const isItem = lists.some(({ item, name }) => item === path.at(-1) && name === renamed.at(-1));
    const list = isItem ? found.find((other) => renamed.at(-1) === other.path.at(-1)) : undefined;
    if (list === undefined) found.push({ path: renamed, node });
    else list.node = joinFields(list.node, node);
  }
  return found.map(({ path, node }) => nodeAt(path, node));
}

/** Returns a row as the field at the end of a path. */
function nodeAt(path: readonly string[], node: FieldNode): FieldNode {
  const { range } = node.name;
  const [text = "", ...others] = path.toReversed();
  const own: FieldNode = { ...node, name: { text, range } };
  return others.reduce(
    (inner, name) => ({ ...impliedField({ text: name, range }), children: [inner] }),
    own,
  );
}
