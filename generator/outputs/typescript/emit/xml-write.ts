import type { Model, Reference, Type, XmlField } from "../plan/plan.js";
import { prefixOf } from "./xml-prefix.js";
import { joined, raw, ts, type Code } from "./code.js";
import { runtime } from "./library.js";
import { member, stringCode } from "./literal.js";
import { longName, scalarName } from "./read.js";
import { codecPart } from "./reference.js";
import { bounded, conditional, isFilled } from "./write.js";

const { writeXml } = runtime;

const ITEM = ts`item`;

/** The body of a model's writer: attributes, the end of the start tag, and the parts of the content. */
export function writeXmlModel({ xml = [] }: Model): Code {
  const attributes = xml.filter(isAttribute);
  const content = xml.filter((field) => !isAttribute(field));
  return joined([
    ts`if (!${writeXml}.isObject(value)) return ${writeXml}.refuse("object", value);`,
    sum([...attributeParts(attributes), { xml: raw('">"') }, ...contentParts(content, 0)]),
  ]);
}

/** An expression of XML, and the condition under which it is written. */
interface Part {
  readonly condition?: Code;
  readonly xml: Code;
}

/** The statements that put parts together. */
function sum(parts: readonly Part[]): Code {
  const [first = { xml: raw('""') }, ...others] = parts;
  const isCertain = first.condition === undefined;
  const rest = isCertain ? others : parts;
  const start = isCertain ? first.xml : raw('""');
  if (rest.length === 0) return ts`return ${start};`;
  return joined([ts`let xml = ${start};`, joined(rest.map(added)), raw("return xml;")]);
}

function added({ condition, xml }: Part): Code {
  const statement = ts`xml += ${xml};`;
  return condition === undefined ? statement : conditional(ts`if (${condition})`, statement);
}

function attributeParts(attributes: readonly XmlField[]): Part[] {
  const prefixes = prefixOf(attributes);
  const declared = new Set<string>();
  return attributes.flatMap((field): Part[] => {
    const { name, namespace } = field;
    if (namespace === undefined) return [attributePart(field, name)];
    const prefix = prefixes.get(namespace) ?? "";
    const part = attributePart(field, `${prefix}:${name}`);
    // The namespace of names such as `xml:lang` needs no declaration.
    if (declared.has(namespace) || prefix === "xml") return [part];
    declared.add(namespace);
    const values = attributes.filter((other) => other.namespace === namespace).map(valueOf);
    const some = joined(values, " ?? ");
    return [
      { xml: ts`${writeXml}.prefix(${stringCode(prefix)}, ${stringCode(namespace)}, ${some})` },
      part,
    ];
  });
}

function attributePart(field: XmlField, name: string): Part {
  const { structure } = field.field;
  const isList = structure.kind === "list";
  const item = isList ? structure.element : structure;
  const write = scalarWriter(item, field);
  const key = stringCode(name);
  if (write === undefined) return unsupported(field);
  const values = isList ? itemsOf(field) : valueOf(field);
  return whole(
    field,
    ts`${writeXml}.attribute${raw(isList ? "s" : "")}(${key}, ${values}, ${write})`,
  );
}

/** The parts of fields at a depth of their paths: those next to each other share their elements. */
function contentParts(fields: readonly XmlField[], depth: number): Part[] {
  const parts: Part[] = [];
  for (let index = 0; index < fields.length;) {
    const field = fields[index];
    if (field === undefined) break;
    const parent = field.parents[depth];
    let end = index + 1;
    if (parent === undefined) parts.push(...contentPart(field));
    else {
      while (fields[end]?.parents[depth] === parent) end++;
      parts.push(parentPart(parent, fields.slice(index, end), depth));
    }
    index = end;
  }
  return parts;
}

function parentPart(name: string, fields: readonly XmlField[], depth: number): Part {
  const some = joined(fields.map(valueOf), " ?? ");
  const parts = contentParts(fields, depth + 1);
  const [only] = parts;
  const isPlain = only !== undefined && parts.length === 1 && only.condition === undefined;
  const content = isPlain ? ts`() => ${only.xml}` : ts`() => {\n${sum(parts)}\n}`;
  return { xml: ts`${writeXml}.parent(${stringCode(name)}, ${some}, ${content})` };
}

