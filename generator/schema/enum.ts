import type { Enum, EnumMember } from "../model/api.js";
import { groupBy } from "../source/collections.js";
import { paragraphs } from "../source/text.js";
import { descriptionOf, factText } from "./documentation.js";
import { members, type JsonObject } from "./json.js";
import { scalarSchema } from "./scalar.js";
import type { SchemaScope } from "./type.js";

/** A value of an enum, with all members that have it. */
interface Value {
  readonly value: EnumMember["value"];
  readonly names: readonly string[];
  readonly description: string;
  readonly isDeprecated: boolean;
}

/** Returns the schema of an enum. */
export function enumSchema(declaration: Enum, scope: SchemaScope): JsonObject {
  const { type, ...bounds } = scalarSchema(declaration.base, scope);
  const values = valuesOf(declaration);
  const format = bounds["format"] === undefined ? {} : { format: bounds["format"] };
  const known = { type: type ?? "string", ...format };
  const description = descriptionOf(declaration);
  if (values.length === 0) return members({ ...known, ...bounds, description });
  switch (scope.enums) {
    case "const":
      return members({ ...known, description, oneOf: values.map(constSchema) });
    case "enum":
      return { ...known, ...listOf(values, description, scope) };
    case "open": {
      const { description: text, ...list } = listOf(values, description, scope);
      return members({
        anyOf: [
          { ...known, ...list },
          { ...known, ...bounds },
        ],
        description: text,
      });
    }
  }
}

/** Returns the values of an enum, each once. */
function valuesOf(declaration: Enum): readonly Value[] {
  const groups = groupBy(declaration.members, ({ value }) => value);
  return [...groups].map(([value, same]) => ({
    value,
    names: same.map(({ name }) => name),
    description: paragraphs(same.map(memberText)),
    isDeprecated: same.every(({ deprecated }) => deprecated !== undefined),
  }));
}

/** Returns the documentation of a member; the second name of a value is told there. */
function memberText(member: EnumMember, position: number): string {
  const text = descriptionOf(member) ?? "";
  return position === 0 ? text : factText(member.name, text === "" ? "the same value" : text);
}

function constSchema({ value, names, description, isDeprecated }: Value): JsonObject {
  return members({
    const: value,
    title: names[0] ?? "",
    description: description === "" ? undefined : description,
    deprecated: isDeprecated ? true : undefined,
  });
}

/** Lists values; readers that do not know the extensions of OpenAPI find the names in the description. */
function listOf(
  values: readonly Value[],
  description: string | undefined,
  { isOpenApi }: SchemaScope,
): JsonObject {
  const list = { enum: values.map(({ value }) => value) };
  if (!isOpenApi) return { description: withValues(values, description), ...list };
  const hasText = values.some((value) => value.description !== "");
  return members({
    description,
    ...list,
    "x-enum-varnames": values.map(({ names: [name = ""] }) => name),
    "x-enum-descriptions": hasText ? values.map((value) => value.description) : undefined,
  });
}

function withValues(values: readonly Value[], description = ""): string {
  const lines = values.map(({ value, names, description: text }) => {
    const told = text === "" ? "" : `: ${text.replaceAll(/\s*\n\s*/g, " ")}`;
    return `- \`${value}\` ${names[0] ?? ""}${told}`;
  });
  return paragraphs([description, lines.join("\n")]);
}
