import type { Dialect, MessageKind } from "../../dialect/dialect.js";
import type { SourceRange } from "../../source/source.js";
import type { JsonExample, JsonNode } from "../examples/json.js";
import { partsOf, type Subject } from "./part.js";
import { plainTitle } from "./plain.js";

/** A value that tells a message in JSON from others. */
export interface JsonDiscriminator {
  /** The path to the member, with dots. */
  readonly field: string;
  readonly value: string;
  readonly range: SourceRange;
}

/** A message in JSON with the examples of it. */
export interface JsonMessage {
  readonly kind: MessageKind;
  readonly examples: readonly JsonExample[];
  readonly discriminators: readonly JsonDiscriminator[];
}

/**
 * Returns the messages in JSON that a section without an endpoint shows: objects with the member that marks those of
 * a server, or replies to them.
 */
export function jsonMessagesIn(subject: Subject, { messages }: Dialect): readonly JsonMessage[] {
  if (messages === undefined || subject.endpoint.path !== undefined) return [];
  const isReply = new RegExp(messages.reply, "iu").test(plainTitle(subject.title.text));
  const found = new Map<string, JsonMessage & { readonly examples: JsonExample[] }>();
  for (const example of partsOf(subject).flatMap(({ examples }) => examples)) {
    const kind = messages.kinds.find(
      ({ mark }) => mark !== undefined && (isReply || at(example.value, mark) !== undefined),
    );
    const discriminators = (kind?.fields ?? []).flatMap((field): JsonDiscriminator[] => {
      const value = at(example.value, field);
      return value?.kind === "string" ? [{ field, value: value.value, range: value.range }] : [];
    });
    if (kind === undefined || discriminators.length === 0) continue;
    const key = JSON.stringify(discriminators.map(({ field, value }) => [field, value]));
    const known = found.get(key);
    if (known === undefined) found.set(key, { kind, examples: [example], discriminators });
    else known.examples.push(example);
  }
  return [...found.values()];
}

/** Returns the value at a path of members with dots. */
function at(node: JsonNode, path: string): JsonNode | undefined {
  return path.split(".").reduce<JsonNode | undefined>((value, name) => {
    const members = value?.kind === "object" ? value.members : [];
    return members.find((member) => member.name === name)?.value;
  }, node);
}
