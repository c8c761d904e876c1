import type { EmptyValue, Field, Type } from "../ir/api.js";
import { isInherited, member, stringLiteral } from "./literal.js";
import { scalarName } from "./read.js";

/** The width of the output's lines without the indentation of a function's body. */
const LINE_WIDTH = 98;

/** The body of a model's writer: a member for every property that is there. */
export function writeModel(fields: readonly Field[]): string[] {
  return [
    `if (!write.isObject(value)) return write.refuse("object", value);`,
    "const wire: JsonObject = {};",
    ...fields.map(writeField),
    "return wire;",
  ];
}

/** The expression that writes a value of a type. */
export function writeValue(type: Type, value: string): string {
  switch (type.kind) {
    case "list":
      return `write.list(${value}, ${writer(type.element)})`;
    case "array":
      return `write.array(${value}, ${type.length}, ${writer(type.element)})`;
    case "map": {
      const key = type.key.kind === "string" ? "" : `, ${writer(type.key)}`;
      return `write.map(${value}, ${writer(type.value)}${key})`;
    }
    default:
      return `${writer(type)}(${value})`;
  }
}

function writeField(field: Field): string {
  const { property, wireName, type, omitted, quoted } = field;
  const value = member("value", property);
  const written = quoted ? `write.quoted(${value}, ${writer(type)})` : writeValue(type, value);
  const conditions = [
    `${value} !== undefined`,
    ...(omitted ? [isFilled(omitted, type, value)] : []),
  ];
  const condition = `if (${conditions.join(" && ")})`;
  const statement = `${assignment(wireName, written)};`;
  // What does not fit on one line gets braces, which the formatter would not add.
  const fits = `${condition} ${statement}`.length <= LINE_WIDTH;
  return fits ? `${condition} ${statement}` : `${condition} {\n${statement}\n}`;
}

function assignment(wireName: string, written: string): string {
  // TypeScript knows `constructor` as a function, and `__proto__` would set the prototype.
  if (isInherited(wireName)) return `write.set(wire, ${stringLiteral(wireName)}, ${written})`;
  return `${member("wire", wireName)} = ${written}`;
}

/** The condition under which `omitempty` keeps a value. */
function isFilled(omitted: EmptyValue, type: Type, value: string): string {
  // TypeScript refuses to compare an enum with a value that is none of its members.
  const scalar = type.kind === "reference" ? `(${value} as ${omitted})` : value;
  switch (omitted) {
    case "string":
      return `${scalar} !== ""`;
    case "number":
      return `${scalar} !== 0`;
    case "boolean":
      return `${value} !== false`;
    case "null":
      return `${value} !== null`;
    case "list":
    case "map":
      return `!write.isEmpty(${value})`;
  }
}

/** The function that writes a value of a type. */
function writer(type: Type): string {
  switch (type.kind) {
    case "reference":
      return type.names.write;
    case "list":
    case "array":
    case "map":
      return `(item) => ${writeValue(type, "item")}`;
    default:
      return `write.${scalarName(type)}`;
  }
}
