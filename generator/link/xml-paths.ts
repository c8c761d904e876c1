import type { XmlTag } from "../model/tags.js";

/** A field with its tag, and the depth of its embedding. */
interface Placed {
  readonly tag: XmlTag;
  readonly depth: number;
}

/** A name of a path: the fields whose paths end there, and the names below. */
interface Step<Item> {
  readonly items: Set<Item>;
  readonly next: Map<string, Step<Item>>;
}

/** The paths of the fields of a struct, none of which may be the beginning of another (encoding/xml, typeinfo). */
export class XmlPaths<Item extends Placed> {
  readonly #roots = new Map<XmlTag["place"], Step<Item>>();
  readonly #found = new Set<Item>();

  /** The fields that are in the struct, in their order. */
  get found(): ReadonlySet<Item> {
    return this.#found;
  }

  /**
   * Adds a field, unless a less nested one is in its way; more nested ones make room.
   *
   * @returns a field of the same depth that is in its way, if there is one: Go refuses the struct then
   */
  add(item: Item): Item | undefined {
    const { end, conflicts } = this.#walk(item);
    if (conflicts.some(({ depth }) => depth < item.depth)) return undefined;
    const equal = conflicts.find(({ depth }) => depth === item.depth);
    if (equal !== undefined) return equal;
    for (const hidden of conflicts) {
      this.#walk(hidden).end.items.delete(hidden);
      this.#found.delete(hidden);
    }
    end.items.add(item);
    this.#found.add(item);
    return undefined;
  }

  #walk(item: Item): { readonly end: Step<Item>; readonly conflicts: readonly Item[] } {
    const { place, parents, name } = item.tag;
    const conflicts: Item[] = [];
    let step = stepIn(this.#roots, place);
    for (const part of [...parents, name]) {
      conflicts.push(...[...step.items].filter(({ tag }) => isNear(tag, item.tag)));
      step = stepIn(step.next, part);
    }
    const rest = [step];
    for (let below = rest.pop(); below !== undefined; below = rest.pop()) {
      conflicts.push(...[...below.items].filter(({ tag }) => isNear(tag, item.tag)));
      rest.push(...below.next.values());
    }
    return { end: step, conflicts };
  }
}

function stepIn<Key, Item>(steps: Map<Key, Step<Item>>, key: Key): Step<Item> {
  const step = steps.get(key) ?? { items: new Set(), next: new Map() };
  steps.set(key, step);
  return step;
}

/** Whether two namespaces may be the same one: a tag without a namespace means any. */
function isNear({ namespace: one }: XmlTag, { namespace: other }: XmlTag): boolean {
  return one === undefined || other === undefined || one === other;
}
