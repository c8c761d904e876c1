import type { EmptyValue, Field, Reference, Type } from "../ir/api.js";
import { inlineScalarOf, isModelList } from "./inline.js";
import { isInherited, member, stringLiteral } from "./literal.js";
import { longName, reader, scalarName } from "./read.js";

/** The width of the output's lines without the indentation of a function's body. */
const LINE_WIDTH = 98;

/**
 * The body of a model's writer: one object literal of what every value has, and then a member for
 * every property that is there.
 */
export function writeModel(fields: readonly Field[]): string[] {
  const firstOptional = fields.findIndex(({ optional, omitted }) => optional || omitted);
  const leading = firstOptional === -1 ? fields : fields.slice(0, firstOptional);
  const rest = fields.slice(leading.length);
  // A property of that name hides the class.
  const hidesClass = fields.some(({ property }) => property === "constructor");
  const isPlain = hidesClass ? "" : "value?.constructor !== Object && ";
  const literal = leading.length === 0 ? "{}" : ["{", ...leading.map(writeMember), "}"].join("\n");
  return [
    // V8 has the class for nothing where it knows the objects that come.
    `if (${isPlain}!write.isObject(value)) return write.refuse("object", value);`,
    ...(rest.length === 0
      ? [`return ${literal};`]
      : [`const wire: JsonObject = ${literal};`, ...rest.map(writeField), "return wire;"]),
  ];
}

/** The body of the function for a list of models. */
export function writeModelList({ names }: Reference): string[] {
  return [
    `if (!write.isArray(values)) return write.absent("array", values);`,
    "const json = new Array<JsonValue>(values.length);",
    "for (let index = 0; index < json.length; index++) {",
    `json[index] = ${names.write}(values[index]);`,
    "}",
    "return json;",
  ];
}

/** The expression that writes a value of a type. */
export function writeValue(type: Type, value: string): string {
  switch (type.kind) {
    case "list":
      if (isModelList(type)) return `${type.element.names.writeList}(${value})`;
      return `write.list(${value}, ${writer(type.element)})`;
    case "array":
      return `write.array(${value}, ${type.length}, ${writer(type.element)})`;
    case "map": {
      const key = type.key.kind === "string" ? "" : `, ${reader(type.key)}`;
      return `write.map(${value}, ${writer(type.value)}${key})`;
    }
    case "external":
      return type.codec === undefined
        ? `write.any(${value})`
        : `external.write(${value}, ${type.codec})`;
    default:
      return `${writer(type)}(${value})`;
  }
}

/**
 * A member of the literal. Strings are checked in place, as they are when they are read; `__proto__` in brackets is an own member, and not the prototype.
 */
function writeMember(field: Field): string {
  const { property, wireName, type, quoted } = field;
  const name = wireName === "__proto__" ? '["__proto__"]' : stringLiteral(wireName);
  const value = member("value", property);
  const isString = (inlineScalarOf(type) ?? type).kind === "string" && !quoted;
  const inPlace = isString ? `typeof ${value} === "string" ? ${value} : ` : "";
  return `${name}: ${inPlace}${written(field)},`;
}

function written({ property, type, quoted }: Field): string {
  const value = member("value", property);
  if (quoted) {
    const isLong = (inlineScalarOf(type) ?? type).kind === "long";
    return `${isLong ? "int64.writeQuoted" : "write.quoted"}(${value}, ${writer(type)})`;
  }
  return writeValue(inlineScalarOf(type) ?? type, value);
}

function writeField(field: Field): string {
  const { property, wireName, type, omitted } = field;
  const value = member("value", property);
  const conditions = [
    `${value} !== undefined`,
    ...(omitted ? [isFilled(omitted, type, value)] : []),
  ];
  const condition = `if (${conditions.join(" && ")})`;
  const statement = `${assignment(wireName, written(field))};`;
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
    case "bigint":
      return `${value} !== 0n`;
    case "decimal":
      return `${value} !== "0"`;
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
      if (isModelList(type)) return type.element.names.writeList;
      return `(item) => ${writeValue(type, "item")}`;
    case "array":
    case "map":
    case "external":
      return `(item) => ${writeValue(type, "item")}`;
    case "long":
      return `int64.write${longName(type)}`;
    default:
      return `write.${scalarName(type)}`;
  }
}
