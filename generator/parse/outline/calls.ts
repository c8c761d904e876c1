import type { ParseContext } from "../context.js";
import type { JsonExample, JsonMember, JsonNode } from "../examples/json.js";
import type { Details } from "../examples/typing.js";
import { joinShapes, shapeOf } from "../examples/shape.js";
import type { SourceRange } from "../../source/source.js";
import type { FieldNode } from "./fields.js";
import { jsonMessagesIn } from "./json-message.js";
import { isMessage, type Part, type Subject } from "./part.js";

/** The calls and models of a page, and the objects that sections of their own describe. */
interface JoinedSubjects {
  readonly calls: readonly Subject[];
  /** The rows of objects by the names of the members that hold them. */
  readonly details: ReadonlyMap<string, Details>;
  /** The texts about these objects. */
  readonly texts: readonly string[];
}

/** An object that sections of their own describe, and the place of its name in the first one. */
interface Described extends Details {
  readonly range: SourceRange;
}

/**
 * Puts what sections without an endpoint say to the calls of their page: another form of the request or the
 * response of its only call, such as the types of a message, or the members of an object that several calls have.
 */
export function joinSubjects(
  subjects: readonly Subject[],
  { dialect, report }: ParseContext,
): JoinedSubjects {
  const [call, ...others] = subjects.filter(
    (subject) => subject.endpoint.path !== undefined && !isMessage(subject),
  );
  if (dialect.calls.names !== "path" || call === undefined)
    return { calls: subjects, details: new Map(), texts: [] };
  const texts: string[] = [];
  const details = new Map<string, Described>();
  const calls = subjects.filter((subject) => {
    const { request, response, own, isCall, endpoint } = subject;
    const isOther =
      endpoint.path !== undefined ||
      subject.messages.length > 0 ||
      jsonMessagesIn(subject, dialect).length > 0;
    if (isOther || isEmpty(own, request, response)) return true;
    const examples = [...own.examples, ...request.examples];
    const member =
      memberOf(examples) ?? (isEmpty(response) ? elementOf(examples[0], call) : undefined);
    if (member !== undefined) {
      const rows = [...own.fields, ...request.fields];
      details.set(member.name, described(member, rows, details.get(member.name)));
    } else if (others.length > 0 || !(isCall || hasForm(own))) return true;
    else {
      addOwn(subject);
      addVariant(call.request, request);
      addVariant(call.response, response);
    }
    (others.length > 0 ? texts : call.texts).push(...subject.texts);
    return false;
  });
  const names = namesOf(calls);
  for (const [name, { range }] of details)
    if (!names.has(name)) report("unplaced-section", range, { name });
  return { calls, details, texts };
}

/** Returns the member that an example consists of, without the object around it. */
function memberOf([example]: readonly JsonExample[]): JsonMember | undefined {
  if (example?.isMember !== true || example.value.kind !== "object") return undefined;
  const [member, ...others] = example.value.members;
  return others.length === 0 ? member : undefined;
}

/**
 * Returns an example as the member of a response whose objects have a member in common with it, which the request lacks: a
 * section about one kind of these objects.
 */
function elementOf(example: JsonExample | undefined, call: Subject): JsonMember | undefined {
  if (example?.value.kind !== "object") return undefined;
  const { value } = example;
  const names = new Set(value.members.map(({ name }) => name));
  if ([...topNames(call.request)].some((name) => names.has(name))) return undefined;
  for (const { value: response } of call.response.examples) {
    const found = memberWith(response, (inner) =>
      inner.members.some(({ name }) => names.has(name)),
    );
    if (found === undefined) continue;
    const isList = found.value.kind === "list";
    return isList
      ? { ...found, value: { ...found.value, elements: [value] } }
      : { ...found, value };
  }
  return undefined;
}

/** Returns the names of the members of an object itself, by its rows and its examples. */
function topNames({ fields, examples }: Part): ReadonlySet<string> {
  const members = examples.flatMap(({ value }) => (value.kind === "object" ? value.members : []));
  const rows = fields.map(({ name }) => name.text);
  return new Set([...rows, ...members.map(({ name }) => name)]);
}

/** Finds the first member that holds an object of some kind, or a list of them. */
function memberWith(
  node: JsonNode,
  isMeant: (object: JsonNode & { readonly kind: "object" }) => boolean,
): JsonMember | undefined {
  if (node.kind !== "object") return undefined;
  for (const member of node.members) {
    const inner = member.value.kind === "list" ? member.value.elements[0] : member.value;
    if (inner?.kind !== "object") continue;
    const found = isMeant(inner) ? member : memberWith(inner, isMeant);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Adds the rows and the members of a section to those of earlier ones about the same member. */
function described(
  { value, range }: JsonMember,
  rows: readonly FieldNode[],
  known: Described | undefined,
): Described {
  if (known === undefined) return { rows, shape: shapeOf(value), range };
  const shape = joinShapes([known.shape, shapeOf(value)]);
  return { rows: [...known.rows, ...rows], shape, range: known.range };
}

/** Returns the names of all fields and members that the calls of a page have. */
function namesOf(calls: readonly Subject[]): ReadonlySet<string> {
  const names = new Set<string>();
  const addFields = (fields: readonly FieldNode[]) => {
    for (const { name, children } of fields) {
      names.add(name.text);
      addFields(children);
    }
  };
  const addMembers = (node: JsonNode) => {
    if (node.kind === "list") node.elements.forEach(addMembers);
    if (node.kind !== "object") return;
    for (const { name, value } of node.members) {
      names.add(name);
      addMembers(value);
    }
  };
  const addPart = ({ fields, examples, variants }: Part) => {
    addFields(fields);
    for (const { value } of examples) addMembers(value);
    variants.forEach(addPart);
  };
  for (const { own, request, response } of calls) [own, request, response].forEach(addPart);
  return names;
}

/** Gives what no heading tells apart to the part of a form that lacks it, to the request first. */
function addOwn({ own, request, response }: Subject): void {
  (request.fields.length === 0 ? request : response).fields.push(...own.fields);
  (request.examples.length === 0 ? request : response).examples.push(...own.examples);
}

function addVariant(part: Part, other: Part): void {
  if (!isEmpty(other)) part.variants.push(other);
}

/** Tells whether rows with an example of the whole object are in a section, though no line above says of which part. */
function hasForm({ fields, examples }: Part): boolean {
  return fields.length > 0 && examples.length > 0;
}

function isEmpty(...parts: readonly Part[]): boolean {
  return parts.every(({ fields, examples }) => fields.length === 0 && examples.length === 0);
}
