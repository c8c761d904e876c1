import type { MessageKind } from "../../dialect/dialect.js";
import type { ModelDraft } from "../../go/draft.js";
import { camelCase, pascalCase } from "../../names.js";
import type { SourceText } from "../../source/source.js";
import { groupBy } from "../../source/collections.js";
import type { ParseContext } from "../context.js";
import type { CallbackDraft } from "../draft.js";
import type { JsonNode } from "../examples/json.js";
import { typePart } from "../examples/parts.js";
import type { PageExamples } from "../examples/typing.js";
import type { XmlElement } from "../examples/xml.js";
import { valuesOf } from "../examples/xml-values.js";
import type { FieldNode } from "./fields.js";
import type { JsonMessage } from "./json-message.js";
import { xmlFields, withoutItems } from "./message-fields.js";
import { discriminatorsOf, type Discriminator } from "./message-kind.js";
import { modelsOf } from "./models.js";
import { emptyPart, partsOf, type Subject } from "./part.js";
import { plainTitle } from "./plain.js";

interface MessageOptions {
  readonly documentation: string;
  /** The name of the message, if the heading gives it. */
  readonly name: string | undefined;
  readonly page: PageExamples;
}

/** Messages of one form, and its models. */
interface ToldMessages {
  readonly name: string;
  /** The role and the name of the first message. */
  readonly key: string;
  readonly callbacks: readonly CallbackDraft[];
  readonly models: readonly ModelDraft[];
}

/** Makes callbacks of the messages of a section: those with the same values are examples of one. */
export function messagesOf(
  subject: Subject,
  options: MessageOptions,
  context: ParseContext,
): ToldMessages[] {
  const { kinds = [] } = context.dialect.messages ?? {};
  const rows = partsOf(subject).flatMap(({ fields }) => fields);
  const [first, ...others] = subject.messages.map(({ root }) => root);
  if (first === undefined) return [];
  const inXml = kinds.filter(({ mark }) => mark === undefined);
  const kind = inXml.find(({ fields: [field] }) => hasText(first, field));
  if (kind === undefined) {
    const fields = inXml.flatMap(({ fields: [field] }) => field ?? []);
    context.report("unread-message", first.range, { fields });
    return [];
  }
  const groups = groupBy([first, ...others], (root) =>
    JSON.stringify(kind.fields.map((field) => textOf(root, field))),
  );
  return [...groups.values()].map((roots) =>
    messageOf(roots, kind, rows, { subject, ...options }, context),
  );
}

/** Makes callbacks of the messages in JSON of a section. */
export function jsonMessagesOf(
  messages: readonly JsonMessage[],
  { subject, documentation, name: given, page }: MessageOptions & { readonly subject: Subject },
  context: ParseContext,
): ToldMessages[] {
  const { range } = subject.title;
  const rows = partsOf(subject).flatMap(({ fields }) => fields);
  const role = roleOf(subject, context);
  return messages.map(({ kind, examples, discriminators }): ToldMessages => {
    const others = { hidden: new Set<string>(), address: new Set<string>() };
    const part = { ...emptyPart(rows), examples: [...examples] };
    const typed = typePart(part, others, page, context);
    const values = discriminators.map(({ value }) => value);
    const name = (messages.length === 1 ? given : undefined) ?? nameOf(values, kind);
    const ending = role === "reply" ? "ReplyMessage" : "Message";
    const model: SourceText = { text: `${pascalCase(name)}${ending}`, range };
    for (const { value } of examples)
      context.examples.push({ model: model.text, value, ignored: [], language: "json" });
    return {
      name: pascalCase(name),
      key: `${role} ${name}`,
      models: modelsOf(model, plainTitle(subject.title.text), typed),
      callbacks: [callbackOf(role, { text: name, range }, model, discriminators, documentation)],
    };
  });
}

function callbackOf(
  role: CallbackDraft["role"],
  name: SourceText,
  model: SourceText,
  discriminators: readonly Discriminator[],
  documentation: string,
): CallbackDraft {
  return {
    role,
    isExample: true,
    name,
    envelope: { kind: "name", name: model.text, range: model.range },
    conditions: discriminators.map(({ field, value, range }) => ({
      field: { text: field, range },
      value: { kind: "literal", value, range },
    })),
    documentation,
  };
}

