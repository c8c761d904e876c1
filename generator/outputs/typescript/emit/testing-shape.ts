import type { Call, Field, JsonKind, Module, Model, Type } from "../plan/plan.js";
import { modelIn } from "../plan/aliases.js";
import { namesWith } from "../plan/long-integers.js";
import { stringLiteral } from "./literal.js";

/** The declared shapes of the objects in requests. */
export interface Shapes {
  /** The declarations of the shapes, by the names of their constants. */
  readonly constants: ReadonlyMap<string, string>;
  /** Returns the constant of the shape of a call's request, if the specification says something about it. */
  readonly of: (call: Call) => string | undefined;
  /** Returns the members of a request that its query, its form, its path or its headers write as text although they are something else. */
  readonly parametersOf: (call: Call) => readonly string[];
}

/** Returns the text of an object. */
export function objectText(members: readonly string[]): string {
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Makes the shapes of all requests: a fake server checks them. */
export function shapesOf(modules: readonly Module[]): Shapes {
  const declared = modules
    .flatMap(({ declarations }) => declarations)
    .filter((one) => one.kind !== "constant");
  const types = new Map(declared.map((one) => [one.names.type, one]));
  const demanding = namesWith(
    declared,
    (type) => type.kind === "model" && demandedOf(type).length > 0,
  );
  // A loop over a map also visits the models added during the loop.
  const models = new Map<string, Model>();
  const shapeOf = (type: Type): string | undefined => {
    const model = modelIn(type, types);
    if (model === undefined || !demanding.has(model.names.type)) return undefined;
    const constant = `shapeOf${model.names.type}`;
    models.set(constant, model);
    return constant;
  };
  const calls = modules.flatMap((module) => module.calls);
  const shapes = new Map(calls.map((call) => [call.names.call, shapeOf(call.request)]));
  const constants = new Map<string, string>();
  for (const [constant, model] of models)
    constants.set(constant, objectText(membersOf(model, shapeOf)));
  return {
    constants,
    of: ({ names }) => shapes.get(names.call),
    parametersOf: (call) => parametersOf(call, modelIn(call.request, types)?.json ?? []),
  };
}

function membersOf(model: Model, shapeOf: (type: Type) => string | undefined): string[] {
  const fields = model.json ?? [];
  const inside = fields.flatMap((field) => {
    const shape = shapeOf(field.type);
    return shape === undefined ? [] : [`${stringLiteral(field.wireName)}: ${shape}`];
  });
  return [
    ...named("required", demandedOf(model)),
    ...(inside.length === 0 ? [] : [`inside: () => ({ ${inside.join(", ")} })`]),
  ];
}

function parametersOf(
  { transfer, path, headers }: Call,
  fields: readonly Field[],
): readonly string[] {
  const isJson = transfer.carrier === "body" && transfer.isForm !== true;
  if (isJson && !/[{?]/.test(path) && headers.length === 0) return [];
  const ofKind = (kind: JsonKind) => fields.filter((field) => kindOf(field) === kind);
  return [
    ...named("numbers", ofKind("number")),
    ...named("booleans", ofKind("boolean")),
    ...named("lists", fields.filter(isList)),
  ];
}

function named(name: string, fields: readonly Field[]): string[] {
  if (fields.length === 0) return [];
  return [`${name}: [${fields.map(({ wireName }) => stringLiteral(wireName)).join(", ")}]`];
}

function isList({ structure }: Field): boolean {
  return structure.kind === "list" || structure.kind === "array";
}

/** Returns the fields that every request has; those of any type may be `null`, which the check takes for nothing. */
function demandedOf({ json = [], input = [] }: Model): readonly Field[] {
  const demanded = new Set(
    input.flatMap(({ property, isRequired }) => (isRequired ? property : [])),
  );
  return json.filter(
    (field) => demanded.has(field.property) && (isList(field) || kindOf(field) !== "any"),
  );
}

/** The kind of the values of a field in JSON, or of the items of a list. */
function kindOf({ structure, quoted }: Field): JsonKind {
  return quoted ? "string" : kindOfType(structure);
}

function kindOfType(type: Type): JsonKind {
  switch (type.kind) {
    case "list":
    case "array":
      return kindOfType(type.element);
    case "reference":
      return type.json;
    case "integer":
    case "float":
    case "long":
      return "number";
    case "boolean":
      return "boolean";
    case "map":
      return "object";
    case "any":
    case "external":
      return "any";
    default:
      return "string";
  }
}
