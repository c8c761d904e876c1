import { typesIn, type GoType } from "../../go/ast.js";
import type { MeaningDraft } from "../../go/draft.js";
import type { SourceRange, SourceText } from "../../source/source.js";
import type { ParseContext } from "../context.js";
import type { FieldNode } from "../outline/fields.js";
import { isEmpty } from "../outline/objects.js";
import { agrees, isUntold } from "./agreement.js";
import { impliedField, placeFields } from "./placement.js";
import {
  extend,
  membersIn,
  mixtureIn,
  shapeInWords,
  typeOfShape,
  without,
  type Shape,
  type ShapeMember,
} from "./shape.js";

/** Objects nested deeper have no example of their own. */
const DEEPEST = 100;

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
  /** The type of a field that neither its column nor an example tells; default any. */
  readonly untold?: string | undefined;
}

/** The examples of a page, and the document that it is. */
export interface ExampleScope extends PageExamples {
  /** The names of fields in the address of a call, which are texts if no example of the page has them. */
  readonly address: ReadonlySet<string>;
  /** Whether an example shows the object at all: without one, none lacks a field. */
  readonly isShown: boolean;
  readonly context: ParseContext;
  /** The fields of objects to which others refer, with the types that they have without an example of their own. */
  readonly objects: Map<readonly FieldNode[], FieldNode[]>;
  /** The fields of the objects around a field to which others refer. */
  readonly open: ReadonlySet<readonly FieldNode[]>;
}

/** Gives fields their types, as {@link typeFields} does, and those of the objects to which they refer. */
export function typeAll(
  fields: readonly FieldNode[],
  members: ReadonlyMap<string, ShapeMember>,
  outer: Omit<ExampleScope, "objects" | "open">,
): FieldNode[] {
  const objects: ExampleScope["objects"] = new Map();
  const typed = typeFields(fields, members, { ...outer, objects, open: new Set() });
  // A loop over a map also visits the objects added during the loop.
  for (const [rows, own] of objects)
    own.push(...typeFields(rows, new Map(), { ...outer, objects, open: new Set([rows]) }));
  return typed;
}

/**
 * Gives fields the types of the members of examples, and adds the members without a row. A field that not
 * every example has is optional, unless its row says more.
 */
