import type { ExternalType, Field, LongIntegerType, Reference, Type } from "../ir/api.js";
import { inlineScalarOf, isModelList } from "./inline.js";
import { isInherited, member, stringLiteral } from "./literal.js";
import { typeText } from "./type.js";

/** The body of a model's reader: one object literal in the order of declaration. */
export function readModel(fields: readonly Field[]): string[] {
  if (fields.length === 0) return ["read.object(json);", "return {};"];
  const members = fields.map(
    (field) => `${field.property}: ${readField(field, wireMember(field.wireName))},`,
  );
  return ["const wire = read.object(json);", "return {", ...members, "};"];
}

/** The expression that reads a value of a type. */
export function readValue(type: Type, json: string): string {
  switch (type.kind) {
    case "list":
      if (isModelList(type)) return `${type.element.names.readList}(${json})`;
      return `read.list(${json}, ${reader(type.element)})`;
    case "array":
      return `read.array(${json}, ${type.length}, ${reader(type.element)})`;
    case "map": {
      const key = type.key.kind === "string" ? "" : `, ${reader(type.key)}`;
      return `read.map(${json}, ${reader(type.value)}${key})`;
    }
    case "external":
      return readExternal(type, json);
    default:
      return `${reader(type)}(${json})`;
  }
}

/** Without a codec any JSON is taken for the type. */
function readExternal({ type, codec }: ExternalType, json: string): string {
  return codec === undefined ? `${json} as ${type}` : `external.read(${json}, ${codec})`;
}

/** The body of the function for a list of models, whose reader is called by its name: V8 inlines it then. */
export function readModelList({ names }: Reference): string[] {
  return [
    "const items = read.items(json);",
    `const values = new Array<${names.type}>(items.length);`,
    "for (let index = 0; index < values.length; index++) {",
    `values[index] = ${names.read}(items[index]);`,
    "}",
    "return values;",
  ];
}

function readField(field: Field, json: string): string {
  const { type, optional, quoted } = field;
  if (quoted) {
    const read = optional ? `(item) => read.optional(item, ${reader(type)})` : reader(type);
    return `read.quoted(${json}, ${read}${quotedParser(type)})`;
  }
  // A function call instead of a member is not to be made twice.
  if (!optional) return readInline(type, json, !isInherited(field.wireName));
  if (isInherited(field.wireName)) return `read.optional(${json}, ${reader(type)})`;
  return `${json} == null ? undefined : ${readInline(type, json)}`;
}

/** How the text in a string becomes JSON; of integers Go takes other texts than JSON has. */
function quotedParser(type: Type): string {
  const { kind } = inlineScalarOf(type) ?? type;
  if (kind === "long") return ", int64.integerIn";
  return kind === "integer" ? ", read.integerIn" : "";
}

/**
 * A scalar, also one with a name, is read by the runtime itself. Strings, of which there are most,
 * are checked in place: V8 inlines only so many calls, and those of other models matter more.
 */
function readInline(type: Type, json: string, inPlace = false): string {
  const scalar = inlineScalarOf(type);
  const value = readValue(scalar ?? type, json);
  if ((scalar ?? type).kind !== "string") return value;
  const text = inPlace ? `typeof ${json} === "string" ? ${json} : ${value}` : value;
  if (scalar === undefined) return text;
  // A number is assignable to a numeric enum, a string to none.
  return `${inPlace ? `(${text})` : text} as ${typeText(type)}`;
}

function wireMember(name: string): string {
  return isInherited(name) ? `read.own(wire, ${stringLiteral(name)})` : member("wire", name);
}

/** The function that reads a value of a type. */
function reader(type: Type): string {
  switch (type.kind) {
    case "reference":
      return type.names.read;
    case "list":
      if (isModelList(type)) return type.element.names.readList;
      return `(item) => ${readValue(type, "item")}`;
    case "array":
    case "map":
    case "external":
      return `(item) => ${readValue(type, "item")}`;
    case "long":
      return longReader(type);
    default:
      return `read.${scalarName(type)}`;
  }
}

/** The function that reads an integer that no number holds; a key of a map is checked by it, too. */
export function longReader(type: LongIntegerType): string {
  return `int64.read${longName(type)}`;
}

/** The runtime's name for such an integer: `BigInt64`, `Int64Text`. */
export function longName({ format, representation }: LongIntegerType): string {
  const name = format === "int64" ? "Int64" : "Uint64";
  return representation === "bigint" ? `Big${name}` : `${name}Text`;
}

/** The runtime's name for a scalar; 64-bit integers that are numbers are like `int` and `uint`. */
export function scalarName(
  type: Exclude<Type, { kind: "reference" | "external" | "list" | "array" | "map" | "long" }>,
) {
  switch (type.kind) {
    case "integer":
      return type.format.replace("64", "");
    case "float":
      return `float${type.bits}`;
    default:
      return type.kind;
  }
}
