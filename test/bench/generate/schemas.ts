/** The models of a spec as its peers read them: JSON Schema, and OpenAPI 3.1. */
import { checkSpec } from "../../../generator/project/check.js";
import type {
  Enum,
  Model,
  Reference,
  Type,
} from "../../../generator/outputs/typescript/plan/plan.js";
import type { SpecFile } from "../../../generator/source/spec-file.js";

type Schema = Readonly<Record<string, unknown>>;

/** The same models in both forms. */
export interface PeerInputs {
  /** A schema whose `definitions` are the models and enums. */
  readonly jsonSchema: Schema;
  /** A description without paths, whose components they are. */
  readonly openApi: Schema;
  /** What the models are called in TypeScript. */
  readonly modelNames: readonly string[];
}

/**
 * Derives the input of the peers from what md2sdk reads in a spec. What a model embeds stands in it:
 * that is less work for a peer than `allOf`.
 */
export function peerInputsOf(specFiles: readonly SpecFile[]): PeerInputs {
  const { modules } = checkSpec(specFiles).plan;
  const declarations = modules
    .flatMap((module) => module.declarations)
    .filter((declaration) => declaration.kind === "model" || declaration.kind === "enum");
  const schemasAt = (place: string): Schema => {
    const entries = declarations.map((declaration) => {
      const schema =
        declaration.kind === "model" ? modelSchema(declaration, place) : enumSchema(declaration);
      return [declaration.names.type, schema];
    });
    return Object.fromEntries(entries) as Schema;
  };
  return {
    jsonSchema: {
      $schema: "http://json-schema.org/draft-07/schema#",
      definitions: schemasAt("#/definitions"),
    },
    openApi: {
      openapi: "3.1.0",
      info: { title: "API", version: "1.0.0" },
      paths: {},
      components: { schemas: schemasAt("#/components/schemas") },
    },
    modelNames: declarations.filter(({ kind }) => kind === "model").map(({ names }) => names.type),
  };
}

function modelSchema({ fields, documentation }: Model, place: string): Schema {
  const properties = fields.map(({ wireName, type, documentation }) => {
    return [wireName, { ...typeSchema(type, place), description: documentation }];
  });
  return {
    type: "object",
    description: documentation,
    properties: Object.fromEntries(properties) as Schema,
    required: fields.filter(({ optional }) => !optional).map(({ wireName }) => wireName),
    additionalProperties: false,
  };
}

function enumSchema({ base, members, documentation }: Enum): Schema {
  const type = base.kind === "string" ? "string" : "integer";
  return { type, description: documentation, enum: members.map(({ value }) => value) };
}

/** @throws {Error} for a type that the documents of this repository do not use */
function typeSchema(type: Type, place: string): Schema {
  switch (type.kind) {
    case "string":
    case "boolean":
    case "integer":
      return { type: type.kind };
    case "long":
      return { type: "integer", format: type.format };
    case "list":
      return { type: "array", items: typeSchema(type.element, place) };
    case "reference":
      return referenceSchema(type, place);
    default:
      throw new Error(`Unexpected type ${type.kind}, expected one that the spec uses`);
  }
}

function referenceSchema({ names }: Reference, place: string): Schema {
  return { $ref: `${place}/${names.type}` };
}
