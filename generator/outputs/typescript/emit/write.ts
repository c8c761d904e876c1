import type { Bounds } from "../../../model/api.js";
import type { DefaultMember, EmptyValue, Field, Reference, Type } from "../plan/plan.js";
import { joined, raw, renderedText, ts, type Code } from "./code.js";
import { inlineScalarOf, isModelList } from "./inline.js";
import { globals, runtime } from "./library.js";
import { isInherited, member, stringCode } from "./literal.js";
import { longName, reader, scalarName } from "./read.js";
import { codecPart, externalCodec, listFunction } from "./reference.js";

const { external, int64, limits, write, JsonObject, JsonValue } = runtime;

/** The parameters of a writer, and of the function for one item. */
const VALUE = ts`value`;
const ITEM = ts`item`;

/** The width of the output's lines without the indentation of a function's body. */
const LINE_WIDTH = 98;

/**
 * The body of a model's writer: one object literal of what every value has, and then a member for
 * every property that is there.
 */
export function writeModel(fields: readonly Field[], defaults: readonly DefaultMember[]): Code {
  const firstOptional = fields.findIndex(isConditional);
  const leading = firstOptional === -1 ? fields : fields.slice(0, firstOptional);
  const rest = fields.slice(leading.length);
  const literal = leading.length === 0 ? raw("{}") : ts`{\n${joined(leading.map(writeMember))}\n}`;
  return joined([
    checkObject(fields),
    ...(rest.length === 0 && defaults.length === 0
      ? [ts`return ${literal};`]
      : [
          ts`const wire: ${JsonObject} = ${literal};`,
          ...(rest.length === 0 ? [] : [joined(rest.map(writeField))]),
          ...writeDefaults(defaults),
          ts`return wire;`,
        ]),
  ]);
}

/** Whether a member is written under a condition; the codec of a type from elsewhere may not take `undefined`. */
function isConditional({ optional, omitted, facts, type }: Field): boolean {
  const isUnknown = type.kind === "reference" && type.json === "any" && type.scalar === undefined;
  const isForeign = type.kind === "external" || isUnknown;
  return optional || omitted !== undefined || (isForeign && facts.required === true);
}

/** The statement that adds the defaults of absent properties, for `create`. */
function writeDefaults(defaults: readonly DefaultMember[]): Code[] {
  if (defaults.length === 0) return [];
  const lines = defaults.map(({ field, json }) => {
    const { property, wireName, type } = field;
    const value = json === undefined ? ts`${writer(type)}({})` : raw(json);
    return conditional(
      ts`if (${member(VALUE, property)} === undefined)`,
      ts`${assignment(wireName, value)};`,
    );
  });
  return [ts`if (${runtime.defaults}.areWanted) {\n${joined(lines)}\n}`];
}

/**
 * The statement that refuses what is no object. V8 has the class for nothing where it knows the objects
 * that come. Iterators and `Math` inherit the same class: a value is looked at again if it lacks a
 * member that is always there.
 */
function checkObject(fields: readonly Field[]): Code {
  const known = fields.find(({ optional }) => !optional) ?? fields[0];
  // A property of that name hides the class.
  const hidesClass = fields.some(({ property }) => property === "constructor");
  const isLikely =
    known === undefined || hidesClass
      ? raw("")
      : ts`(value?.constructor !== ${globals.Object} || ${member(VALUE, known.property)} == null) && `;
  return conditional(
    ts`if (${isLikely}!${write}.isObject(value))`,
    ts`return ${write}.refuse("object", value);`,
  );
}

/** The body of the function for a list of models. */
export function writeModelList(reference: Reference): Code {
  return ts`if (!${write}.isArray(values)) return ${write}.absent("array", values);
const json = new ${globals.Array}<${JsonValue}>(values.length);
for (let index = 0; index < json.length; index++) {
json[index] = ${codecPart(reference, "write")}(values[index]);
}
return json;`;
}

/** The expression that writes a value of a type. */
export function writeValue(type: Type, value = VALUE): Code {
  switch (type.kind) {
    case "list":
      if (isModelList(type)) return ts`${listFunction(type.element, "writeList")}(${value})`;
      return ts`${write}.list(${value}, ${writer(type.element)})`;
    case "array":
      return ts`${write}.array(${value}, ${raw(type.length)}, ${writer(type.element)})`;
    case "map": {
      const key = type.key.kind === "string" ? raw("") : ts`, ${reader(type.key)}`;
      return ts`${write}.map(${value}, ${writer(type.value)}${key})`;
    }
    case "external":
      return type.codec === undefined
        ? ts`${write}.any(${value})`
        : ts`${external}.write(${value}, ${externalCodec(type.codec, type)})`;
    default:
      return ts`${writer(type)}(${value})`;
  }
}