function typeFields(
  fields: readonly FieldNode[],
  members: ReadonlyMap<string, ShapeMember>,
  scope: ExampleScope,
): FieldNode[] {
  const names = new Set(fields.map(({ name }) => name.text));
  const others = [...members].filter(([name]) => !names.has(name));
  // Sections of their own have the rows of an object that the table of a call leaves out.
  const hasSection = ([name]: (typeof others)[number]) => scope.details.has(name);
  reportUndocumented(
    others.filter((other) => !hasSection(other)),
    scope,
  );
  // A table that says which members a request must have does not ask for those that it lacks.
  const isDemanded = fields.every(({ meaning }) => meaning?.required === undefined);
  const rows = [
    ...fields,
    ...others
      .filter(hasSection)
      .map(([text, { range }]): FieldNode => impliedField({ text, range })),
  ];
  return [
    ...rows.map((field) =>
      typeField(...withDetails(field, members.get(field.name.text), scope), scope),
    ),
    ...others
      .filter((other) => !hasSection(other))
      .map(([name, member]) =>
        typeMember(name, { ...member, isAlways: member.isAlways && isDemanded }, scope),
      ),
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
  if (found === undefined) return [field, member];
  const ofOthers = elsewhere.get(text);
  const shape = extend(member?.shape, without(found.shape, membersIn(ofOthers) ?? new Map()));
  const known = extend(ofOthers, found.shape);
  const rows = rowsWith(placeFields(found.rows, known, context), shape, known);
  const range = member?.range ?? field.name.range;
  return [
    { ...field, children: placeFields([...field.children, ...rows], shape, context) },
    { range, isAlways: member?.isAlways === true, shape },
  ];
}

/** Returns the rows of the members that an example has, or that no example of the page has. */
function rowsWith(fields: readonly FieldNode[], shape: Shape, known: Shape): FieldNode[] {
  return fields.flatMap((field) => {
    const member = membersIn(shape)?.get(field.name.text);
    const other = membersIn(known)?.get(field.name.text);
    if (other === undefined) return [field];
    return member === undefined
      ? []
      : [{ ...field, children: rowsWith(field.children, member.shape, other.shape) }];
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
function typeMember(
  name: string,
  { shape, range, isAlways }: ShapeMember,
  scope: ExampleScope,
): FieldNode {
  reportMixture({ text: name, range }, shape, false, scope);
  const field: FieldNode = {
    name: { text: name, range },
    type: typeOfShape(shape, range),
    documentation: "",
    children: [...(membersIn(shape) ?? [])].map(([inner, member]) =>
      typeMember(inner, member, scope),
    ),
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
  const isModel = typesIn(type).some(
    (part) =>
      part.kind === "any" ||
      part.kind === "map" ||
      (part.kind === "name" && part.word !== undefined && !isEmpty(field)),
  );
  const members = isModel ? membersIn(shape) : undefined;
  const isSaid = meaning?.required !== undefined || member?.isAlways === true || !scope.isShown;
  const isDenied = meaning?.required?.value === true && member?.isAlways === false;
  if (isDenied)
    scope.context.report("optional-member", meaning.required.range, { name: name.text });
  return {
    ...field,
    type,
    ...(isSaid && !isDenied ? {} : { meaning: optional(field) }),
    ...typeObject(field, members === undefined ? undefined : shape, scope),
  };
}

/**
 * Gives the fields of an object their types. Fields of another object have those of the example of their own place;
 * without one, or inside of themselves, all of them have the same.
 */
function typeObject(
  { children, sameAs }: FieldNode,
  shape: Shape | undefined,
  scope: ExampleScope,
): Pick<FieldNode, "children" | "sameAs"> {
  const members = membersIn(shape) ?? new Map<string, ShapeMember>();
  if (sameAs === undefined) return { children: typeFields(children, members, scope) };
  const { open, objects, context } = scope;
  if (shape !== undefined && !open.has(sameAs) && open.size < DEEPEST) {
    const inner = { ...scope, open: new Set([...open, sameAs]) };
    const rows = placeFields(sameAs, shape, context);
    return { children: typeFields(rows, members, inner), sameAs: undefined };
  }
  if (!objects.has(sameAs)) objects.set(sameAs, []);
  return { children: [], sameAs: objects.get(sameAs) };
}

function optional({ name, meaning }: FieldNode): MeaningDraft {
  return { ...meaning, required: { value: false, range: name.range } };
}

/** Returns the type of a field by its column and by its example; both are shown where they contradict. */
function typeWith(
  field: FieldNode,
  shape: Shape | undefined,
  scope: ExampleScope & { readonly place: SourceRange | undefined },
): GoType {
  const { context, address, place } = scope;
  const { name, type } = field;
  const { range } = type;
  if (shape === undefined) {
    if (type.kind !== "any") return withFallback(type, { kind: "any", range });
    const isLost = field.lostType !== undefined;
    if (field.isImplied === true || isLost || !isEmpty(field)) return type;
    if (address.has(name.text)) return { kind: "name", name: "string", range };
    const { untold } = scope;
    context.report("missing-example", name.range, { name: name.text, type: untold ?? "unknown" });
    return untold === undefined ? type : { kind: "name", name: untold, range };
  }
  const typed = typeOfShape(shape, range);
  const { examples } = context.dialect;
  reportMixture({ text: name.text, range: place ?? name.range }, shape, !isUntold(type), scope);
  // One example shows one of several types: `integer or string`.
  if (field.lostType !== undefined && isUntold(type)) return type;
  if (type.kind === "any") return typed;
  if (agrees(type, shape)) return isUntold(type) ? typed : withFallback(type, typed);
  const parameters = { name: name.text, shape: shapeInWords(shape), counts: examples ?? "column" };
  const related = place === undefined ? [] : [{ range: place, message: "the example is here" }];
  context.report("example-mismatch", range, parameters, { related });
  if (examples !== "example") return type;
  const isListOf = shape.kind === "list" && agrees(type, shape.element) && !isUntold(type);
  return isListOf ? { kind: "list", element: type, range } : typed;
}

/** Adds the type of an example, or `any` without one, to a name that may be none of the specification. */
function withFallback(type: GoType, typed: GoType): GoType {
  if (type.kind === "list") {
    const element =
      typed.kind === "list" ? typed.element : ({ kind: "any", range: type.range } as const);
    return { ...type, element: withFallback(type.element, element) };
  }
  const isWord = type.kind === "name" && type.word !== undefined;
  return isWord ? { ...type, fallback: typed } : type;
}

/** Reports values that have no type in common. */
function reportMixture(
  { text, range }: SourceText,
  shape: Shape,
  isTyped: boolean,
  { context }: ExampleScope,
): void {
  const kinds = mixtureIn(shape)?.words;
  if (kinds !== undefined) context.report("mixed-example", range, { name: text, kinds, isTyped });
}
