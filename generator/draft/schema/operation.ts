import type { Call, Transfer } from "../../model/api.js";
import { camelCase, pascalCase } from "../../names.js";
import { deprecationOf, toldIn, withGuesses } from "./facts.js";
import type { Names } from "./names.js";
import type { RequestFinder } from "./requests.js";
import type { SchemaReader } from "./reader.js";
import type { Parameter, Root } from "./root.js";
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
  const { root, reader, requests, callNames } = scope;
  const guesses: string[] = [];
  const id = textOf(operation["operationId"]);
  if (id === "") guesses.push("the name");
  const name = callNames.take(
    id === "" ? camelCase(`${method} ${path.replaceAll(/\W+/g, " ")}`) : id,
  );
  const body = root.bodyOf(operation["requestBody"]);
  const isUpload = method === "post" && body?.kind === "multipart";
  const transfer: Transfer = isUpload
    ? { carrier: "upload", method: "POST" }
    : (TRANSFERS[method] ?? { carrier: "body", method: "POST" });
  if (body !== undefined && !isUpload && (body.kind !== "json" || transfer.carrier === "query"))
    guesses.push(`the body, which is ${body.mediaType}`);
  const parameters = root.parametersOf([...shared, ...listOf(operation["parameters"])]);
  for (const { place, name: own } of parameters)
    if (place !== "path" && place !== "query") guesses.push(`the ${place} \`${own}\``);
  const isOpen = parameters.some(isFreeForm);
  const used = parameters.filter(
    (one) => one.place === "path" || (one.place === "query" && !isObjectIn(one)),
  );
  for (const one of parameters)
    if (one.place === "query" && isObjectIn(one) && !isFreeForm(one))
      guesses.push(`the parameter \`${one.name}\`, which is an object`);
  const content = body?.kind === "json" && transfer.carrier === "body" ? body.schema : undefined;
  const request: Call["request"] = isOpen
    ? { kind: "any" }
    : requests.find(`${pascalCase(name)}Request`, used, content);
  const inQuery = used.filter(({ place }) => place === "query").map((one) => one.name);
  const query = inQuery.map((one) => `${one}={${one}}`).join("&");
  const hasQuery = transfer.carrier === "body" && query !== "";
  const told = toldIn(operation);
  const { documentation } = told;
  const summary = textOf(operation["summary"]);
  const isRepeated = documentation === summary || documentation.startsWith(`${summary}\n`);
  return {
    kind: "call",
    name,
    transfer,
    path: hasQuery ? `${path}?${query}` : path,
    parameters: used.filter(({ place }) => place === "path" || hasQuery).map((one) => one.name),
    accessToken: root.needsToken(operation),
    request,
    response: responseOf(operation, name, method, reader, scope, guesses),
    documentation: withGuesses(
      summary === "" || isRepeated ? documentation : [summary, documentation].join("\n\n").trim(),
      guesses,
    ),
    ...deprecationOf(operation, told),
  };
}

function isObjectIn({ schema }: Parameter): boolean {
  return schema["type"] === "object";
}

/** Whether a parameter stands for a query of any parameters. */
function isFreeForm(parameter: Parameter): boolean {
  const { properties, additionalProperties } = parameter.schema;
  return (
    parameter.place === "query" &&
    isObjectIn(parameter) &&
    properties === undefined &&
    additionalProperties === true
  );
}

function responseOf(
  operation: ValueObject,
  call: string,
  method: string,
  reader: SchemaReader,
  { root, requests }: OperationScope,
  guesses: string[],
): Call["response"] {
  const name = `${pascalCase(call)}Response`;
  const schema = root.answerOf(operation);
  if (schema === undefined || method === "head") return requests.empty(name);
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
