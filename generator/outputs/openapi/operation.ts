import type { Call } from "../../model/api.js";
import { descriptionOf } from "../../schema/documentation.js";
import { members, type Json, type JsonObject } from "../../schema/json.js";
import { objectSchema } from "../../schema/model.js";
import { typeSchema } from "../../schema/type.js";
import { parameterOf, requestParts, type RequestParts } from "./parameter.js";
import type { OpenApiScope } from "./scope.js";

/** The name of the security scheme of access tokens. */
export const ACCESS_TOKEN = "accessToken";

/** The type of a form without a file. */
const FORM = "application/x-www-form-urlencoded";

/** The name of the file in the form of an upload. */
const FILE = "media";

const BINARY = { type: "string", format: "binary" } as const;

/**
 * Returns the operation of a call.
 *
 * @param renamed the names of parameters in the path of the operation, by the names of the fields
 */
export function operationOf(
  call: Call,
  tag: string | undefined,
  renamed: ReadonlyMap<string, string>,
  scope: OpenApiScope,
): JsonObject {
  const parts = requestParts(call, scope);
  const parameters = parametersOf(call, parts, renamed, scope);
  return members({
    tags: tag === undefined ? undefined : [tag],
    ...documentationMembers(call),
    operationId: call.name,
    deprecated: call.deprecated === undefined ? undefined : true,
    ...scope.linkTo(`call ${call.name}`),
    parameters: parameters.length === 0 ? undefined : parameters,
    requestBody: requestBody(call, parts, scope),
    responses: { ...successResponses(call, scope), ...errorResponses(call, scope) },
    security: hasToken(call, scope) ? [{ [ACCESS_TOKEN]: [] }] : undefined,
  });
}

/** Tells whether a call carries the token; one of which the specification does not say it has that of the API. */
export function hasToken({ accessToken }: Call, { hasSecurity }: OpenApiScope): boolean {
  return accessToken ?? hasSecurity;
}

/** Divides documentation into a summary, which has one line, and a description for more than that. */
export function documentationMembers(documented: Pick<Call, "documentation" | "deprecated">) {
  const description = descriptionOf(documented);
  const [summary = ""] = documented.documentation.split("\n", 1);
  return {
    summary: summary === "" ? undefined : summary,
    description: description === summary ? undefined : description,
  };
}

function parametersOf(
  { request, parameters, transfer }: Call,
  { path, query, headers }: RequestParts,
  renamed: ReadonlyMap<string, string>,
  scope: OpenApiScope,
): readonly JsonObject[] {
  const nameOf = (name: string) => renamed.get(name) ?? name;
  if (request.kind === "any") {
    const names = parameters.map((name) => {
      return { name: nameOf(name), in: "path", required: true, schema: { type: "string" } };
    });
    const schema = { type: "object", additionalProperties: true };
    return transfer.carrier === "body"
      ? names
      : [...names, { name: "query", in: "query", style: "form", explode: true, schema }];
  }
  return [
    ...path.map((field) => parameterOf(field, "path", scope, nameOf(field.json.name))),
    ...query.map((field) => parameterOf(field, "query", scope)),
    ...headers.map((field) => parameterOf(field, "header", scope)),
  ];
}

function requestBody(
  { request, transfer, parameters, headers = [] }: Call,
  { body }: RequestParts,
  scope: OpenApiScope,
): JsonObject | undefined {
  if (transfer.carrier === "query") return undefined;
  if (transfer.carrier === "upload") {
    const { file = FILE } = transfer;
    const schema = { type: "object", required: [file], properties: { [file]: BINARY } };
    return { required: true, content: { "multipart/form-data": { schema } } };
  }
  const isWhole = parameters.length + headers.length === 0 || request.kind === "any";
  if (!isWhole && body.length === 0) return undefined;
  const schema = isWhole ? typeSchema(request, scope) : objectSchema(body, scope);
  const isNeeded = request.kind === "any" || body.length > 0;
  const content = transfer.isForm === true ? { [FORM]: { schema } } : jsonContent(schema);
  return members({ required: isNeeded ? true : undefined, content });
}

/** Returns the answers of a call that succeeds. */
function successResponses(call: Call, scope: OpenApiScope): JsonObject {
  const { answers = [{ status: "200", type: call.response }] } = call;
  return Object.fromEntries(
    answers.map(({ status, type }) => [status, responseOf(type, call, scope)]),
  );
}

function responseOf(
  response: Call["response"],
  { transfer }: Call,
  scope: OpenApiScope,
): JsonObject {
  if (response.kind === "binary")
    return { description: "OK", content: { "application/octet-stream": { schema: BINARY } } };
  if (response.kind === "text")
    return { description: "OK", content: { "text/plain": { schema: { type: "string" } } } };
  if (response.kind === "empty") return { description: "OK" };
  const declaration =
    response.kind === "reference" ? scope.declarations.get(response.name) : undefined;
  const [line = ""] = (declaration?.documentation ?? "").split("\n", 1);
  const content = jsonContent(typeSchema(response, scope));
  return members({
    description: line === "" ? "OK" : line,
    content: transfer.method === "HEAD" ? undefined : content,
  });
}

/** Returns the answers with an error status. */
function errorResponses({ errors = [] }: Call, scope: OpenApiScope): JsonObject {
  const responses = errors.map(({ status, type, documentation = "" }) => {
    const isAny = type.kind === "any";
    const body = isAny ? "" : (scope.declarations.get(type.name)?.documentation ?? "");
    const [line = ""] = body.split("\n", 1);
    const content = isAny ? undefined : jsonContent(typeSchema(type, scope));
    return [status, members({ description: documentation || line || "Error", content })];
  });
  return Object.fromEntries(responses) as JsonObject;
}

/** Returns the content of JSON with a schema. */
export function jsonContent(schema: Json): JsonObject {
  return { "application/json": { schema } };
}
