import type { Call, Field, JsonKind, Module, Model, Type, TypeDeclaration } from "../plan/plan.js";
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
  const constants = new Map<string, string>();
  const shapeOf = (type: Type): string | undefined => {
    const model = modelIn(type, types);
    if (model === undefined || !demanding.has(model.names.type)) return undefined;
    const constant = `shapeOf${model.names.type}`;
    if (constants.has(constant)) return constant;
    // The place comes first: a model may be inside of itself.
    constants.set(constant, "");
    constants.set(constant, objectText(membersOf(model, shapeOf)));
    return constant;
  };
  const calls = modules.flatMap((module) => module.calls);
  const shapes = new Map(calls.map((call) => [call.names.call, shapeOf(call.request)]));
  return {
    constants,
    of: ({ names }) => shapes.get(names.call),
    parametersOf: (call) => parametersOf(call, modelIn(call.request, types)?.json ?? []),
  };
}

/** The model of the objects that a type has inside lists and maps, too. */
function modelIn(type: Type, types: ReadonlyMap<string, TypeDeclaration>): Model | undefined {
  if (type.kind === "list" || type.kind === "array") return modelIn(type.element, types);
  // The keys of a map are no members of a model.
  if (type.kind !== "reference") return undefined;
  const declaration = types.get(type.names.type);
  if (declaration?.kind === "alias") return modelIn(declaration.type, types);
  return declaration?.kind === "model" ? declaration : undefined;
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

/** Returns the fields that every request has. */
function demandedOf({ json = [], input = [] }: Model): readonly Field[] {
  const demanded = new Set(
    input.flatMap(({ property, isRequired }) => (isRequired ? property : [])),
  );
  return json.filter(({ property }) => demanded.has(property));
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
