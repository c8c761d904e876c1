import type { ExternalType, Field, LongIntegerType, Reference, Type } from "../plan/plan.js";
import { joined, raw, ts, type Code } from "./code.js";
import { zeroOf } from "./zero.js";
import { inlineScalarOf, isModelList } from "./inline.js";
import { isInherited, member, stringCode } from "./literal.js";
import { globals, runtime } from "./library.js";
import { codecPart, externalCodec, externalTypeName, listFunction, typeName } from "./reference.js";
import type { Parameter } from "./scope.js";
import { typeCode, typeText } from "./type.js";

const { read, int64, external } = runtime;

/** The parameters of a reader: a value, the object or list that has it, and its key there. */
export const READER_PARAMETERS: readonly Parameter[] = [
  { name: "json", type: ts`unknown` },
  { name: "parent", type: ts`${read}.Parent` },
  { name: "key", type: ts`${read}.Key` },
];

/** The expressions of a value, of what it is a member of, and of its key there. */
interface Place {
  readonly json: Code;
  readonly parent: Code;
  readonly key: Code;
}

/** The parameters of a reader. */
const GIVEN: Place = { json: ts`json`, parent: ts`parent`, key: ts`key` };
const ITEM: Place = { ...GIVEN, json: ts`item` };
/** The object that a model's reader reads. */
const WIRE = ts`wire`;

/** The class of the JSON is asked for in place, where V8 knows the objects that come. */
const OBJECT = ts`${read}.object(json, parent, key, (json as ${read}.Data)?.constructor)`;

/** The body of a model's reader: one object literal in the order of declaration. */
export function readModel(fields: readonly Field[], inJson: ReadonlySet<Field>): Code {
  const lines = fields.map((field) => {
    const value = inJson.has(field) ? readField(field) : absent(field);
    return ts`${raw(field.property)}: ${value},`;
  });
  return lines.length === 0
    ? ts`${OBJECT};\nreturn {};`
    : ts`const wire = ${OBJECT};\nreturn {\n${joined(lines)}\n};`;
}

/** The expression that reads a value of a type. */
export function readValue(type: Type, place = GIVEN): Code {
  const given = ts`${place.json}, ${place.parent}, ${place.key}`;
  switch (type.kind) {
    case "list":
      if (isModelList(type)) return ts`${listFunction(type.element, "readList")}(${given})`;
      return ts`${read}.list(${given}, ${reader(type.element)})`;
    case "array":
      return ts`${read}.array(${given}, ${raw(type.length)}, ${reader(type.element)})`;
    case "map": {
      const readKey = type.key.kind === "string" ? raw("") : ts`, ${reader(type.key)}`;
      return ts`${read}.map(${given}, ${reader(type.value)}${readKey})`;
    }
    case "external":
      return readExternal(type, given);
    default:
      return ts`${reader(type)}(${given})`;
  }
}

/** Without a codec any JSON is taken for the type. */
function readExternal(type: ExternalType, given: Code): Code {
  return type.codec === undefined
    ? ts`${read}.any(${given}) as ${externalTypeName(type)}`
    : ts`${external}.read(${given}, ${externalCodec(type.codec, type)})`;
}

/** The body of the function for a list of models, whose reader is called by its name: V8 inlines it then. */
export function readModelList(reference: Reference): Code {
  const readItem = codecPart(reference, "read");
  return ts`const items = ${read}.items(json, parent, key);
const values = new ${globals.Array}<${typeName(reference)}>(items.length);
for (let index = 0; index < values.length; index++) {
values[index] = ${readItem}(items[index], items, index);
}
return values;`;
}

/** The value of a property that is not in JSON. */
function absent({ optional, structure }: Field): Code {
  if (optional) return raw("undefined");
  const isModel = structure.kind === "reference" && structure.isModel;
  return isModel ? ts`${codecPart(structure, "fill")}({})` : zeroOf(structure);
}

function readField(field: Field): Code {
  const { wireName, type, optional, quoted } = field;
  const key = stringCode(wireName);
  if (!isInherited(wireName)) {
    return readMember(field, { json: member(WIRE, wireName), parent: WIRE, key });
  }
  const value = readMember(field, ITEM);
  const isPlain = !optional && !quoted;
  const readOwn = isPlain ? reader(type) : itemReader(quoted ? value : ts`(${value})`);
  return ts`${read}.own(wire, ${key}, ${readOwn})`;
}

function readMember(field: Field, place: Place): Code {
  const { type, optional, quoted } = field;
  const { json, parent, key } = place;
  if (quoted) {
    const item = ITEM.json;
    const readText = optional
      ? itemReader(ts`(${orUndefined(item, readValue(type, ITEM))})`)
      : reader(type);
    return ts`${read}.quoted(${json}, ${parent}, ${key}, ${readText}${quotedParser(type)})`;
  }
  const scalar = inlineScalarOf(type);
  const isString = (scalar ?? type).kind === "string";
  const isInPlace = isString && !optional;
  const value = isInPlace ? stringInPlace(place) : readValue(scalar ?? type, place);
  // A number is assignable to a numeric enum, a string to none.
  const isText = scalar !== undefined && typeText(scalar) === "string";
  const typed = isText ? ts`${isInPlace ? ts`(${value})` : value} as ${typeCode(type)}` : value;
  if (!optional) return typed;
  const isCast = isText || (type.kind === "external" && type.codec === undefined);
  return orUndefined(json, isCast ? ts`(${typed})` : typed);
}

/** Strings, of which there are most, are checked in place: V8 inlines only so many calls. */
function stringInPlace({ json, parent, key }: Place): Code {
  const other =
    parent === WIRE
      ? ts`${read}.noString(wire, ${key})`
      : ts`${read}.string(${json}, ${parent}, ${key})`;
  return ts`typeof ${json} === "string" ? ${json} : ${other}`;
}

function orUndefined(json: Code, value: Code): Code {
  return ts`${json} == null ? undefined : ${value}`;
}

function itemReader(value: Code): Code {
  return ts`(item, parent, key) => ${value}`;
}

/** How the text in a string becomes JSON; of integers Go takes other texts than JSON has. */
function quotedParser(type: Type): Code {
  const { kind } = inlineScalarOf(type) ?? type;
  if (kind === "long") return ts`, ${int64}.integerIn`;
  return kind === "integer" ? ts`, ${read}.integerIn` : raw("");
}

/** The function that reads a value of a type; a key of a map is checked by it when it is written, too. */
export function reader(type: Type): Code {
  switch (type.kind) {
    case "reference":
      return ts`${codecPart(type, "read")}`;
    case "list":
    case "array":
    case "map":
    case "external":
      return isModelList(type)
        ? ts`${listFunction(type.element, "readList")}`
        : itemReader(readValue(type, ITEM));
    case "long":
      return ts`${int64}.read${raw(longName(type))}`;
    default:
      return ts`${read}.${raw(scalarName(type))}`;
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
