import type { ExternalType, Field, LongIntegerType, Reference, Type } from "../ir/api.js";
import { inlineScalarOf, isModelList } from "./inline.js";
import { isInherited, member, stringLiteral } from "./literal.js";
import { typeText } from "./type.js";

/** What a reader gets: a value, what the value is a member of, and its key there. */
export const READER_PARAMETERS = {
  json: "unknown",
  parent: "read.Parent",
  key: "read.Key",
} as const;

/** The class of the JSON is asked for in place, where V8 knows the objects that come. */
const OBJECT = "read.object(json, parent, key, (json as read.Data)?.constructor)";

/** The body of a model's reader: one object literal in the order of declaration. */
export function readModel(fields: readonly Field[]): string[] {
  const members = fields.map((field) => `${field.property}: ${readField(field)},`);
  return members.length === 0
    ? [`${OBJECT};`, "return {};"]
    : [`const wire = ${OBJECT};`, "return {", ...members, "};"];
}

/** The expression that reads a value of a type. */
export function readValue(type: Type, json: string, parent = "parent", key = "key"): string {
  const place = `${json}, ${parent}, ${key}`;
  switch (type.kind) {
    case "list":
      if (isModelList(type)) return `${type.element.names.readList}(${place})`;
      return `read.list(${place}, ${reader(type.element)})`;
    case "array":
      return `read.array(${place}, ${type.length}, ${reader(type.element)})`;
    case "map": {
      const readKey = type.key.kind === "string" ? "" : `, ${reader(type.key)}`;
      return `read.map(${place}, ${reader(type.value)}${readKey})`;
    }
    case "external":
      return readExternal(type, place);
    default:
      return `${reader(type)}(${place})`;
  }
}

/** Without a codec any JSON is taken for the type. */
function readExternal({ type, codec }: ExternalType, place: string): string {
  return codec === undefined
    ? `read.any(${place}) as ${type}`
    : `external.read(${place}, ${codec})`;
}

/** The body of the function for a list of models, whose reader is called by its name: V8 inlines it then. */
export function readModelList({ names }: Reference): string[] {
  return [
    "const items = read.items(json, parent, key);",
    `const values = new Array<${names.type}>(items.length);`,
    "for (let index = 0; index < values.length; index++) {",
    `values[index] = ${names.read}(items[index], items, index);`,
    "}",
    "return values;",
  ];
}

function readField(field: Field): string {
  const { wireName, type, optional, quoted } = field;
  const key = stringLiteral(wireName);
  if (!isInherited(wireName)) return readMember(field, member("wire", wireName), "wire", key);
  const isPlain = !optional && !quoted;
  const read = isPlain ? reader(type) : itemReader(readMember(field, "item", "parent", "key"));
  return `read.own(wire, ${key}, ${read})`;
}

function readMember(field: Field, json: string, parent: string, key: string): string {
  const { type, optional, quoted } = field;
  if (quoted) {
    const read = optional ? itemReader(orUndefined("item", readValue(type, "item"))) : reader(type);
    return `read.quoted(${json}, ${parent}, ${key}, ${read}${quotedParser(type)})`;
  }
  const scalar = inlineScalarOf(type);
  const isString = (scalar ?? type).kind === "string";
  const value =
    isString && !optional
      ? stringInPlace(json, parent, key)
      : readValue(scalar ?? type, json, parent, key);
  // A number is assignable to a numeric enum, a string to none.
  const typed = isString && scalar !== undefined ? `(${value}) as ${typeText(type)}` : value;
  return optional ? orUndefined(json, typed) : typed;
}

/** Strings, of which there are most, are checked in place: V8 inlines only so many calls. */
function stringInPlace(json: string, parent: string, key: string): string {
  const other =
    parent === "wire" ? `read.noString(wire, ${key})` : `read.string(${json}, ${parent}, ${key})`;
  return `typeof ${json} === "string" ? ${json} : ${other}`;
}

function orUndefined(json: string, read: string): string {
  return `${json} == null ? undefined : ${read}`;
}

function itemReader(read: string): string {
  return `(item, parent, key) => ${read}`;
}

/** How the text in a string becomes JSON; of integers Go takes other texts than JSON has. */
function quotedParser(type: Type): string {
  const { kind } = inlineScalarOf(type) ?? type;
  if (kind === "long") return ", int64.integerIn";
  return kind === "integer" ? ", read.integerIn" : "";
}

/** The function that reads a value of a type; a key of a map is checked by it when it is written, too. */
export function reader(type: Type): string {
  switch (type.kind) {
    case "reference":
      return type.names.read;
    case "list":
      if (isModelList(type)) return type.element.names.readList;
      return itemReader(readValue(type, "item"));
    case "array":
    case "map":
    case "external":
      return itemReader(readValue(type, "item"));
    case "long":
      return `int64.read${longName(type)}`;
    default:
      return `read.${scalarName(type)}`;
  }
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
