import type { IntegerFormat, Type } from "../model/api.js";

import type { Sides } from "./sentence.js";
import { declarationId, type OwnedType, type Version } from "./version.js";

/** The relation between the values of two types. */
export interface Relation {
  /** Whether all values of the old type are values of the new one. */
  readonly oldInNew: boolean;
  readonly newInOld: boolean;
  /** The representations of 64-bit integers, if a setting has changed them. */
  readonly int64?: Sides;
}

export const SAME: Relation = { oldInNew: true, newInOld: true };
export const OTHER: Relation = { oldInNew: false, newInOld: false };

/** A type that is compared as a whole. */
export interface Leaf {
  /** The type of the values; for an enum, its base. */
  readonly type: Type;
  /** The type to the compiler; for an enum, its base. */
  readonly compiled: string;
  /** For an enum, whether the compiler takes all values of the base: its type is a union then. */
  readonly enum?: "open" | "closed";
}

/** Returns a type as a leaf; the name of an enum stands for that enum. */
export function leafOf(owned: OwnedType, version: Version): Leaf {
  const declaration = version.declarationOf(owned.type);
  if (declaration?.kind !== "enum") {
    return { type: owned.type, compiled: compiledType(owned, version) };
  }
  const base = { owner: declarationId(declaration), type: declaration.base };
  const style = version.enumStyleOf(declaration);
  const isOpen = style === "as-const" || style === "union";
  return { ...leafOf(base, version), enum: isOpen ? "open" : "closed" };
}

/** Returns the type that the compiler sees. */
function compiledType({ owner, type }: OwnedType, { view }: Version): string {
  switch (type.kind) {
    case "integer":
      return (type.format.endsWith("64") ? view.int64.get(owner) : undefined) ?? "number";
    case "external":
      return `external ${view.externals.get(type.name)}`;
    case "reference":
      return `model ${view.names.get(`declaration ${type.name}`)}`;
    default:
      return COMPILED[type.kind];
  }
}

const COMPILED = {
  any: "unknown",
  array: "array",
  boolean: "boolean",
  bytes: "string",
  float: "number",
  list: "list",
  map: "map",
  string: "string",
  time: "string",
} as const;

/** Compares types as the compiler does (TypeScript handbook, Type Compatibility). */
export function compareCompiled(old: Leaf, now: Leaf): Relation {
  const isSetting = old.compiled !== now.compiled && isSameInteger(old, now);
  if (isSetting) return { ...SAME, int64: { old: old.compiled, new: now.compiled } };
  return { oldInNew: isAssignable(old, now), newInOld: isAssignable(now, old) };
}

/** Whether two types are one integer of Go; an enum is a type of its own. */
function isSameInteger({ type: old, ...before }: Leaf, { type: now, ...after }: Leaf): boolean {
  if (before.enum !== undefined || after.enum !== undefined) return false;
  return old.kind === "integer" && now.kind === "integer" && old.format === now.format;
}

/** Whether a value is assignable: to a closed enum, any number that is not of another enum. */
function isAssignable(value: Leaf, target: Leaf): boolean {
  if (target.compiled === "unknown") return true;
  if (value.compiled !== target.compiled) return false;
  if (target.enum !== "closed") return true;
  return target.compiled !== "string" && value.enum !== "closed";
}

/** Compares types by the values that their codecs take. */
export function compareTaken(old: Type, now: Type): Relation {
  return { oldInNew: takes(now, old), newInOld: takes(old, now) };
}

/** Whether the codec of a type takes all values of another one, which is the same to the compiler. */
function takes(taker: Type, given: Type): boolean {
  if (taker.kind === "float") return given.kind !== "float" || given.bits <= taker.bits;
  if (taker.kind === "integer" && given.kind === "integer") {
    const [least, most] = boundsOf(taker.format);
    const [givenLeast, givenMost] = boundsOf(given.format);
    return least <= givenLeast && most >= givenMost;
  }
  return taker.kind === "string" || taker.kind === given.kind;
}

/** Returns the range of a format, exact enough to compare two of them. */
function boundsOf(format: IntegerFormat): readonly [least: number, most: number] {
  const bits = Number(/\d+$/.exec(format)?.[0] ?? 64);
  return format.startsWith("u") ? [0, 2 ** bits] : [-(2 ** (bits - 1)), 2 ** (bits - 1)];
}

/** Returns the relation of types that consist of two parts. */
export function both(one: Relation, other: Relation): Relation {
  const int64 = one.int64 ?? other.int64;
  return {
    ...(int64 !== undefined && { int64 }),
    oldInNew: one.oldInNew && other.oldInNew,
    newInOld: one.newInOld && other.newInOld,
  };
}
