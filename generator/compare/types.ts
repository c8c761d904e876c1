import type { Enum, IntegerFormat, IntegerType, LongIntegerType, Type } from "../model/api.js";
import type { Int64 } from "../model/settings.js";
import type { Version } from "./version.js";

/** How a type of the new version differs from that of the old one. */
export type TypeChange =
  "type-changed" | "type-widened" | "type-narrowed" | "range-widened" | "range-narrowed";

/** Which values of one type are values of the other. */
interface Relation {
  readonly oldInNew: boolean;
  readonly newInOld: boolean;
  /** The types of 64-bit integers, if a setting has changed them. */
  readonly int64?: TypeDifference["int64"];
}

const SAME: Relation = { oldInNew: true, newInOld: true };
const OTHER: Relation = { oldInNew: false, newInOld: false };

/** How the types of one place differ. */
export interface TypeDifference {
  /** Absent if every value of the one type is a value of the other. */
  readonly change?: TypeChange;
  /** The types of 64-bit integers, if a setting has changed them. */
  readonly int64?: { readonly old: Int64; readonly new: Int64 };
}

/** Compares the types of two versions. */
export class TypeComparison {
  readonly #old: Version;
  readonly #new: Version;
  /** New names of types by their old ones, both in the specification. */
  readonly #renamed: ReadonlyMap<string, string>;
  /** How pairs of named types are related: to the compiler, and by the values that they take. */
  readonly #types = new Map<string, Relation>();
  readonly #values = new Map<string, Relation>();

  constructor(old: Version, now: Version, renamed: ReadonlyMap<string, string>) {
    this.#old = old;
    this.#new = now;
    this.#renamed = renamed;
  }

