import { groupBy } from "../../source/collections.js";
import type { JsonMember, JsonNode } from "./json.js";
import type { XmlElement } from "./xml.js";

/** Messages in XML as values of JSON, from which types are taken as from other examples. */
export interface XmlValues {
  /** The values of the messages, each an object of the elements in its root. */
  readonly values: readonly JsonNode[];
  /** The names of the elements of lists, by the paths to the elements that hold nothing else. */
  readonly wrappers: ReadonlyMap<string, string>;
}

/** The elements in the elements of one path. */
interface Inside {
  readonly names: Set<string>;
  /** The names of elements that one element has several of. */
  readonly repeated: Set<string>;
}

/**
 * Turns messages into values: an element with elements is an object, one that is repeated is a list, and so is one
 * that holds nothing but elements of one name in its plural (`PicList`, with `item` in it).
 *
 * @param documentationOf returns what rows say about an element of a name
 */
export function valuesOf(
  roots: readonly XmlElement[],
  documentationOf: (name: string) => string,
): XmlValues {
  const inside = new Map<string, Inside>();
  for (const root of roots) gather(root, [], inside);
  const wrappers = new Map<string, string>();
  for (const [key, { names, repeated }] of inside) {
    const [name, ...others] = names;
    const path = JSON.parse(key) as string[];
    const parent = path.at(-1);
    // A list of lists has no tag.
    const isInner = wrappers.get(pathKey(path.slice(0, -1))) === parent;
    if (name === undefined || others.length > 0 || parent === undefined || isInner) continue;
    if (repeated.has(name) || isPlural(parent, name)) wrappers.set(key, name);
  }
  const reader = { inside, wrappers, documentationOf };
  return { values: roots.map((root) => objectOf(root, [], reader)), wrappers };
}

/** The key of a path of names. */
export function pathKey(path: readonly string[]): string {
  return JSON.stringify(path);
}

function gather({ children }: XmlElement, path: readonly string[], all: Map<string, Inside>): void {
  if (children.length === 0) return;
  const known = all.get(pathKey(path)) ?? { names: new Set(), repeated: new Set() };
  all.set(pathKey(path), known);
  const seen = new Set<string>();
  for (const child of children) {
    known.names.add(child.name);
    if (seen.has(child.name)) known.repeated.add(child.name);
    seen.add(child.name);
    gather(child, [...path, child.name], all);
  }
}

/** Tells whether the name of an element says that it holds elements of another name. */
function isPlural(name: string, element: string): boolean {
  const [plural, singular] = [name.toLowerCase(), element.toLowerCase()];
  const plurals = [`${singular}s`, `${singular}es`, `${singular.replace(/y$/, "ie")}s`];
  return plurals.includes(plural) || singular === "item" || /(?:list|array)$/.test(plural);
}

interface Reader extends Pick<XmlValues, "wrappers"> {
  readonly inside: ReadonlyMap<string, Inside>;
  readonly documentationOf: (name: string) => string;
}

function objectOf(
  { children, range }: XmlElement,
  path: readonly string[],
  reader: Reader,
): JsonNode {
  const repeated = reader.inside.get(pathKey(path))?.repeated;
  const groups = groupBy(children, ({ name }) => name);
  const members = [...groups].map(([name, elements]): JsonMember => {
    const place = elements[0]?.range ?? range;
    const values = elements.map((element) => valueOf(element, [...path, name], reader));
    const list: JsonNode = { kind: "list", elements: values, range: place };
    const [value = list] = values;
    return { name, value: repeated?.has(name) ? list : value, range: place };
  });
  return { kind: "object", members, range };
}

function valueOf(element: XmlElement, path: readonly string[], reader: Reader): JsonNode {
  const { children, range, name } = element;
  const item = reader.wrappers.get(pathKey(path));
  if (item !== undefined) {
    const inner = [...path, item];
    const elements = children.map((child) => valueOf(child, inner, reader));
    return { kind: "list", elements, range };
  }
  if (children.length > 0) return objectOf(element, path, reader);
  // Another message has elements in it.
  if (reader.inside.has(pathKey(path))) return { kind: "null", range };
  return leafOf(element, reader.documentationOf(name));
}

/**
 * Returns the value of an element with text: a number if its digits are not quoted. Long numbers are ids, and those
 * of telephones have signs; only rows know better.
 */
function leafOf({ text: written, isQuoted, range }: XmlElement, documentation: string): JsonNode {
  const text = written.trim();
  const isInteger = /^-?(?:0|[1-9]\d*)$/.test(text);
  const isNumber = isInteger || /^-?\d+\.\d+$/.test(text);
  const isMeant =
    !isQuoted && !/字符串|手机|电话|号码|\bstring\b/i.test(documentation) && text.length <= 10;
  const isSaid = isInteger && /整[型数形]|时间戳|\binteger\b|\bu?int\d*\b/i.test(documentation);
  const isShown = isNumber && (isMeant || isSaid || (!isInteger && !isQuoted));
  return isShown ? { kind: "number", text, range } : { kind: "string", value: text, range };
}
