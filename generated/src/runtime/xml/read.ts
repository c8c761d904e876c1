/**
 * The reader of XML: it goes through the text once, and calls back for the children of an element. It knows
 * five entities, expands no DOCTYPE, and does not recur on elements that nobody asks for.
 */
import { characters, withLineFeeds } from "./characters.js";
import { source, stop } from "./source.js";
import { declaration, endTag, instruction, skip, startTag, upTo } from "./tags.js";

export { isAttributeIn, isIn } from "./namespace.js";
export { refuse } from "./source.js";
export * from "./text.js";

/**
 * The most elements around one whose children are read: readers recur, and a stack holds only so many.
 * Elements that nobody asks for may be nested deeper.
 */
const MOST_NESTED = 1000;

/** Reads the whole text with a reader of its root element. */
export function root<T>(read: () => T): T {
  let result: { readonly value: T } | undefined;
  content(() => {
    if (result !== undefined) {
      source.depth = 0;
      stop("the end", source.start);
    }
    result = { value: read() };
  });
  return (result ?? stop("an element")).value;
}

/**
 * Reads the open element to its end.
 *
 * @param child reads a child by its name without a prefix; children that it does not read are skipped
 * @param comment receives the comments
 * @returns the text of the element without the texts of its children
 */
export function content(child?: (name: string) => void, comment?: (text: string) => void): string {
  const { text, depth, position: start } = source;
  if (child !== undefined && depth > MOST_NESTED) stop(`at most ${MOST_NESTED} nested elements`);
  let data = "";
  while (source.depth >= depth) {
    if (source.isEmpty) {
      source.isEmpty = false;
      source.end = source.position;
      source.depth--;
      continue;
    }
    const part = textPart();
    if (source.depth === depth) data += part;
    const { position } = source;
    if (position === text.length) return data;
    source.position += 2;
    const isOwn = source.depth === depth;
    const next = text[position + 1];
    if (next === "/") endTag();
    else if (next === "?") instruction();
    else if (next !== "!") {
      source.position--;
      startTag();
      if (isOwn) child?.(localName(source.names[depth + 1] ?? ""));
    } else if (text.startsWith("[CDATA[", position + 2)) {
      if (source.depth === 0) stop("an element", position);
      source.position += 7;
      const section = text.slice(position + 9, upTo("]]>"));
      if (isOwn) data += withLineFeeds(section);
    } else if (text.startsWith("--", position + 2)) {
      source.position += 2;
      const note = text.slice(position + 4, upTo("--"));
      skip(">");
      if (isOwn) comment?.(note);
    } else declaration();
  }
  source.start = start;
  return data;
}

/** Reads text up to the next `<`, or to the end where no element is open. */
function textPart(): string {
  const { text, position, depth, names } = source;
  const end = text.indexOf("<", position);
  if (end < 0 && depth > 0) stop(`</${names[depth]}>`, text.length);
  source.position = end < 0 ? text.length : end;
  const part = characters(position, source.position);
  const other = depth > 0 ? -1 : part.search(/[^ \t\r\n]/);
  if (other >= 0) stop("one element alone", position + other);
  return part;
}

/** Reads the attributes of the open element. */
export function attributes(attribute: (name: string, value: string) => void): void {
  const { depth, names } = source;
  for (const { name, value, start } of source.attributes[depth] ?? []) {
    // The path of an issue with the value leads here.
    names[depth + 1] = name;
    source.indexes[depth + 1] = undefined;
    source.start = start;
    attribute(localName(name), value);
  }
}

/** Reads the open element as an item of a list. */
export function add<T>(list: T[], read: () => T): void {
  source.indexes[source.depth] = list.length;
  list.push(read());
}

/** Returns the place behind the tag of the open element, for {@link inner}. */
export function start(): number {
  return source.position;
}

/** Returns the inside of the element read last as it is written, by its beginning. */
export function inner(start: number): string {
  return source.text.slice(start, source.end);
}

/** Returns a name without its prefix. */
function localName(name: string): string {
  if (!name.includes(":")) return name;
  return /^[^:]+:([^:]+)$/.exec(name)?.[1] ?? name;
}
