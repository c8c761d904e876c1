import type { Call, JsonField } from "../../model/api.js";
import { fieldSchema } from "../../schema/field.js";
import { members, type Json, type JsonObject } from "../../schema/json.js";
import { embeddedModel } from "../../schema/model.js";
import type { OpenApiScope } from "./scope.js";

/** The fields of the request of a call, by their carriers. */
export interface RequestParts {
  readonly path: readonly JsonField[];
  readonly query: readonly JsonField[];
  readonly headers: readonly JsonField[];
  readonly body: readonly JsonField[];
}

/** Tells which part of a request carries each field. */
export function requestParts(
  { request, path, parameters, transfer, headers = [] }: Call,
  { declarations }: OpenApiScope,
): RequestParts {
  const model =
    request.kind === "reference" ? embeddedModel(request.name, declarations) : undefined;
  const fields = model?.json ?? [];
  const [, queryText = ""] = path.split("?");
  const inQuery = parameters.filter((name) => queryText.includes(`{${name}}`));
  const placed = new Set([...parameters, ...headers]);
  const rest = fields.filter(({ json }) => !placed.has(json.name));
  const inPath = parameters.filter((name) => !inQuery.includes(name));
  return {
    path: named(fields, inPath),
    query: [...named(fields, inQuery), ...(transfer.carrier === "body" ? [] : rest)],
    headers: named(fields, headers),
    body: transfer.carrier === "body" ? rest : [],
  };
}

function named(fields: readonly JsonField[], names: readonly string[]): readonly JsonField[] {
  return fields.filter(({ json }) => names.includes(json.name));
}

/** Returns a parameter of the query, of the path or of the headers. */
export function parameterOf(
  field: JsonField,
  place: "query" | "path" | "header",
  scope: OpenApiScope,
  name = field.json.name,
): JsonObject {
  // The text of a parameter has no `null`.
  const own = { ...field, isPointer: false };
  const { description, deprecated, examples, ...schema } = fieldSchema(own, {
    ...scope,
    nulls: "pointers",
  });
  const [example] = Array.isArray(examples) ? (examples as readonly Json[]) : [];
  return members({
    name,
    in: place,
    description,
    required: place === "path" || field.required === true ? true : undefined,
    deprecated,
    schema,
    example,
  });
}