  /**
   * Compares first as the compiler does: whether a value of the one type is assignable to the other
   * (TypeScript handbook, Type Compatibility). If it sees no difference, compares the values that the
   * codecs take. A type that both versions declare is the same here: its own changes are told there.
   */
  differenceOf(old: Type, now: Type): TypeDifference {
    const types = this.#compare(old, now, compareTypes);
    const change = changeOf(types, () => this.#compare(old, now, compareValues));
    return {
      ...(types.int64 !== undefined && { int64: types.int64 }),
      ...(change !== undefined && { change }),
    };
  }

  /** Follows both types inwards: aliases stand for a type; lists, arrays and maps have one type in them. */
  #compare(old: Type, now: Type, compareLeaves: LeafComparison): Relation {
    const known = compareLeaves === compareValues ? this.#values : this.#types;
    const path: { readonly pair: string; readonly around: Relation }[] = [];
    const open = new Set<string>();
    for (let [one, other] = [old, now]; ;) {
      const pair = this.#pairOf(one, other);
      // A type may contain itself: where everything else agrees it is the same there, too.
      if (open.has(pair))
        return path.reduce((relation, { around }) => both(relation, around), SAME);
      if (pair !== "") open.add(pair);
      const inner = this.#innerOf(one, other);
      const around = compareLeaves === compareValues ? inner?.around : undefined;
      path.push({ pair, around: around ?? SAME });
      const end = this.#areSame(one, other)
        ? SAME
        : (known.get(pair) ?? (inner ? undefined : this.#compareLeaves(one, other, compareLeaves)));
      if (end !== undefined) return keep(known, path, end);
      if (inner) [one, other] = inner.types;
    }
  }

  /** Whether two types are one by name, in both versions or by a renaming. */
  #areSame(one: Type, other: Type): boolean {
    const name = nameIn(one, this.#old);
    return name !== undefined && (this.#renamed.get(name) ?? name) === nameIn(other, this.#new);
  }

  /** Returns the names of two types; an empty text if one of them has no name. */
  #pairOf(one: Type, other: Type): string {
    const names = [nameIn(one, this.#old), nameIn(other, this.#new)];
    return names.includes(undefined) ? "" : names.join(" ");
  }

  /** Returns the types that two types stand for or have inside, if they are of one form. */
  #innerOf(one: Type, other: Type): Inner | undefined {
    const [old, now] = [this.#old.resolved(one), this.#new.resolved(other)];
    const inner = innerOf(old, now);
    if (inner !== undefined) return inner;
    return old === one && now === other ? undefined : { types: [old, now], around: SAME };
  }

  #compareLeaves(one: Type, other: Type, compareLeaves: LeafComparison): Relation {
    return compareLeaves(leafOf(one, this.#old), leafOf(other, this.#new));
  }
}

function changeOf(
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

function int64Of(type: IntegerType | LongIntegerType): Int64 {
  return type.kind === "long" ? type.representation : "number";
}

/** Returns the name of a type in the specification, if it has one. */
function nameIn(type: Type, version: Version): string | undefined {
  if (type.kind === "external") return type.specName;
  if (type.kind !== "reference") return undefined;
  const declaration = version.declarationOf(type.names.type);
  return declaration?.specName;
}

/** Keeps how the pairs of a path are related, from its end outwards; returns that of the first one. */
function keep(
  known: Map<string, Relation>,
  path: readonly { readonly pair: string; readonly around: Relation }[],
  end: Relation,
): Relation {
  let relation = end;
  for (const { pair, around } of path.toReversed()) {
    relation = both(around, relation);
    if (pair !== "") known.set(pair, relation);
  }
  return relation;
}

/** The types inside of two types, and how the values around those are related. */
interface Inner {
  readonly types: readonly [Type, Type];
  readonly around: Relation;
}

/** Returns the types inside of two lists, arrays or maps. */
function innerOf(one: Type, other: Type): Inner | undefined {
  if (isSequence(one) && isSequence(other)) {
    return { types: [one.element, other.element], around: lengths(one, other) };
  }
  if (one.kind === "map" && other.kind === "map") {
    return { types: [one.value, other.value], around: compareValues(one.key, other.key) };
  }
  return undefined;
}

type LeafComparison = (old: Leaf, now: Leaf) => Relation;

/** What is compared as a whole: a reference to an enum is that enum. */
type Leaf = Enum | Type;

type Sequence = Extract<Type, { kind: "list" | "array" }>;

function leafOf(type: Type, version: Version): Leaf {
  if (type.kind !== "reference") return type;
  const declaration = version.declarationOf(type.names.type);
  return declaration?.kind === "enum" ? declaration : type;
}

function isSequence(type: Type): type is Sequence {
  return type.kind === "list" || type.kind === "array";
}

/** An array of a length is a list of which some values are none. */
function lengths(old: Sequence, now: Sequence): Relation {
  if (old.kind === "array" && now.kind === "array") return old.length === now.length ? SAME : OTHER;
  return { oldInNew: now.kind === "list", newInOld: old.kind === "list" };
}

function compareTypes(old: Leaf, now: Leaf): Relation {
  if (isInteger(old) && isInteger(now) && old.format === now.format) {
    const int64 = { old: int64Of(old), new: int64Of(now) };
    return int64.old === int64.new ? SAME : { ...SAME, int64 };
  }
  const one = typeNameOf(old);
  const other = typeNameOf(now);
  if (old.kind === "enum" && now.kind !== "enum") {
    return one === other ? { oldInNew: true, newInOld: isOpen(old) } : OTHER;
  }
  if (now.kind === "enum" && old.kind !== "enum") {
    return one === other ? { oldInNew: isOpen(now), newInOld: true } : OTHER;
  }
  if (one === other) return SAME;
  return { oldInNew: other === "unknown", newInOld: one === "unknown" };
}

/** Any number is assignable to a numeric enum, any value of the base to a style that keeps open. */
function isOpen({ base, style }: Enum): boolean {
  return typeNameOf(base) !== "string" || style === "as-const" || style === "union";
}

/** What TypeScript sees of a type. */
function typeNameOf(leaf: Leaf): string {
  switch (leaf.kind) {
    case "integer":
    case "float":
      return "number";
    case "string":
    case "time":
    case "bytes":
      return "string";
    case "boolean":
      return "boolean";
    case "long":
      return leaf.representation;
    case "any":
      return "unknown";
    case "enum":
      return typeNameOf(leaf.base);
    case "external":
      return `${leaf.from} ${leaf.type}`;
    case "reference":
      return `model ${leaf.names.type}`;
    case "list":
    case "array":
    case "map":
      return leaf.kind;
  }
}

/** Which values the codecs take, of types that are one to the compiler. */
function compareValues(old: Leaf, now: Leaf): Relation {
  const one = old.kind === "enum" ? old.base : old;
  const other = now.kind === "enum" ? now.base : now;
  return { oldInNew: takes(other, one), newInOld: takes(one, other) };
}

/** Whether a codec takes all values of another. */
function takes(taker: Leaf, given: Leaf): boolean {
  if (taker.kind === "float") {
    return given.kind !== "float" || given.bits <= taker.bits;
  }
  if (isInteger(taker) && isInteger(given)) {
    const [least, most] = boundsOf(taker.format);
    const [givenLeast, givenMost] = boundsOf(given.format);
    return least <= givenLeast && most >= givenMost;
  }
  if (taker.kind === "string") return true;
  return taker.kind === given.kind;
}

function isInteger(leaf: Leaf): leaf is IntegerType | LongIntegerType {
  return leaf.kind === "integer" || leaf.kind === "long";
}

/** The range of a format, as exact as it must be to compare two of them. */
function boundsOf(format: IntegerFormat): readonly [least: number, most: number] {
  const bits = Number(/\d+$/.exec(format)?.[0] ?? 64);
  return format.startsWith("u") ? [0, 2 ** bits] : [-(2 ** (bits - 1)), 2 ** (bits - 1)];
}

function both(one: Relation, other: Relation): Relation {
  const int64 = one.int64 ?? other.int64;
  return {
    ...(int64 !== undefined && { int64 }),
    oldInNew: one.oldInNew && other.oldInNew,
    newInOld: one.newInOld && other.newInOld,
  };
}
