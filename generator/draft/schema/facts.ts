import type { Limits, Sample, Type } from "../../model/api.js";
import { paragraphs } from "../../source/text.js";
import { cellText, numberOf, textOf, type Value, type ValueObject } from "./value.js";

/** The facts that a description ends in, in the order in which descriptions of md2sdk have them. */
const TITLES = [
  "Required",
  "Values",
  "Limits",
  "Default",
  "Example",
  "Since",
  "Deprecated",
] as const;

type Title = (typeof TITLES)[number];

interface Told {
  readonly documentation: string;
  readonly facts: ReadonlyMap<Title, string>;
}

/** Divides a description into documentation, and the facts that its last paragraphs have under titles. */
export function toldIn(schema: ValueObject): Told {
  const all = textOf(schema["description"])
    .replaceAll("\r\n", "\n")
    .trim()
    .split(/\n{2,}/);
  const facts = new Map<Title, string>();
  for (let last = all.at(-1); last !== undefined; last = all.at(-1)) {
    const [, title = "", text = ""] = /^(\w+): (.+)$/s.exec(last) ?? [];
    const known = TITLES.find((one) => one === title);
    if (known === undefined || facts.has(known)) break;
    facts.set(known, text);
    all.pop();
  }
  return { documentation: all.join("\n\n"), facts };
}

/** Returns the facts about a field or a declaration that is deprecated. */
export function deprecationOf(schema: ValueObject, { facts }: Told): { deprecated?: string } {
  const reason = facts.get("Deprecated");
  const isDeprecated = schema["deprecated"] === true || reason !== undefined;
  return isDeprecated ? { deprecated: reason ?? "" } : {};
}

/** Returns the facts about a field: those of keywords, and those that its description tells. */
export function meaningIn(schema: ValueObject, type: Type, { facts }: Told) {
  const [example = schema["example"]] = Array.isArray(schema["examples"])
    ? (schema["examples"] as readonly Value[])
    : [];
  const limits = limitsIn(schema, type) ?? told(facts.get("Limits"));
  const condition = facts.get("Required");
  const values = facts.get("Values");
  const since = facts.get("Since");
  return {
    ...(condition !== undefined && { condition, required: false }),
    ...sampleIn("default", schema["default"], facts.get("Default")),
    ...sampleIn("example", example, facts.get("Example")),
    ...(since !== undefined && { since }),
    ...(values !== undefined && { values }),
    ...(limits !== undefined && { limits }),
  };
}

function told(text: string | undefined): Limits | undefined {
  return text === undefined ? undefined : { text };
}

function sampleIn<Key extends string>(key: Key, value: Value, words: string | undefined) {
  if (value === undefined || value === null) {
    return words === undefined ? {} : ({ [key]: { text: words } } as Record<Key, Sample>);
  }
  const text = cellText(value);
  return { [key]: { text, value: text } } as Record<Key, Sample>;
}

/** Returns the limits of a schema in words that documents have. */
function limitsIn(schema: ValueObject, type: Type): Limits | undefined {
  const isArray = type.kind === "array";
  const [least, most, unit] = isArray
    ? []
    : type.kind === "list"
      ? [schema["minItems"], schema["maxItems"], " items"]
      : type.kind === "integer" || type.kind === "float"
        ? [schema["minimum"], schema["maximum"], ""]
        : [schema["minLength"], schema["maxLength"], " characters"];
  const [from, to] = [numberOf(least), numberOf(most)];
  if (from !== undefined && to !== undefined) return { text: `${from}~${to}${unit}` };
  if (from !== undefined) return { text: `≥ ${from}${unit}` };
  return to === undefined ? undefined : { text: `≤ ${to}${unit}` };
}

/** Adds guesses to documentation, to be read and corrected by a person. */
export function withGuesses(documentation: string, guesses: readonly string[]): string {
  return paragraphs([documentation, ...guesses.map((guess) => `TODO: ${guess}`)]);
}
