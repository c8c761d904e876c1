import type { Api, ScalarType, Type, TypeDeclaration } from "../model/api.js";
import { members, type Json, type JsonObject } from "./json.js";
import { keyPattern, scalarSchema } from "./scalar.js";
import type { SchemaStyle } from "./style.js";

/** The declarations that schemas refer to, and the style of the schemas. */
export interface SchemaScope extends SchemaStyle {
  readonly declarations: ReadonlyMap<string, TypeDeclaration>;
}

/** Returns the declarations of types of an API by their names. */
export function typeDeclarations({ documents }: Api): ReadonlyMap<string, TypeDeclaration> {
  const all = documents.flatMap(({ declarations }) => declarations);
  const types = all.filter((declaration) => declaration.kind !== "constant");
  return new Map(types.map((declaration) => [declaration.name, declaration]));
}

/** Returns the schema of the values of a type. */
export function typeSchema(type: Type, scope: SchemaScope): JsonObject {
  switch (type.kind) {
    case "any":
      return {};
    case "external":
      return { title: type.name };
    case "reference":
      return { $ref: scope.addressOf(type.name, "json") };
    case "time":
      return { type: "string", format: "date-time" };
    case "bytes":
      return { type: "string", contentEncoding: "base64" };
    case "list":
      return { type: "array", items: partSchema(type.element, scope) };
    case "array": {
      const { length } = type;
      const items = partSchema(type.element, scope);
      return { type: "array", items, minItems: length, maxItems: length };
    }
    case "map": {
      const key = resolvedType(type.key, scope);
      const pattern = key.kind === "integer" ? keyPattern(key) : undefined;
      return members({
        type: "object",
        propertyNames: pattern === undefined ? undefined : { pattern },
        additionalProperties: partSchema(type.value, scope),
      });
    }
    default:
      return scalarSchema(type, scope);
  }
}

/** Returns the schema of an item of a list, or of a value of a map. */
function partSchema(type: Type, scope: SchemaScope): JsonObject {
  const schema = typeSchema(type, scope);
  return scope.nulls === "all" ? nullable(schema) : schema;
}

/** Returns a schema that takes `null`, too. */
export function nullable(schema: JsonObject): JsonObject {
  const { type } = schema;
  if (typeof type === "string") return { ...schema, type: [type, "null"] };
  const isAny = !("$ref" in schema);
  return isAny ? schema : { anyOf: [schema as Json, { type: "null" }] };
}

/** Returns the type that a name stands for; for a model, the name itself. */
export function resolvedType(
  type: Type,
  { declarations }: Pick<SchemaScope, "declarations">,
): Type {
  const declaration = type.kind === "reference" ? declarations.get(type.name) : undefined;
  if (declaration?.kind === "alias") return resolvedType(declaration.type, { declarations });
  return declaration?.kind === "enum" ? declaration.base : type;
}

/** Returns the scalar that a type stands for. */
export function scalarOf(
  type: Type,
  scope: Pick<SchemaScope, "declarations">,
): ScalarType | undefined {
  const resolved = resolvedType(type, scope);
  return isScalar(resolved) ? resolved : undefined;
}

function isScalar(type: Type): type is ScalarType {
  return ["string", "boolean", "integer", "float"].includes(type.kind);
}