function hasText(root: XmlElement, field: string | undefined): boolean {
  return root.children.some(({ name, children }) => name === field && children.length === 0);
}

function textOf({ children }: XmlElement, field: string): string | undefined {
  return children.find(({ name }) => name === field)?.text.trim();
}

function messageOf(
  roots: readonly XmlElement[],
  kind: MessageKind,
  rows: readonly FieldNode[],
  { subject, documentation, name: given, page }: MessageOptions & { readonly subject: Subject },
  context: ParseContext,
): ToldMessages {
  const { range } = subject.title;
  const { values, wrappers } = valuesOf(roots, documentationIn(rows));
  const part = {
    ...emptyPart(withoutItems(rows, wrappers, membersIn(values))),
    examples: values.map((value) => exampleOf(value)),
  };
  const others = { hidden: new Set<string>(), address: new Set<string>() };
  const typed = typePart(part, others, { ...page, untold: "string" }, context);
  const fields = xmlFields(typed, [], wrappers);
  const role = roleOf(subject, context);
  const discriminators = discriminatorsOf(roots[0], kind, rows, context);
  const [names = []] = discriminators;
  const name =
    given ??
    nameOf(
      names.map(({ value }) => value),
      kind,
    );
  const ending = role === "reply" ? "ReplyMessage" : "Message";
  const model: SourceText = { text: `${pascalCase(name)}${ending}`, range };
  const title = plainTitle(subject.title.text);
  for (const value of values)
    context.examples.push({ model: model.text, value, ignored: [], language: "xml" });
  return {
    name: pascalCase(name),
    key: `${role} ${name}`,
    models: modelsOf(model, title, fields),
    callbacks: discriminators.map((list) => {
      const own = list.map(({ value }) => value);
      const text = discriminators.length === 1 ? name : nameOf(own, kind);
      const callback = callbackOf(role, { text, range }, model, list, documentation);
      const { envelope: shared } = kind;
      return role === "message" && shared !== undefined ? { ...callback, shared } : callback;
    }),
  };
}

/** Returns the names of all members of values. */
function membersIn(values: readonly JsonNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (node: JsonNode) => {
    if (node.kind === "list") node.elements.forEach(add);
    if (node.kind !== "object") return;
    for (const { name, value } of node.members) {
      names.add(name);
      add(value);
    }
  };
  values.forEach(add);
  return names;
}

function exampleOf(value: JsonNode) {
  return { value, isStrict: true, isMember: false, mistakes: [] };
}

/** Returns a function that finds the texts and the types of all rows about a field of a name. */
function documentationIn(rows: readonly FieldNode[]): (name: string) => string {
  const texts = new Map<string, string>();
  const add = ({ name, type, documentation, children }: FieldNode) => {
    const word = type.kind === "name" ? type.name : "";
    texts.set(name.text, `${texts.get(name.text) ?? ""} ${word} ${documentation}`);
    children.forEach(add);
  };
  rows.forEach(add);
  return (name) => texts.get(name) ?? "";
}

/** Tells whether a section is about a reply, by its title and that of the page. */
function roleOf({ title }: Subject, { dialect, source }: ParseContext): CallbackDraft["role"] {
  const [first = ""] = source.text.trimStart().split("\n", 1);
  const expression = new RegExp(dialect.messages?.reply ?? "(?!)", "iu");
  return [title.text, first].some((text) => expression.test(plainTitle(text)))
    ? "reply"
    : "message";
}

/**
 * Names a message after the value that says most about it. A value of one word takes those of the value before it:
 * `create` of `change_external_chat` is `createExternalChat`.
 */
function nameOf(values: readonly Discriminator["value"][], { prefix }: MessageKind): string {
  const [last = "", before = ""] = values.map(String).toReversed();
  const isClear = before === "" || /[a-z\d]_[a-z\d]/i.test(last);
  const words = isClear ? last : `${last}_${before.replace(/^change_/, "")}`;
  const name = camelCase(words.toLowerCase());
  return prefix === "" || name.startsWith(prefix)
    ? name
    : camelCase(`${prefix}_${words.toLowerCase()}`);
}
