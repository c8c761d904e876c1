import type { Dialect } from "../../dialect/dialect.js";
import type { SourceText } from "../../source/source.js";
import type { EndpointDraft } from "../draft.js";
import type { FieldNode } from "./fields.js";
import type { Part, Subject } from "./part.js";

/**
 * Returns an endpoint whose path has the fields of the query, if the request is in the body of the call: the
 * parameters of the address, and the fields whose column says so.
 */
export function withQuery(
  endpoint: EndpointDraft | undefined,
  { endpoint: { query, path }, request, own }: Subject,
  { calls, examples }: Dialect,
): EndpointDraft | undefined {
  if (path === undefined || endpoint?.transfer.carrier !== "body") return endpoint;
  const { range } = path;
  const inAddress = examples === undefined ? [] : namesIn(query);
  const fields = [...request.fields, ...own.fields].filter(({ isInQuery }) => isInQuery);
  const told = fields.filter(({ name }) => !inAddress.includes(name.text)).map(({ name }) => name);
  const names = [...inAddress.map((text) => ({ text, range })), ...told];
  const parts = names
    .filter(({ text }) => text !== calls.token)
    .flatMap((name, index) => [`${index === 0 ? "?" : "&"}${name.text}=`, name]);
  return { ...endpoint, path: [...endpoint.path, ...parts] };
}

/** Returns the names of the fields that the address of a call shows: in its path, and in its query. */
export function parametersOf(
  { endpoint: { query }, title: { range } }: Subject,
  endpoint: EndpointDraft | undefined,
  { calls, examples }: Dialect,
): SourceText[] {
  const inPath = (endpoint?.path ?? []).filter((part) => typeof part !== "string");
  // Tables of other dialects have the parameters of a query.
  if (examples === undefined || endpoint?.transfer.carrier === "body") return inPath;
  return [
    ...inPath,
    ...namesIn(query)
      .filter((name) => name !== calls.token)
      .map((text) => ({ text, range })),
  ];
}

/**
 * Tells whether a call carries the access token, by its address and by the rows of its request; returns nothing in
 * a dialect without such a parameter.
 */
export function hasToken(
  { endpoint: { query }, request }: Subject,
  { calls }: Dialect,
): boolean | undefined {
  if (calls.token === undefined) return undefined;
  return (
    namesIn(query).includes(calls.token) ||
    request.fields.some(({ name }) => name.text === calls.token)
  );
}

/** Returns the names of the fields of a request that the address of the call carries. */
export function namesInAddress(
  { fields }: Part,
  endpoint: EndpointDraft | undefined,
): ReadonlySet<string> {
  const inPath = endpoint?.path.flatMap((part) => (typeof part === "string" ? [] : part.text));
  const isQuery = endpoint !== undefined && endpoint.transfer.carrier !== "body";
  return new Set(isQuery ? namesOf(fields) : inPath);
}

function namesOf(fields: readonly FieldNode[]): string[] {
  return fields.flatMap(({ name, children }) => [name.text, ...namesOf(children)]);
}

function namesIn(query = ""): string[] {
  return query.split("&").flatMap((pair) => /^[A-Za-z_][\w.-]*(?=$|=)/.exec(pair) ?? []);
}

/** Returns the field that a path of names leads to. */
export function fieldAt(
  fields: readonly FieldNode[],
  [first, ...others]: readonly string[],
): FieldNode | undefined {
  const field = fields.find(({ name }) => name.text === first);
  return others.length === 0 || field === undefined ? field : fieldAt(field.children, others);
}

/** Makes the field of a parameter that only the address shows. */
export function parameterField(name: SourceText): FieldNode {
  const { range } = name;
  return {
    name,
    type: { kind: "name", name: "string", range },
    documentation: "",
    meaning: { required: { value: true, range } },
    children: [],
  };
}

/** Returns the method and the path of a call, if these give its name on every page. */
export function callKeyOf(
  { section, endpoint: { method = "POST", path } }: Subject,
  { calls }: Dialect,
): string | undefined {
  const isByPath = calls.names === "path" && section.role !== "call";
  return isByPath && path !== undefined ? `${method} ${path.text}` : undefined;
}
