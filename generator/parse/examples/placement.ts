import type { GoType } from "../../go/ast.js";
import type { FieldNode } from "../outline/fields.js";
import type { ParseContext } from "../context.js";
import { membersIn, type Shape } from "./shape.js";

/** A row and the path to its field. */
interface PlacedRow {
  readonly path: Path;
  readonly node: FieldNode;
}

type Path = readonly string[];

/**
 * Puts rows where the examples have their members: tables list the members of an object without its name, or
 * leave out a part of the path to them. Rows of one field are joined.
 */
export function placeFields(
  fields: readonly FieldNode[],
  shape: Shape,
  context: ParseContext,
): FieldNode[] {
  const known = pathsIn(shape);
  const keys = new Set(known.map(keyOf));
  const taken = new Set<string>();
  const lists = listsIn(fields, []);
  const placed: FieldNode[] = [];
  let last: Path = [];
  for (const row of rowsIn(fields, [])) {
    const written = keyOf(row.path);
    const isExact = keys.has(written) && !taken.has(written);
    const path = isExact
      ? row.path
      : (findPath(row.path, { known, taken, last }) ?? belowKnown(row.path, { known, last }));
    if (!isPartOf(row.path, path)) {
      const parameters = { path: row.path.join("."), expected: path.join(".") };
      context.report("misplaced-row", row.node.name.range, parameters);
    }
    taken.add(keyOf(path));
    insert(placed, path, row.node, lists);
    last = path;
  }
  return placed;
}

/** Returns the rows of fields in their order; objects that only a path names have none. */
export function rowsIn(nodes: readonly FieldNode[], above: Path): PlacedRow[] {
  return nodes.flatMap((node) => {
    const path = [...above, node.name.text];
    const below = rowsIn(node.children, path);
    return node.isImplied === true ? below : [{ path, node: { ...node, children: [] } }, ...below];
  });
}

/** Returns the types of lists that only paths name, such as `users` of `users[].name`, by the paths to them. */
function listsIn(nodes: readonly FieldNode[], above: Path): Map<string, GoType> {
  const lists = new Map<string, GoType>();
  for (const { name, type, isImplied, children } of nodes) {
    const path = [...above, name.text];
    if (isImplied === true && type.kind === "list") lists.set(keyOf(path), type);
    for (const [key, list] of listsIn(children, path)) lists.set(key, list);
  }
  return lists;
}

/** Returns the paths to all members of the objects of a shape, outer ones first. */
function pathsIn(shape: Shape): Path[] {
  const paths: Path[] = [];
  const open: { readonly path: Path; readonly shape: Shape }[] = [{ path: [], shape }];
  for (const { path, shape: object } of open) {
    for (const [name, member] of membersIn(object) ?? []) {
      const inner = [...path, name];
      paths.push(inner);
      open.push({ path: inner, shape: member.shape });
    }
  }
  return paths;
}

interface KnownPaths {
  readonly known: readonly Path[];
  /** The paths that rows have. */
  readonly taken: ReadonlySet<string>;
  /** The path of the row before. */
  readonly last: Path;
}

/** Finds the member that a row is about, which its path does not lead to. */
function findPath(path: Path, { known, taken, last }: KnownPaths): Path | undefined {
  const free = known.filter((other) => other.at(-1) === path.at(-1) && !taken.has(keyOf(other)));
  const fitting = free.filter((other) => isPartOf(path, other));
  // A path to nowhere is a mistake in its beginning, if only one member has the name.
  if (fitting.length === 0) return path.length > 1 && free.length === 1 ? free[0] : undefined;
  const parents = [keyOf(last), keyOf(last.slice(0, -1))];
  const near = parents.flatMap((parent) =>
    fitting.filter((other) => keyOf(other.slice(0, -1)) === parent),
  );
  return near[0] ?? fitting[0];
}

/** Returns the path of a row below the object of the examples that the names before its own lead to. */
function belowKnown(path: Path, { known, last }: Omit<KnownPaths, "taken">): Path {
  const above = path.slice(0, -1);
  if (above.length === 0) return path;
  const parent = findPath(above, { known, taken: new Set(), last });
  const isPart = parent !== undefined && isPartOf(above, parent);
  return isPart ? [...parent, ...path.slice(-1)] : path;
}

/** Tells whether the names of a path are in another one in the same order. */
function isPartOf(path: Path, other: Path): boolean {
  let index = 0;
  for (const name of other) if (name === path[index]) index += 1;
  return index === path.length;
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

/** Adds a row to the fields of the object that holds it; a second row of a field adds its documentation. */
function insert(
  fields: FieldNode[],
  path: Path,
  node: FieldNode,
  lists: ReadonlyMap<string, GoType>,
): void {
  let siblings = fields;
  for (const [index, name] of path.slice(0, -1).entries()) {
    let parent = siblings.find((field) => field.name.text === name);
    if (parent === undefined) {
      const implied = impliedField({ text: name, range: node.name.range });
      const list = lists.size === 0 ? undefined : lists.get(keyOf(path.slice(0, index + 1)));
      parent = { ...implied, type: list ?? implied.type };
      siblings.push(parent);
    }
    siblings = parent.children;
  }
  const index = siblings.findIndex((field) => field.name.text === path.at(-1));
  const known = siblings[index];
  if (known === undefined) siblings.push(node);
  else siblings[index] = joinFields(known, node);
}

/** Joins two rows of one field. */
export function joinFields(known: FieldNode, other: FieldNode): FieldNode {
  const first = known.isImplied === true ? other : known;
  const texts = new Set([known.documentation, other.documentation]);
  return {
    ...first,
    isImplied: known.isImplied === true && other.isImplied === true,
    documentation: [...texts].filter((text) => text !== "").join("\n"),
    children: [...known.children, ...other.children],
  };
}

/** Makes the field of an object that only paths name. */
export function impliedField(name: FieldNode["name"]): FieldNode {
  const type = { kind: "any", range: name.range } as const;
  return { name, type, documentation: "", isImplied: true, children: [] };
}
