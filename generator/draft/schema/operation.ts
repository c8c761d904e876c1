import type { Call, StatusAnswer } from "../../model/api.js";
import type { Transfer } from "../../model/transfer.js";
import { camelCase, pascalCase } from "../../names.js";
import { paragraphs } from "../../source/text.js";
import { deprecationOf, toldIn, withGuesses } from "./facts.js";
import type { Names } from "./names.js";
import type { RequestFinder } from "./requests.js";
import type { SchemaReader } from "./reader.js";
import type { Body, Parameter, Root } from "./root.js";
import { isObject, listOf, objectOf, textOf, type Value, type ValueObject } from "./value.js";

/** The things that operations are read with. */
export interface OperationScope {
  readonly root: Root;
  readonly reader: SchemaReader;
  readonly requests: RequestFinder;
  readonly callNames: Names;
}

/** The methods of HTTP that calls have, with the carriers of their requests. */
const TRANSFERS: Readonly<Record<string, Transfer>> = {
  get: { carrier: "query", method: "GET" },
  head: { carrier: "query", method: "HEAD" },
  delete: { carrier: "query", method: "DELETE" },
  post: { carrier: "body", method: "POST" },
  put: { carrier: "body", method: "PUT" },
  patch: { carrier: "body", method: "PATCH" },
};

/** Whether a member of a path is an operation that documents have a method for. */
export function isMethod(name: string): boolean {
  return Object.hasOwn(TRANSFERS, name);
}

/** Reads an operation as a call; models that have no name get one of the call. */
export function readOperation(
  method: string,
  path: string,
  { operation, shared }: { readonly operation: ValueObject; readonly shared: readonly Value[] },
  scope: OperationScope,
): Call {
  const { root, requests, callNames } = scope;
  const guesses: string[] = [];
  const id = textOf(operation["operationId"]);
  if (id === "") guesses.push("the name");
  const words = `${method} ${path.replaceAll(/\W+/g, " ")}`;
  const name = callNames.take(id === "" ? camelCase(words) : id);
  const body = root.bodyOf(operation["requestBody"]);
  const isFile = method !== "head" && root.isFile(operation);
  const transfer = transferOf(method, body, isFile, guesses);
  const all = root.parametersOf([...shared, ...listOf(operation["parameters"])]);
  const used = usedParameters(all, guesses);
  const isInBody = transfer.carrier === "body" && body !== undefined && isReadable(body);
  const request: Call["request"] = all.some(isFreeForm)
    ? { kind: "any" }
    : requests.find(`${pascalCase(name)}Request`, used, isInBody ? body.schema : undefined);
  const headers = used.filter(({ place }) => place === "header").map((one) => one.name);
  const inQuery = used.filter(({ place }) => place === "query").map((one) => one.name);
  const query = inQuery.map((one) => `${one}={${one}}`).join("&");
  const hasQuery = transfer.carrier === "body" && query !== "";
  const told = toldIn(operation);
  return {
    kind: "call",
    name,
    transfer,
    path: hasQuery ? `${path}?${query}` : path,
    parameters: used.filter(({ place }) => place === "path" || hasQuery).map((one) => one.name),
    accessToken: root.needsToken(operation),
    request,
    ...(headers.length > 0 && { headers }),
    ...(transfer.isBinary
      ? { response: { kind: "binary" } }
      : answersOf(operation, name, method, scope, guesses)),
    ...errorsOf(operation, name, scope, guesses),
    documentation: withGuesses(documentationOf(operation, told.documentation), guesses),
    ...deprecationOf(operation, told),
  };
}

/** Returns the method of a call and the carrier of its request; a body that no call has is left to a person. */
function transferOf(
  method: string,
  body: Body | undefined,
  isFile: boolean,
  guesses: string[],
): Transfer {
  const transfer = TRANSFERS[method] ?? { carrier: "body", method: "POST" };
  if (isFile) {
    if (method === "get" && body === undefined)
      return { carrier: "query", method: "GET", isBinary: true };
    if (method === "post" && (body === undefined || body.kind === "json"))
      return { carrier: "body", method: "POST", isBinary: true };
    guesses.push("the response, which is a file");
  }
  if (method === "post" && body?.kind === "multipart") {
    const file = fileOf(body);
    return { carrier: "upload", method: "POST", ...(file !== undefined && { file }) };
  }
  if (method === "delete" && body?.kind === "json") return { carrier: "body", method: "DELETE" };
  if (body !== undefined && (!isReadable(body) || transfer.carrier === "query"))
    guesses.push(`the body, which is ${body.mediaType}`);
  return body?.kind === "form" && transfer.carrier === "body"
    ? { ...transfer, isForm: true }
    : transfer;
}