/**
 * A member of the literal. Strings are checked in place, as they are when they are read; `__proto__` in brackets is an own member, and not the prototype.
 */
function writeMember(field: Field): Code {
  const { property, wireName, type, quoted, checked } = field;
  const name = wireName === "__proto__" ? raw('["__proto__"]') : stringCode(wireName);
  const value = member(VALUE, property);
  const isString =
    (inlineScalarOf(type) ?? type).kind === "string" && !quoted && checked === undefined;
  const inPlace = isString ? ts`typeof ${value} === "string" ? ${value} : ` : raw("");
  return ts`${name}: ${inPlace}${written(field)},`;
}

function written({ property, type, quoted, checked }: Field): Code {
  const value = member(VALUE, property);
  if (quoted) {
    const isLong = (inlineScalarOf(type) ?? type).kind === "long";
    const writeQuoted = isLong ? ts`${int64}.writeQuoted` : ts`${write}.quoted`;
    const item =
      checked === undefined
        ? writer(type)
        : ts`(item) => ${bounded(writeValue(type, ITEM), ITEM, checked)}`;
    return ts`${writeQuoted}(${value}, ${item})`;
  }
  const written = writeValue(inlineScalarOf(type) ?? type, value);
  return checked === undefined ? written : bounded(written, value, checked);
}

/** The expression that checks bounds: those of a list before its items are written. */
export function bounded(written: Code, value: Code, { of, least, most }: Bounds): Code {
  const bounds = raw([least, ...(most === undefined ? [] : [most])].map(boundText).join(", "));
  return of === "items"
    ? ts`${limits}.items(${value}, ${bounds}) ?? ${written}`
    : ts`${limits}.${raw(of)}(${written}, ${bounds})`;
}

function boundText(bound: number | bigint | undefined): string {
  const isLong = typeof bound === "bigint" && !Number.isSafeInteger(Number(bound));
  return isLong ? `${bound}n` : String(bound);
}

function writeField(field: Field): Code {
  const { property, wireName, type, omitted } = field;
  const value = member(VALUE, property);
  const filled = omitted === undefined ? raw("") : ts` && ${isFilled(omitted, type, value)}`;
  const condition = ts`if (${value} !== undefined${filled})`;
  return conditional(condition, ts`${assignment(wireName, written(field))};`);
}

/** A statement under a condition; what does not fit on one line gets braces, which the formatter would not add. */
export function conditional(condition: Code, statement: Code): Code {
  const line = ts`${condition} ${statement}`;
  return renderedText(line).length <= LINE_WIDTH ? line : ts`${condition} {\n${statement}\n}`;
}

function assignment(wireName: string, value: Code): Code {
  // TypeScript knows `constructor` as a function, and `__proto__` would set the prototype.
  if (isInherited(wireName)) return ts`${write}.set(wire, ${stringCode(wireName)}, ${value})`;
  return ts`${member(ts`wire`, wireName)} = ${value}`;
}

/** The condition under which `omitempty` keeps a value. */
export function isFilled(omitted: EmptyValue, type: Type, value: Code): Code {
  if (omitted === "list" || omitted === "map") return ts`!${write}.isEmpty(${value})`;
  const { literal, base } = EMPTY_LITERALS[omitted];
  // TypeScript refuses to compare an enum with a value that is not one of its members.
  const isNamed = type.kind === "reference" && base !== undefined;
  return ts`${isNamed ? ts`(${value} as ${raw(base)})` : value} !== ${raw(literal)}`;
}

/** The values that are left out, and the types that an enum has below its own. */
const EMPTY_LITERALS: Readonly<
  Record<Exclude<EmptyValue, "list" | "map">, { readonly literal: string; readonly base?: string }>
> = {
  string: { literal: '""', base: "string" },
  number: { literal: "0", base: "number" },
  bigint: { literal: "0n" },
  decimal: { literal: '"0"', base: "string" },
  boolean: { literal: "false" },
  null: { literal: "null" },
};

/** The function that writes a value of a type. */
function writer(type: Type): Code {
  switch (type.kind) {
    case "reference":
      return ts`${codecPart(type, "write")}`;
    case "list":
    case "array":
    case "map":
    case "external":
      return isModelList(type)
        ? ts`${listFunction(type.element, "writeList")}`
        : ts`(item) => ${writeValue(type, ITEM)}`;
    case "long":
      return ts`${int64}.write${raw(longName(type))}`;
    default:
      return ts`${write}.${raw(scalarName(type))}`;
  }
}
