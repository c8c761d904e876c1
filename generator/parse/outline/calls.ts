import type { Dialect } from "../../dialect/dialect.js";
import type { SourceText } from "../../source/source.js";
import type { ParseContext } from "../context.js";
import type { EndpointDraft } from "../draft.js";
import type { JsonExample, JsonMember } from "../examples/json.js";
import type { Details } from "../examples/typing.js";
import { shapeOf } from "../examples/shape.js";
import type { Part, Subject } from "./part.js";

/** The calls and models of a page, and the objects that sections of their own describe. */
interface JoinedSubjects {
  readonly calls: readonly Subject[];
  /** The rows of objects by the names of the members that hold them. */
  readonly details: ReadonlyMap<string, Details>;
  /** The texts about these objects. */
  readonly texts: readonly string[];
}

/**
 * Puts what sections without an endpoint say to the calls of their page: another form of the request or the
 * response of its only call, such as the types of a message, or the members of an object that several calls have.
 */
export function joinSubjects(
  subjects: readonly Subject[],
  { dialect }: ParseContext,
): JoinedSubjects {
  const [call, ...others] = subjects.filter(({ endpoint }) => endpoint.path !== undefined);
  if (dialect.calls.names !== "path" || call === undefined)
    return { calls: subjects, details: new Map(), texts: [] };
  const texts: string[] = [];
  const details = new Map<string, Details>();
  const calls = subjects.filter((subject) => {
    const { request, response, own, isCall, endpoint } = subject;
    if (endpoint.path !== undefined || isEmpty(own, request, response)) return true;
    const [example] = [...own.examples, ...request.examples];
    const member = example?.isMember === true ? memberOf(example) : undefined;
    if (member !== undefined) {
      const rows = [...own.fields, ...request.fields];
      details.set(member.name, { rows, shape: shapeOf(member.value) });
    } else if (others.length > 0 || !isCall) return true;
    else {
      addVariant(call.request, isEmpty(request) && isEmpty(response) ? own : request);
      addVariant(call.response, response);
    }
    (others.length > 0 ? texts : call.texts).push(...subject.texts);
    return false;
  });
  return { calls, details, texts };
}

function memberOf({ value }: JsonExample): JsonMember | undefined {
  return value.kind === "object" ? value.members[0] : undefined;
}

function addVariant(part: Part, other: Part): void {
  if (!isEmpty(other)) part.variants.push(other);
}

function isEmpty(...parts: readonly Part[]): boolean {
  return parts.every(({ fields, examples }) => fields.length === 0 && examples.length === 0);
}

/**
 * Returns an endpoint whose path has the parameters of the query of an address, if the request is in the body of
 * the call.
 */
export function withQuery(
  endpoint: EndpointDraft | undefined,
  { endpoint: { query, path } }: Subject,
  { calls, examples }: Dialect,
): EndpointDraft | undefined {
  if (examples === undefined || path === undefined || endpoint?.transfer.carrier !== "body")
    return endpoint;
  const { range } = path;
  const names = namesIn(query).filter((name) => name !== calls.token);
  const parts = names.flatMap((text, index) => [
    `${index === 0 ? "?" : "&"}${text}=`,
    { text, range },
  ]);
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

/** Tells whether a call carries the access token, by its address and by the rows of its request. */
export function hasToken({ endpoint: { query }, request }: Subject, { calls }: Dialect): boolean {
  if (calls.token === undefined) return false;
  return (
    namesIn(query).includes(calls.token) ||
    request.fields.some(({ name }) => name.text === calls.token)
  );
}

function namesIn(query = ""): string[] {
  return query.split("&").flatMap((pair) => /^[A-Za-z_][\w.-]*(?=$|=)/.exec(pair) ?? []);
}