/** Returns the name of the file in a form, if it is not the usual one. */
function fileOf({ schema }: Body): string | undefined {
  const properties = Object.entries(objectOf(objectOf(schema)["properties"]));
  const file = properties.find(([, property]) => {
    const { format, contentMediaType } = objectOf(property);
    return format === "binary" || contentMediaType !== undefined;
  });
  return file === undefined || file[0] === "media" || !/^[\w.-]+$/.test(file[0])
    ? undefined
    : file[0];
}

function isReadable({ kind }: Body): boolean {
  return kind === "json" || kind === "form";
}

/** Returns the parameters that calls have; others are left to a person. */
function usedParameters(all: readonly Parameter[], guesses: string[]): readonly Parameter[] {
  return all.filter((parameter) => {
    const { place, name } = parameter;
    if (place === "path") return true;
    // Others say how headers of these names are sent.
    if (place === "header" && CLIENT_HEADERS.test(name)) return false;
    if (place === "header" && isTextual(parameter)) return true;
    if (place !== "query") guesses.push(`the ${place} \`${name}\``);
    else if (isTextual(parameter)) return true;
    else if (!isFreeForm(parameter)) guesses.push(`the parameter \`${name}\`, which is not text`);
    return false;
  });
}

/** Headers that parameters of a description do not describe (OpenAPI, Parameter Object). */
const CLIENT_HEADERS = /^(?:accept|authorization|content-type)$/i;

/** Joins a summary and the documentation, which may begin with it. */
function documentationOf(operation: ValueObject, documentation: string): string {
  const summary = textOf(operation["summary"]);
  const isRepeated = documentation === summary || documentation.startsWith(`${summary}\n`);
  return isRepeated ? documentation : paragraphs([summary, documentation]);
}

/** Whether the values of a parameter are texts, or lists of texts. */
function isTextual({ schema }: Parameter): boolean {
  const items = objectOf(schema["items"]);
  const isNested = "$ref" in items || ["object", "array"].includes(textOf(items["type"]));
  return schema["type"] !== "object" && !isNested;
}

/** Whether a parameter stands for a query of any parameters. */
function isFreeForm(parameter: Parameter): boolean {
  const { properties, additionalProperties } = parameter.schema;
  return (
    parameter.place === "query" &&
    parameter.schema["type"] === "object" &&
    properties === undefined &&
    additionalProperties === true
  );
}

/** Reads the answers with an error status; one that is not an object is left to a person. */
function errorsOf(
  operation: ValueObject,
  call: string,
  { root, reader }: OperationScope,
  guesses: string[],
): Pick<Call, "errors"> {
  const errors = root.errorsOf(operation).flatMap(([status, schema]) => {
    const { type } = reader.typeOf(
      schema,
      `${pascalCase(call)}Error${status.replace("default", "")}`,
    );
    if (type.kind === "reference" && reader.isModel(type.name)) return [{ status, type }];
    guesses.push(`the answer with the status ${status}`);
    return [];
  });
  return errors.length === 0 ? {} : { errors };
}

/** Reads the answers of success; one with the usual status alone is no more than the response. */
function answersOf(
  operation: ValueObject,
  call: string,
  method: string,
  scope: OperationScope,
  guesses: string[],
): Pick<Call, "response" | "answers"> {
  const name = `${pascalCase(call)}Response`;
  const found = method === "head" ? [] : scope.root.answersOf(operation);
  const [first, ...others] = found;
  if (first === undefined) return { response: scope.requests.empty(name) };
  const answers = found.map(({ status, form, schema }): StatusAnswer => {
    const own = others.length === 0 ? name : `${pascalCase(call)}Response${status}`;
    return {
      status,
      type: form === "json" ? responseOf(schema, own, scope, guesses) : { kind: form },
    };
  });
  const response = answers[0]?.type ?? { kind: "any" };
  return others.length === 0 && /^(?:200|default)$/.test(first.status)
    ? { response }
    : { response, answers };
}

function responseOf(
  schema: Value,
  name: string,
  { reader }: OperationScope,
  guesses: string[],
): StatusAnswer["type"] {
  if (isObject(schema) && Object.keys(schema).length === 0) return { kind: "any" };
  const { type, guesses: inner } = reader.typeOf(schema, name);
  guesses.push(...inner);
  if (type.kind === "any" || (type.kind === "reference" && reader.isAnswer(type.name))) return type;
  if (type.kind === "list") {
    const own = reader.names.take(name);
    reader.declare(own, objectOf(schema));
    return { kind: "reference", name: own };
  }
  guesses.push("the response, which is neither an object nor a list");
  return { kind: "any" };
}
