import { typesIn } from "../../go/ast.js";
import { appendTo } from "../../source/collections.js";
import type { FieldNode } from "./fields.js";
import { isOpen } from "./types.js";

/** A field, the names of the objects around it, and the place of its part among the parts. */
interface PlacedField {
  readonly node: FieldNode;
  readonly above: readonly string[];
  readonly rank: number;
}

/** A list of fields that may grow, and the number of its fields that the index has. */
interface FieldList extends Omit<PlacedField, "node"> {
  readonly fields: readonly FieldNode[];
  seen: number;
}

const WORD = /\w+/g;

/**
 * The objects of a section, by their names and by the titles to which their documentation refers: captions of
 * tables tell by these which object they describe. To look through all fields for each caption takes quadratic time.
 */
export class ObjectIndex {
  readonly #lists: FieldList[];
  readonly #byName = new Map<string, PlacedField[]>();
  readonly #byTitle = new Map<string, PlacedField>();
  /** The objects whose type is a word, by that word. */
  readonly #byType = new Map<string, PlacedField[]>();
  readonly #referring = new Map<string, PlacedField[]>();

  /** @param parts the fields of the parts of the section; earlier parts win */
  constructor(parts: readonly (readonly FieldNode[])[]) {
    this.#lists = parts.map((fields, rank) => ({ fields, above: [], rank, seen: 0 }));
  }

  /** Finds the object that a caption names: the last of the names, below the others, without fields so far. */
  find(path: readonly string[]): PlacedField | undefined {
    this.#update();
    const outer = path.slice(0, -1);
    const scoreOf = ({ node, above }: PlacedField) =>
      (outer.every((part) => above.includes(part)) ? 2 : 0) + Number(isEmpty(node));
    let best: PlacedField | undefined;
    for (const place of this.#byName.get(path.at(-1) ?? "") ?? []) {
      if (!isOpen(place.node.type)) continue;
      const difference = best === undefined ? 1 : scoreOf(place) - scoreOf(best);
      if (difference > 0 || (difference === 0 && best !== undefined && place.rank < best.rank))
        best = place;
    }
    return best;
  }

  /**
   * Finds the objects whose type or documentation refers to a title, as in `object(Settings)` and `详见 Settings`, or else
   * one whose name is the title.
   *
   * @param isType whether a title may be the word of a type; elsewhere it is the name of a model
   */
  findMentioned(title: string, isType: boolean): PlacedField[] {
    this.#update();
    const mentions = this.#withWordsOf(title)
      .filter(({ node }) => isOpen(node.type) && refersTo(node.documentation, title))
      .concat((isType && this.#byType.get(wordOf(title))) || [])
      .toSorted((one, other) => one.rank - other.rank);
    const named = this.#byTitle.get(wordOf(title));
    return mentions.length > 0 ? mentions : named === undefined ? [] : [named];
  }

  /** Takes in the fields that a function adds to an object. */
  extend({ node, above, rank }: PlacedField, add: (fields: FieldNode[]) => void): void {
    const fields = fieldsOf(node);
    const list = { fields, above: [...above, node.name.text], rank, seen: fields.length };
    this.#lists.push(list);
    add(fields);
    this.#update();
    this.#lists.pop();
  }

  /** Returns the fields with a reference in their documentation that has the rarest word of a title. */
  #withWordsOf(title: string): readonly PlacedField[] {
    const lists = [...(title.match(WORD) ?? [""])].map((word) => this.#referring.get(word) ?? []);
    return lists.reduce((one, other) => (other.length < one.length ? other : one));
  }

  #update(): void {
    for (const list of this.#lists)
      for (; list.seen < list.fields.length; list.seen++) {
        const node = list.fields[list.seen];
        if (node !== undefined) this.#add({ ...list, node });
      }
  }

  #add(place: PlacedField): void {
    const { node, above, rank } = place;
    const { text } = node.name;
    appendTo(this.#byName, text, place);
    const word = wordOf(text);
    const known = this.#byTitle.get(word);
    if (isOpen(node.type) && (known === undefined || rank < known.rank))
      this.#byTitle.set(word, place);
    for (const type of typesIn(node.type))
      if (type.kind === "name" && type.word !== undefined)
        appendTo(this.#byType, wordOf(type.word), place);
    if (REFERENCE.test(node.documentation) || SEE.test(node.documentation))
      for (const each of new Set(["", ...(node.documentation.match(WORD) ?? [])]))
        appendTo(this.#referring, each, place);
    for (const child of node.children) this.#add({ node: child, above: [...above, text], rank });
  }
}

/** Returns the list of the fields of an object, which may be that of another object. */
export function fieldsOf({ sameAs, children }: FieldNode): FieldNode[] {
  return sameAs ?? children;
}

export function isEmpty(node: FieldNode): boolean {
  return fieldsOf(node).length === 0;
}

/** The words of a reference in front of the title that it is to. */
const REFERENCE = /见|参考|参照|参阅/;

const SEE = /\bsee\b/i;

/** Tells whether a reference in front of it ends in a title. */
function refersTo(documentation: string, title: string): boolean {
  const at = documentation.lastIndexOf(title);
  if (at <= 0 || /^\w/.test(documentation.slice(at + title.length))) return false;
  let end = at;
  while (end > 0 && /\W/.test(documentation.charAt(end - 1))) end -= 1;
  const isSeen = SEE.test(documentation.slice(Math.max(0, end - 4), end));
  return isSeen || REFERENCE.test(documentation.slice(end, at));
}

function wordOf(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
