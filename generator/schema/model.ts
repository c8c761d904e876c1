import type { Embedding, Field, JsonField, Model, TypeDeclaration } from "../model/api.js";
import { descriptionOf } from "./documentation.js";
import { fieldSchema } from "./field.js";
import { members, type JsonObject } from "./json.js";
import type { SchemaScope } from "./type.js";

/** Returns the schema of a model in JSON. */
export function modelSchema(model: Model, scope: SchemaScope): JsonObject {
  const { deprecated } = model;
  const { embeddings, fields } = partsOf(model, "json", scope);
  const told = {
    description: descriptionOf(model),
    deprecated: deprecated === undefined ? undefined : true,
  };
  if (embeddings.length === 0) return members({ ...told, ...objectSchema(fields, scope) });
  const parts = embeddings.map(({ type, documentation }) =>
    members({
      $ref: scope.addressOf(type, "json"),
      description: documentation === "" ? undefined : documentation,
    }),
  );
  const own = fields.length === 0 ? [] : [objectSchema(fields, scope)];
  const all = [...parts, ...own];
  // A model that has no more than another one is an object of its own, and no other name for that.
  return members({ ...told, type: all.length === 1 ? "object" : undefined, allOf: all });
}

/** Returns the schema of an object with fields. */
export function objectSchema(fields: readonly JsonField[], scope: SchemaScope): JsonObject {
  const required = fields.filter((field) => field.required === true);
  const properties = fields.map((field) => [field.json.name, fieldSchema(field, scope)] as const);
  return members({
    type: "object",
    required: required.length === 0 ? undefined : required.map(({ json }) => json.name),
    properties: Object.fromEntries(properties) as JsonObject,
  });
}

/** The fields of a model on one wire. */
type WireFields<Wire extends "json" | "xml"> = NonNullable<Model[Wire]>;

interface ModelParts<Wire extends "json" | "xml"> {
  /** The embedded models that the schema refers to. */
  readonly embeddings: readonly Embedding[];
  /** The fields that the schema has itself. */
  readonly fields: WireFields<Wire>;
}

/** Parts a model: an embedded one with a hidden field would demand that field, so its other fields are copied. */
export function partsOf<Wire extends "json" | "xml">(
  model: Model,
  wire: Wire,
  scope: SchemaScope,
): ModelParts<Wire> {
  const all: readonly Field[] = model[wire] ?? [];
  const shown = new Set(all);
  const whole = model.embeddings.flatMap((embedding) => {
    const embedded = embeddedModel(embedding.type, scope.declarations);
    const fields: readonly Field[] = embedded?.[wire] ?? [];
    const isWhole = fields.length > 0 && fields.every((field) => shown.has(field));
    return isWhole ? [{ embedding, fields }] : [];
  });
  const promoted = new Set<Field>(whole.flatMap(({ fields }) => fields));
  return {
    embeddings: whole.map(({ embedding }) => embedding),
    fields: all.filter((field) => !promoted.has(field)) as unknown as WireFields<Wire>,
  };
}

/** Returns the model that a name stands for. */
export function embeddedModel(
  name: string,
  declarations: ReadonlyMap<string, TypeDeclaration>,
): Model | undefined {
  const declaration = declarations.get(name);
  if (declaration?.kind === "model") return declaration;
  const type = declaration?.kind === "alias" ? declaration.type : undefined;
  return type?.kind === "reference" ? embeddedModel(type.name, declarations) : undefined;
}
