import type { ParseContext } from "../context.js";
import { joinFields, placeFields } from "./placement.js";
import type { FieldNode } from "../outline/fields.js";
import type { Part, Subject } from "../outline/part.js";
import type { JsonExample } from "./json.js";
import { joinShapes, membersIn, shapeOf, type Shape } from "./shape.js";
import { typeAll, type PageExamples } from "./typing.js";

/** Returns the shapes of all members of the examples of a page, by their names. */
export function shapesByName(subjects: readonly Subject[]): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  const add = (shape: Shape) => {
    for (const [name, member] of membersIn(shape) ?? []) {
      shapes.set(name, joinShapes([shapes.get(name) ?? { kind: "null" }, member.shape]));
      add(member.shape);
    }
  };
  const addPart = ({ examples, variants }: Part) => {
    for (const { value } of examples) add(shapeOf(value));
    variants.forEach(addPart);
  };
  for (const { own, request, response } of subjects) [own, request, response].forEach(addPart);
  return new Map([...shapes].filter(([, { kind }]) => kind !== "mixed" && kind !== "null"));
}

/**
 * Gives the examples that no title tells apart to the request, or to the response. A request without a body
 * has none: JSON with more than its parameters is the answer.
 */
export function assignExamples({ own, request, response, endpoint }: Subject): void {
  if (!/^(?:GET|HEAD|DELETE)$/.test(endpoint.method ?? "")) {
    const part = request.examples.length === 0 ? request : response;
    part.examples.push(...own.examples);
    return;
  }
  const isAnswered = response.examples.length > 0;
  const isField = (name: string) => request.fields.some((field) => field.name.text === name);
  const isRequest = ({ value }: JsonExample) =>
    isAnswered || (value.kind === "object" && value.members.every(({ name }) => isField(name)));
  const examples = request.examples.splice(0);
  request.examples.push(...examples.filter(isRequest));
  response.examples.push(...examples.filter((example) => !isRequest(example)), ...own.examples);
}

/** The names of a part that its JSON does not have as members. */
export interface OtherNames {
  /** Names that are no fields: members that the client reads itself, or the token that it sends. */
  readonly hidden: ReadonlySet<string>;
  /** The fields in the address of a call. */
  readonly address: ReadonlySet<string>;
}

/** Gives the fields of a part the places and the types that its examples show. */
export function typePart(
  part: Part,
  { hidden, address }: OtherNames,
  page: PageExamples,
  context: ParseContext,
): FieldNode[] {
  const { envelope } = context.dialect.calls;
  const isOwn = (name: string) => !hidden.has(name);
  const forms = [part, ...part.variants].map(({ fields, examples }) => ({
    rows: fields.filter(({ name }) => isOwn(name.text)),
    shape: joinShapes(
      examples.filter((example) => !isError(example, envelope)).map(shapeOfExample),
    ),
  }));
  const shape = joinShapes(forms.map((form) => form.shape));
  const tables = forms
    .filter(({ rows }) => rows.length > 0)
    .map((form) => ({
      fields: placeFields(form.rows, form.shape.kind === "null" ? shape : form.shape, context),
      shape: form.shape,
    }));
  const members = [...(membersIn(shape) ?? [])].filter(([name]) => isOwn(name));
  const isShown = shape.kind !== "null";
  const outer = { ...page, address, isShown, context };
  return typeAll(joinTables(tables), new Map(members), outer);
}

function shapeOfExample({ value }: JsonExample): Shape {
  return shapeOf(value);
}

/** Tells whether an example is the answer to a call that has failed. */
function isError({ value }: JsonExample, envelope: readonly string[]): boolean {
  if (value.kind !== "object") return false;
  return value.members.some(
    ({ name, value: code }) =>
      envelope.includes(name) && code.kind === "number" && code.text !== "0",
  );
}

/** The table of a form of an object, and its examples. */
interface FormTable {
  readonly fields: readonly FieldNode[];
  readonly shape: Shape;
}

/**
 * Joins the fields of several forms of one object. A field is optional if a form lacks its row, and its examples do
 * not have it either.
 */
function joinTables(tables: readonly FormTable[]): FieldNode[] {
  const forms = new Map<string, Map<FormTable, FieldNode>>();
  for (const table of tables)
    for (const field of table.fields) {
      const { text } = field.name;
      const known = forms.get(text) ?? new Map<FormTable, FieldNode>();
      const first = known.get(table);
      forms.set(text, known.set(table, first === undefined ? field : joinFields(first, field)));
    }
  return [...forms].map(([name, rows]) => {
    const memberOf = (table: FormTable) => membersIn(table.shape)?.get(name);
    const inner = [...rows]
      // A form without the fields of an object says nothing of them.
      .filter(([, { children }]) => children.length > 0)
      .map(([table, { children }]): FormTable => ({
        fields: children,
        shape: memberOf(table)?.shape ?? { kind: "null" },
      }));
    const field = { ...[...rows.values()].reduce(joinFields), children: joinTables(inner) };
    if (tables.every((table) => rows.has(table) || memberOf(table)?.isAlways)) return field;
    const required = { value: false, range: field.name.range };
    return { ...field, meaning: { ...field.meaning, required } };
  });
}
