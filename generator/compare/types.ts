import type { Type } from "../model/api.js";
import type { SymbolId } from "../model/index.js";
import {
  both,
  compareCompiled,
  compareTaken,
  leafOf,
  OTHER,
  SAME,
  type Leaf,
  type Relation,
} from "./leaf.js";
import type { OwnedType, Version } from "./version.js";

/** The difference between a type of the new version and the old one. */
type TypeChange =
  "type-changed" | "type-widened" | "type-narrowed" | "range-widened" | "range-narrowed";

/** The difference between the types in one place. */
interface TypeDifference {
  /** Absent if both types have the same values. */
  readonly change: TypeChange | undefined;
  /** The representations of 64-bit integers, if a setting has changed them. */
  readonly int64: Relation["int64"];
}

/** The new identities of types with another name, by the old ones. */
export type Renamed = ReadonlyMap<SymbolId, SymbolId>;

/** Compares the types of two versions. */
export class TypeComparison {
  readonly #old: Version;
  readonly #new: Version;
  readonly #renamed: Renamed;
  readonly #compiled: Judgement = { known: new Map(), leaves: compareCompiled, seesAround: false };
  readonly #taken: Judgement = {
    known: new Map(),
    leaves: ({ type: old }, { type: now }) => compareTaken(old, now),
    seesAround: true,
  };

  constructor(old: Version, now: Version, renamed: Renamed) {
    this.#old = old;
    this.#new = now;
    this.#renamed = renamed;
  }

  /**
   * Compares first as the compiler does; if it sees no difference, by the values that the codecs take.
   * A type that both versions declare is the same here: its own changes are told there.
   */
  differenceOf(old: OwnedType, now: OwnedType): TypeDifference {
    const compiled = this.#compare(old, now, this.#compiled);
    const change = typeChangeOf(compiled, () => this.#compare(old, now, this.#taken));
    return { change, int64: compiled.int64 };
  }

  /** Follows both types inwards, through aliases, lists, arrays and maps. */
  #compare(old: OwnedType, now: OwnedType, { known, leaves, seesAround }: Judgement): Relation {
    const path: Step[] = [];
    const open = new Set<string>();
    for (let types: Both = [old, now]; ;) {
      const pair = this.#pairOf(types);
      // A type may contain itself: if everything else agrees, it is the same there, too.
      if (open.has(pair)) return path.map(({ around }) => around).reduce(both, SAME);
      if (pair !== "") open.add(pair);
      const inner = this.#innerOf(types);
      path.push({ pair, around: (seesAround && inner?.around) || SAME });
      const end = this.#areSame(types) ? SAME : known.get(pair);
      if (end !== undefined) return remember(known, path, end);
      if (inner === undefined) {
        const [before, after] = [leafOf(types[0], this.#old), leafOf(types[1], this.#new)];
        return remember(known, path, leaves(before, after));
      }
      types = inner.types;
    }
  }

  /** Whether two types have one name, in both versions or by a renaming. */
  #areSame([old, now]: Both): boolean {
    const id = namedTypeId(old);
    return id !== undefined && (this.#renamed.get(id) ?? id) === namedTypeId(now);
  }

  /** Returns the names of two types; an empty text if one of them has no name. */
  #pairOf([old, now]: Both): string {
    const ids = [namedTypeId(old), namedTypeId(now)];
    return ids.includes(undefined) ? "" : ids.join(" ");
  }

  /** Returns the types that two types stand for or have inside, if they have one form. */
  #innerOf([old, now]: Both): Inner | undefined {
    const types: Both = [this.#old.resolved(old), this.#new.resolved(now)];
    const inner = this.#elementsOf(types);
    if (inner !== undefined) return inner;
    const isResolved = types[0].type === old.type && types[1].type === now.type;
    return isResolved ? undefined : { types, around: SAME };
  }

  /** Returns the elements of two lists or arrays, or the values of two maps. */
  #elementsOf([before, after]: Both): Inner | undefined {
    const [old, now] = [before.type, after.type];
    const inside = (one: Type, other: Type): Both => [
      { ...before, type: one },
      { ...after, type: other },
    ];
    if (isSequence(old) && isSequence(now)) {
      return { types: inside(old.element, now.element), around: compareLengths(old, now) };
    }
    if (old.kind !== "map" || now.kind !== "map") return undefined;
    const around = compareTaken(this.#old.keyOf(old), this.#new.keyOf(now));
    return { types: inside(old.value, now.value), around };
  }
}

type Both = readonly [old: OwnedType, now: OwnedType];

/** A comparison: as the compiler sees types, or by the values that codecs take. */
interface Judgement {
  /** The relations of pairs of named types. */
  readonly known: Map<string, Relation>;
  readonly leaves: (old: Leaf, now: Leaf) => Relation;
  /** Whether lengths of arrays and keys of maps matter. */
  readonly seesAround: boolean;
}

/** A pair of types on the way inwards, and the relation of their values beside the types inside. */
interface Step {
  readonly pair: string;
  readonly around: Relation;
}

/** The types inside of two types, and the relation of the values around. */
interface Inner {
  readonly types: Both;
  readonly around: Relation;
}

function typeChangeOf(
  { oldInNew, newInOld }: Relation,
  compareRanges: () => Relation,
): TypeChange | undefined {
  if (!oldInNew && !newInOld) return "type-changed";
  if (!oldInNew) return "type-narrowed";
  if (!newInOld) return "type-widened";
  const values = compareRanges();
  if (values.oldInNew && values.newInOld) return undefined;
  return values.oldInNew ? "range-widened" : "range-narrowed";
}

/** Returns the identity of a type that has a name, declared or not. */
function namedTypeId({ type }: OwnedType): SymbolId | undefined {
  const hasName = type.kind === "reference" || type.kind === "external";
  return hasName ? `declaration ${type.name}` : undefined;
}

/** Remembers the relations of the pairs of a path, from its end outwards; returns the outermost. */
function remember(known: Map<string, Relation>, path: readonly Step[], end: Relation): Relation {
  let relation = end;
  for (const { pair, around } of path.toReversed()) {
    relation = both(around, relation);
    if (pair !== "") known.set(pair, relation);
  }
  return relation;
}

type Sequence = Extract<Type, { kind: "list" | "array" }>;

function isSequence(type: Type): type is Sequence {
  return type.kind === "list" || type.kind === "array";
}

/** Compares lengths: a list takes any number of elements. */
function compareLengths(old: Sequence, now: Sequence): Relation {
  if (old.kind === "array" && now.kind === "array") return old.length === now.length ? SAME : OTHER;
  return { oldInNew: now.kind === "list", newInOld: old.kind === "list" };
}
