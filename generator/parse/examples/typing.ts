import { typesIn, type GoType } from "../../go/ast.js";
import type { MeaningDraft } from "../../go/draft.js";
import type { SourceRange } from "../../source/source.js";
import type { ParseContext } from "../context.js";
import type { FieldNode } from "../outline/fields.js";
import { placeFields } from "./placement.js";
import {
  extend,
  membersIn,
  shapeInWords,
  typeOfShape,
  without,
  type Shape,
  type ShapeMember,
} from "./shape.js";

/** An object that a section of its own describes, for all calls of a page that have it. */
export interface Details {
  readonly rows: readonly FieldNode[];
  readonly shape: Shape;
}

/** The examples of a page. */
export interface PageExamples {
  readonly elsewhere: ReadonlyMap<string, Shape>;
  /** The rows of objects that sections of their own describe, by the names of the members that hold them. */
  readonly details: ReadonlyMap<string, Details>;
  /** The names of fields that are texts if no example of the page has them; all of them without names. */
  readonly texts?: readonly string[] | "all" | undefined;
}

/** The examples of a page, and the document that it is. */
export interface ExampleScope extends PageExamples {
  readonly context: ParseContext;
}

/**
 * Gives fields the types of the members of examples, and adds the members without a row. A field that not
 * every example has is optional, unless its row says more.
 */
export function typeFields(
  fields: readonly FieldNode[],
  members: ReadonlyMap<string, ShapeMember>,
  scope: ExampleScope,
): FieldNode[] {
  const names = new Set(fields.map(({ name }) => name.text));
  const others = [...members].filter(([name]) => !names.has(name));
  reportUndocumented(others, scope);
  return [
    ...fields.map((field) =>
      typeField(...withDetails(field, members.get(field.name.text), scope), scope),
    ),
    ...others.map(([name, member]) => typeMember(name, member)),
  ];
}

/**
 * Adds the rows of a section of its own to the field of the object that it describes: those of members that the
 * examples of the call have, or that no other call of the page has.
 */
function withDetails(
  field: FieldNode,
  member: ShapeMember | undefined,
  { details, elsewhere, context }: ExampleScope,
): readonly [FieldNode, ShapeMember | undefined] {
  const { text } = field.name;
  const found = details.get(text);
  if (found === undefined || field.children.length > 0) return [field, member];
  const others = without(found.shape, membersIn(elsewhere.get(text)) ?? new Map());
  const shape = extend(member?.shape, others);
  const children = rowsWith(placeFields(found.rows, shape, context), shape);
  const range = member?.range ?? field.name.range;
  return [
    { ...field, children },
    { range, isAlways: member?.isAlways === true, shape },
  ];
}

/** Returns the rows of the members that an example has. */
function rowsWith(fields: readonly FieldNode[], shape: Shape): FieldNode[] {
  return fields.flatMap((field) => {
    const member = membersIn(shape)?.get(field.name.text);
    return member === undefined
      ? []
      : [{ ...field, children: rowsWith(field.children, member.shape) }];
  });
}

function reportUndocumented(
  members: readonly (readonly [string, ShapeMember])[],
  { context }: ExampleScope,
): void {
  const [, first] = members[0] ?? [];
  if (first === undefined) return;
  context.report("undocumented-member", first.range, { names: members.map(([name]) => name) });
}

/** Makes the field of a member without a row; its own members are not reported again. */
function typeMember(name: string, { shape, range, isAlways }: ShapeMember): FieldNode {
  const field: FieldNode = {
    name: { text: name, range },
    type: typeOfShape(shape, range),
    documentation: "",
    children: [...(membersIn(shape) ?? [])].map(([inner, member]) => typeMember(inner, member)),
  };
  return isAlways ? field : { ...field, meaning: optional(field) };
}

function typeField(
  field: FieldNode,
  member: ShapeMember | undefined,
  scope: ExampleScope,
): FieldNode {
  const { name, meaning } = field;
  const own = member?.shape.kind === "null" ? undefined : member?.shape;
  const shape = own ?? scope.elsewhere.get(name.text);
  const type = typeWith(field, shape, { ...scope, place: member?.range });
  const isModel = typesIn(type).some(({ kind }) => kind === "any" || kind === "map");
  const members = isModel ? membersIn(shape) : undefined;
  const isSaid = meaning?.required !== undefined || member?.isAlways === true;
  const isDenied = meaning?.required?.value === true && member?.isAlways === false;
  if (isDenied)
    scope.context.report("optional-member", meaning.required.range, { name: name.text });
  return {
    ...field,
    type,
    ...(isSaid && !isDenied ? {} : { meaning: optional(field) }),
    children: typeFields(field.children, members ?? new Map(), scope),
  };
}

function optional({ name, meaning }: FieldNode): MeaningDraft {
  return { ...meaning, required: { value: false, range: name.range } };
}

/** Returns the type of a field by its column and by its example; both are shown where they contradict. */
function typeWith(
  { name, type, isImplied, children }: FieldNode,
  shape: Shape | undefined,
  { context, texts, place }: ExampleScope & { readonly place: SourceRange | undefined },
): GoType {
  const { range } = type;
  if (shape === undefined) {
    if (type.kind !== "any" || isImplied === true || children.length > 0) return type;
    if (texts === "all" || texts?.includes(name.text) === true)
      return { kind: "name", name: "string", range };
    context.report("missing-example", name.range, { name: name.text });
    return type;
  }
  const typed = typeOfShape(shape, range);
  if (type.kind === "any") return typed;
  if (agrees(type, shape)) return isUntold(type) ? typed : type;
  const { examples } = context.dialect;
  const parameters = { name: name.text, shape: shapeInWords(shape), counts: examples ?? "column" };
  const related = place === undefined ? [] : [{ range: place, message: "the example is here" }];
  context.report("example-mismatch", range, parameters, { related });
  if (examples !== "example") return type;
  const isListOf = shape.kind === "list" && agrees(type, shape.element) && !isUntold(type);
  return isListOf ? { kind: "list", element: type, range } : typed;
}

/** Tells whether a type leaves open what an example can tell: `object`, `array`. */
function isUntold(type: GoType): boolean {
  if (type.kind === "map") return isUntold(type.value);
  return type.kind === "list" ? isUntold(type.element) : type.kind === "any";
}

/** Tells whether values of a shape may have a type. */
function agrees(type: GoType, shape: Shape): boolean {
  if (shape.kind === "null" || shape.kind === "mixed") return true;
  switch (type.kind) {
    case "list":
    case "array":
      return shape.kind === "list" && agrees(type.element, shape.element);
    case "pointer":
      return agrees(type.element, shape);
    case "map":
      return shape.kind === "object";
    case "name":
      // The name of a model or an enum says nothing here.
      return type.word !== undefined || (KINDS.get(type.name) ?? [shape.kind]).includes(shape.kind);
    default:
      return true;
  }
}

const KINDS = new Map<string, readonly Shape["kind"][]>([
  ["string", ["string"]],
  ["bool", ["boolean"]],
  ...["", "8", "16", "32", "64"].flatMap((bits) =>
    ["int", "uint"].map((name) => [`${name}${bits}`, ["integer", "long"]] as const),
  ),
  ["float32", ["integer", "long", "number"]],
  ["float64", ["integer", "long", "number"]],
]);