function contentPart(field: XmlField): Part[] {
  const { structure } = field.field;
  const value = valueOf(field);
  switch (field.place) {
    case "text":
    case "cdata": {
      const write = scalarWriter(structure, field);
      const name = field.place === "text" ? "text" : "cdata";
      return write === undefined
        ? []
        : [whole(field, ts`${writeXml}.${raw(name)}(${value}, ${write})`)];
    }
    case "comment":
    case "innerXml": {
      const name = field.place === "comment" ? "comment" : "raw";
      const isText = structure.kind === "string" || structure.kind === "bytes";
      return isText ? [{ xml: ts`${writeXml}.${raw(name)}(${value})` }] : [];
    }
    default:
      return [elementPart(field)];
  }
}

function elementPart(field: XmlField): Part {
  const { namespace } = field;
  const { structure } = field.field;
  const name = stringCode(field.name);
  const value = valueOf(field);
  if (structure.kind === "any") return { xml: ts`${writeXml}.any(${name}, ${value})` };
  const isList = structure.kind === "list" || structure.kind === "array";
  const item = isList ? structure.element : structure;
  const last = namespace === undefined ? raw("") : ts`, ${stringCode(namespace)}`;
  const values = isList ? checkedItems(field) : value;
  if (isModel(item)) {
    const write = codecPart(item, "writeXml");
    const call = ts`${writeXml}.model${raw(isList ? "s" : "")}`;
    return whole(field, ts`${call}(${name}, ${values}, ${write}${last})`);
  }
  const write = scalarWriter(item, field);
  if (write === undefined) return unsupported(field);
  const call = ts`${writeXml}.element${raw(isList ? "s" : "")}`;
  return whole(field, ts`${call}(${name}, ${values}, ${write}${last})`);
}

/** A part that `omitempty` leaves out if it is a zero value; of a list it leaves out items. */
function whole({ field, omitted }: XmlField, xml: Code): Part {
  if (omitted === undefined || field.structure.kind === "list") return { xml };
  const value = member(ts`value`, field.property);
  return { condition: isFilled(omitted, field.type, value), xml };
}

function itemsOf(field: XmlField): Code {
  const { structure } = field.field;
  const value = valueOf(field);
  if (field.omitted === undefined || structure.kind !== "list") return value;
  const isKept = isFilled(field.omitted, structure.element, ITEM);
  return ts`${writeXml}.filled(${value}, ${ts`(item) => ${isKept}`})`;
}

/** The items of a list as far as they are written, or the issue with their number. */
function checkedItems(field: XmlField): Code {
  const { checked, structure } = field.field;
  const items = itemsOf(field);
  if (structure.kind === "array") {
    return ts`${writeXml}.sized(${items}, ${raw(structure.length)})`;
  }
  return checked?.of === "items" ? bounded(items, valueOf(field), checked) : items;
}

function unsupported(field: XmlField): Part {
  return { xml: ts`${writeXml}.unsupported(${stringCode(field.name)}, ${valueOf(field)})` };
}

/** The function that writes a scalar; nothing for a type that XML does not hold. */
function scalarWriter(type: Type, { field }: XmlField): Code | undefined {
  const write = plainWriter(type);
  const { checked } = field;
  if (write === undefined || checked === undefined || checked.of === "items") return write;
  return ts`(item) => ${bounded(ts`${write}(item)`, ITEM, checked)}`;
}

function plainWriter(type: Type): Code | undefined {
  switch (type.kind) {
    case "reference":
      return type.scalar && plainWriter(type.scalar);
    case "long":
      return ts`${writeXml}.write${raw(longName(type))}`;
    case "string":
    case "bytes":
    case "integer":
    case "float":
    case "boolean":
    case "time":
      return ts`${writeXml}.${raw(scalarName(type))}`;
    default:
      return undefined;
  }
}

function isModel(type: Type): type is Reference {
  return type.kind === "reference" && type.isModel;
}

function isAttribute({ place }: XmlField): boolean {
  return place === "attribute" || place === "anyAttribute";
}

function valueOf({ field }: XmlField): Code {
  return member(ts`value`, field.property);
}
