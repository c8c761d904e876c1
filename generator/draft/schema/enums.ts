import type { Enum, EnumBase, EnumMember } from "../../model/api.js";
import { upperFirst } from "../../names.js";
import { toldIn, withGuesses } from "./facts.js";
import { identifierOf, type Names } from "./names.js";
import { floatIn, integerIn } from "./scalars.js";
import { isObject, listOf, objectOf, textOf, type Value, type ValueObject } from "./value.js";

/** Whether a schema lists the values that there are. */
export function isEnum(schema: ValueObject): boolean {
  return choicesIn(schema).length > 0;
}

/** A value of an enum. */
interface Choice {
  readonly value: string | number | bigint;
  readonly name: string;
  readonly description: string;
}

/** Returns the type and the members of an enum; names that a schema lacks are made of the values. */
export function enumIn(
  schema: ValueObject,
  name: string,
  names: Names,
): Pick<Enum, "base" | "members"> {
  const choices = choicesIn(schema);
  const members = choices.map(({ value, name: own, description }): EnumMember => {
    const told = toldIn({ description });
    const deprecated = told.facts.get("Deprecated");
    // A text tells its own name.
    const isGuessed = own === "" && typeof value !== "string";
    return {
      name: names.take(
        own === "" ? `${name}${upperFirst(identifierOf(`v ${value}`).slice(1))}` : own,
      ),
      documentation: withGuesses(told.documentation, isGuessed ? ["the name"] : []),
      ...(deprecated !== undefined && { deprecated }),
      value,
    };
  });
  return { base: baseOf(schema, choices), members };
}

/** Returns the values in any of the forms: a list, constants, or a list beside all other values. */
function choicesIn(schema: ValueObject): readonly Choice[] {
  const values = listOf(schema["enum"]).filter((value) => isScalar(value));
  const names = listOf(schema["x-enum-varnames"]);
  const texts = listOf(schema["x-enum-descriptions"]);
  if (values.length > 0) {
    return values.map((value, index) => {
      return { value, name: textOf(names[index]), description: textOf(texts[index]) };
    });
  }
  const constants = listOf(schema["oneOf"]).map(objectOf);
  if (constants.length > 0 && constants.every(({ const: value }) => isScalar(value))) {
    return constants.flatMap(({ const: value, title, description, deprecated }) => {
      if (!isScalar(value)) return [];
      const isTold = deprecated !== true || textOf(description).includes("Deprecated: ");
      const text = isTold
        ? textOf(description)
        : `${textOf(description)}\n\nDeprecated: yes`.trim();
      return { value, name: textOf(title), description: text };
    });
  }
  const [first, second, ...others] = listOf(schema["anyOf"]);
  const isOpen = isObject(first) && "enum" in first && isObject(second) && others.length === 0;
  return isOpen && !("enum" in second) ? choicesIn(first) : [];
}

function baseOf(schema: ValueObject, choices: readonly Choice[]): EnumBase {
  const [open] = listOf(schema["anyOf"]);
  const own = isObject(open) && schema["type"] === undefined ? open : schema;
  if (choices.some(({ value }) => typeof value === "string")) return { kind: "string" };
  if (choices.every(({ value }) => typeof value === "bigint"))
    return { kind: "integer", format: integerIn(own) };
  return floatIn(own) as EnumBase;
}

function isScalar(value: Value): value is string | number | bigint {
  return ["string", "number", "bigint"].includes(typeof value);
}
