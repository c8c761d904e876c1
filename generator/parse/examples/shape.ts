import type { GoType } from "../../go/ast.js";
import type { SourceRange } from "../../source/source.js";
import type { JsonNode } from "./json.js";

/** The type that values of examples have in common. */
export type Shape =
  | { readonly kind: "string" | "boolean" | "integer" | "number" | "null" }
  /** Values that have no type in common, and the kinds of them in words. */
  | { readonly kind: "mixed"; readonly words: readonly string[] }
  /** An integer that a number of JavaScript cannot hold, or not even 64 bits with a sign. */
  | { readonly kind: "long" | "unsigned" }
  | { readonly kind: "list"; readonly element: Shape }
  | { readonly kind: "object"; readonly members: Members };

export interface ShapeMember {
  readonly shape: Shape;
  /** The place of its name in the first example that has it. */
  readonly range: SourceRange;
  /** Whether every object of the examples has the member. */
  readonly isAlways: boolean;
}

/** Returns the shape of an example; the elements of a list are taken together. */
export function shapeOf(node: JsonNode): Shape {
  switch (node.kind) {
    case "list":
      return { kind: "list", element: joinShapes(node.elements.map(shapeOf)) };
    case "object":
      return { kind: "object", members: new Map(membersOf(node)) };
    case "number":
      return { kind: numberKind(node.text) };
    default:
      return { kind: node.kind };
  }
}

function membersOf({ members }: JsonNode & { readonly kind: "object" }) {
  return members.map(
    ({ name, value, range }) => [name, { shape: shapeOf(value), range, isAlways: true }] as const,
  );
}

function numberKind(text: string): "integer" | "number" | "long" | "unsigned" {
  if (!/^-?\d+$/.test(text)) return "number";
  if (Number.isSafeInteger(Number(text))) return "integer";
  return BigInt(text) < 1n << 63n ? "long" : "unsigned";
}

/** Returns the shape that fits all values: nothing is known of `null` and of an empty list. */
export function joinShapes(shapes: readonly Shape[]): Shape {
  return shapes.reduce(join, { kind: "null" });
}

function join(one: Shape, other: Shape): Shape {
  if (one.kind === "null") return other;
  if (other.kind === "null") return one;
  if (one.kind === "list" && other.kind === "list")
    return { kind: "list", element: join(one.element, other.element) };
  if (one.kind === "object" && other.kind === "object")
    return { kind: "object", members: joinMembers(one.members, other.members) };
  if (one.kind === "mixed" || other.kind === "mixed") return mixedOf([one, other]);
  if (one.kind === other.kind) return one;
  const kinds = new Set([one.kind, other.kind]);
  const isWhole = [...kinds].every((kind) => kind !== "number" && NUMBERS.has(kind));
  if (isWhole) return { kind: kinds.has("unsigned") ? "unsigned" : "long" };
  return [...kinds].every((kind) => NUMBERS.has(kind)) ? { kind: "number" } : mixedOf([one, other]);
}

/** Returns a mixture of shapes; the order of the examples makes no other one. */
function mixedOf(shapes: readonly Shape[]): Shape {
  const words = new Set(shapes.flatMap(wordsOf));
  if (words.has(WORDS.number)) words.delete(WORDS.integer);
  return { kind: "mixed", words: [...words].toSorted() };
}

function wordsOf(shape: Shape): readonly string[] {
  if (shape.kind === "mixed") return shape.words;
  return [shape.kind === "list" ? "a list" : WORDS[shape.kind]];
}

/** Tells whether a shape holds values without a type in common, in lists as well. */
export function mixtureIn(shape: Shape): (Shape & { readonly kind: "mixed" }) | undefined {
  if (shape.kind === "list") return mixtureIn(shape.element);
  return shape.kind === "mixed" ? shape : undefined;
}

const NUMBERS: ReadonlySet<Shape["kind"]> = new Set(["integer", "long", "unsigned", "number"]);

type Members = ReadonlyMap<string, ShapeMember>;

function joinMembers(one: Members, other: Members): Members {
  const joined = new Map(one);
  for (const [name, member] of one) if (!other.has(name)) joined.set(name, sometimes(member));
  for (const [name, member] of other) {
    const known = one.get(name);
    if (known === undefined) joined.set(name, sometimes(member));
    else {
      const isAlways = known.isAlways && member.isAlways;
      joined.set(name, { ...known, shape: join(known.shape, member.shape), isAlways });
    }
  }
  return joined;
}

function sometimes(member: ShapeMember): ShapeMember {
  return { ...member, isAlways: false };
}

/** Returns the members of the objects that a shape is of, also in lists. */
export function membersIn(shape: Shape | undefined): Members | undefined {
  if (shape?.kind === "list") return membersIn(shape.element);
  return shape?.kind === "object" ? shape.members : undefined;
}

/** Returns a shape with the members of another one that it lacks, which some of its objects may have. */
export function extend(shape: Shape | undefined, other: Shape): Shape {
  if (shape === undefined || shape.kind === "null") return other;
  if (shape.kind === "list" && other.kind === "list")
    return { kind: "list", element: extend(shape.element, other.element) };
  if (shape.kind !== "object" || other.kind !== "object") return shape;
  const members = new Map(shape.members);
  for (const [name, member] of other.members) {
    const known = members.get(name);
    const added = known && { ...known, shape: extend(known.shape, member.shape) };
    members.set(name, added ?? sometimes(member));
  }
  return { kind: "object", members };
}

/** Returns an object without the members of another one; objects in both keep the members that are in one alone. */
export function without(shape: Shape, members: Members): Shape {
  if (shape.kind === "list") return { kind: "list", element: without(shape.element, members) };
  if (shape.kind !== "object") return shape;
  const rest = [...shape.members].flatMap(([name, member]) => {
    const known = members.get(name);
    if (known === undefined) return [[name, member] as const];
    const inner = membersIn(known.shape);
    const left = inner === undefined ? undefined : without(member.shape, inner);
    return (membersIn(left)?.size ?? 0) === 0 || left === undefined
      ? []
      : [[name, { ...member, shape: left }] as const];
  });
  return { kind: "object", members: new Map(rest) };
}

/** Returns the type of a shape; of objects and of `null` it says no more than `any`. */
export function typeOfShape(shape: Shape, range: SourceRange): GoType {
  if (shape.kind === "list")
    return { kind: "list", element: typeOfShape(shape.element, range), range };
  const name = NAMES[shape.kind];
  return name === undefined ? { kind: "any", range } : { kind: "name", name, range };
}

const NAMES: Readonly<Partial<Record<Shape["kind"], string>>> = {
  string: "string",
  boolean: "bool",
  integer: "int",
  long: "int64",
  unsigned: "uint64",
  number: "float64",
};

/** Returns a shape in words, for messages: `a list of strings`. */
export function shapeInWords(shape: Shape): string {
  if (shape.kind !== "list") return wordsOf(shape).join(" and ");
  const { element } = shape;
  if (element.kind === "null") return "an empty list";
  if (element.kind === "list") return "a list of lists";
  const words = wordsOf(element).map((word) => `${word.replace(/^an? /, "")}s`);
  return `a list of ${words.join(" and ")}`;
}

const WORDS: Readonly<Record<Exclude<Shape["kind"], "list" | "mixed">, string>> = {
  string: "a string",
  boolean: "a boolean",
  integer: "an integer",
  long: "an integer",
  unsigned: "an integer",
  number: "a number",
  null: "null",
  object: "an object",
};
