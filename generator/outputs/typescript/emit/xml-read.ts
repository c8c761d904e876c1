import { groupBy } from "../../../source/collections.js";
import type { Model, Reference, Type, XmlField } from "../plan/plan.js";
import { joined, raw, renderedText, ts, type Code } from "./code.js";
import { runtime } from "./library.js";
import { member, stringCode } from "./literal.js";
import { longName, scalarName } from "./read.js";
import { codecPart, typeName } from "./reference.js";
import { typeText } from "./type.js";
import { conditional } from "./write.js";

const { readXml } = runtime;

const TEXT = ts`text`;
/** The expression of the text of the open element, which it reads. */
const CONTENT = ts`${readXml}.content()`;

/** The body of a model's reader: it changes the value that it gets, as a model may come in parts. */
export function readXmlModel({ xml = [] }: Model): Code {
  const inner = fieldsAt(xml, "innerXml").find(({ field }) => isText(field.structure));
  const comment = fieldsAt(xml, "comment").find(({ field }) => isText(field.structure));
  const text = xml.find(({ place }) => place === "text" || place === "cdata");
  const content = readContent(xml, comment);
  return joined([
    ...(inner === undefined ? [] : [ts`const start = ${readXml}.start();`]),
    ...(comment === undefined ? [] : [raw('let comments = "";')]),
    ...readAttributes(xml),
    text === undefined ? ts`${content};` : ts`${valueOf(text)} = ${textValue(text, content)};`,
    ...(comment === undefined ? [] : [ts`${valueOf(comment)} = comments;`]),
    ...(inner === undefined ? [] : [ts`${valueOf(inner)} = ${readXml}.inner(start);`]),
    raw("return value;"),
  ]);
}

function readContent(xml: readonly XmlField[], comment: XmlField | undefined): Code {
  const [any] = fieldsAt(xml, "any");
  const child = children(
    fieldsAt(xml, "element").map((field) => ({ field, path: [...field.parents, field.name] })),
    any && elementStatement(any),
  );
  if (comment !== undefined) {
    const note = ts`(comment) => {\ncomments += comment;\n}`;
    return ts`${readXml}.content(${child ?? raw("undefined")}, ${note})`;
  }
  return child === undefined ? CONTENT : ts`${readXml}.content(${child})`;
}

function readAttributes(xml: readonly XmlField[]): Code[] {
  const [any] = fieldsAt(xml, "anyAttribute");
  const cases = [...groupBy(fieldsAt(xml, "attribute"), ({ name }) => name)].map(
    ([name, fields]) => ({
      name,
      choices: fields.map((field) => ({
        condition: inNamespace(field, "isAttributeIn"),
        statement: attributeStatement(field),
      })),
    }),
  );
  const body = choose(cases, any && attributeStatement(any));
  return body === undefined
    ? []
    : [
        cases.length === 0
          ? ts`${readXml}.attributes(${ts`(_name, text) => {\n${body}\n}`});`
          : ts`${readXml}.attributes(${ts`(name, text) => {\n${body}\n}`});`,
      ];
}

function attributeStatement(field: XmlField): Code {
  const { structure, optional } = field.field;
  const value = valueOf(field);
  if (structure.kind !== "list") return ts`${value} = ${scalar(structure, TEXT)};`;
  const list = optional ? ts`(${value} ??= [])` : value;
  return ts`${list}.push(${scalar(structure.element, TEXT)});`;
}

/** A field, and the rest of the path to it. */
interface Step {
  readonly field: XmlField;
  readonly path: readonly string[];
}

/** The function that reads the children of an element, of which the other one is for any. */
function children(steps: readonly Step[], other?: Code): Code | undefined {
  const cases = [...groupBy(steps, ({ path: [name = ""] }) => name)].map(([name, named]) => ({
    name,
    choices: [...groupBy(named, ({ field }) => field.namespace)].map(([, same]) => ({
      condition: inNamespace(same[0]?.field, "isIn"),
      statement: childStatement(same),
    })),
  }));
  const body = choose(cases, other);
  if (body === undefined) return undefined;
  return cases.length === 0 ? ts`() => {\n${body}\n}` : ts`(name) => {\n${body}\n}`;
}

function childStatement(steps: readonly Step[]): Code {
  const own = steps.find(({ path }) => path.length === 1);
  if (own !== undefined) return elementStatement(own.field);
  const inner = children(steps.map(({ field, path }) => ({ field, path: path.slice(1) })));
  return ts`${readXml}.content(${inner ?? raw("")});`;
}

function elementStatement(field: XmlField): Code {
  const { structure, optional } = field.field;
  const value = valueOf(field);
  if (structure.kind === "any") return ts`${CONTENT};`;
  if (structure.kind !== "list") return ts`${value} = ${element(structure, value)};`;
  const list = optional ? ts`(${value} ??= [])` : value;
  return ts`${readXml}.add(${list}, ${itemReader(structure.element)});`;
}

/** The expression that reads the open element; a model is read into one that is there. */
function element(type: Type, value: Code): Code {
  if (isModel(type)) return ts`${codecPart(type, "readXml")}(${value})`;
  if (type.kind === "list") return ts`[${itemOf(type.element)}]`;
  return type.kind === "any" ? raw("null") : scalar(type, CONTENT);
}

function itemOf(type: Type): Code {
  return element(type, raw(""));
}

/** The function that reads an item of a list. */
function itemReader(type: Type): Code {
  if (isModel(type)) return ts`${codecPart(type, "readXml")}`;
  return type.kind === "string" || type.kind === "bytes"
    ? ts`${readXml}.content`
    : ts`() => ${itemOf(type)}`;
}

function textValue({ field }: XmlField, text: Code): Code {
  return scalar(field.structure, text);
}

/** The expression that makes a scalar of a text; other types have none. */
function scalar(type: Type, text: Code): Code {
  switch (type.kind) {
    case "string":
    case "bytes":
      return text;
    case "reference": {
      if (type.scalar === undefined) return ts`${readXml}.unsupported(${text})`;
      const value = scalar(type.scalar, text);
      // A number is assignable to a numeric enum, a string to none.
      return type.isEnum && typeText(type.scalar) === "string"
        ? ts`${value} as ${typeName(type)}`
        : value;
    }
    case "long":
      return ts`${readXml}.${raw(longName(type).replace(/^./, (first) => first.toLowerCase()))}(${text})`;
    case "integer":
    case "float":
    case "boolean":
    case "time":
      return ts`${readXml}.${raw(scalarName(type))}(${text})`;
    default:
      return ts`${readXml}.unsupported(${text})`;
  }
}

/** A name, and what it may mean. */
interface Case {
  readonly name: string;
  readonly choices: readonly { readonly condition?: Code | undefined; readonly statement: Code }[];
}

/** The statement that acts by `name`. */
function choose(cases: readonly Case[], other: Code | undefined): Code | undefined {
  const bodies = cases.map(({ name, choices }) => ({
    name,
    body: chain(withRest(choices, other)),
  }));
  const [only] = bodies;
  if (only === undefined) return other;
  if (bodies.length === 1 && other === undefined) {
    return conditional(ts`if (name === ${stringCode(only.name)})`, only.body);
  }
  const lines = bodies.map(({ name, body }) => ts`case ${stringCode(name)}:\n${body}\nbreak;`);
  const byDefault = other === undefined ? raw("") : ts`\ndefault:\n${other}`;
  return ts`switch (name) {\n${joined(lines)}${byDefault}\n}`;
}

/** Adds the statement for other names where each choice has a condition: a name of another namespace is another name. */
function withRest(choices: Case["choices"], other: Code | undefined): Case["choices"] {
  const isOpen = choices.every(({ condition }) => condition !== undefined);
  return isOpen && other !== undefined ? [...choices, { statement: other }] : choices;
}

function chain(choices: Case["choices"]): Code {
  const statements = choices.map(({ condition, statement }) =>
    condition === undefined ? statement : conditional(ts`if (${condition})`, statement),
  );
  return joined(
    statements.flatMap((statement, index) => {
      if (index === 0) return [statement];
      const isBlock = renderedText(statements[index - 1] ?? statement).endsWith("}");
      return [raw(isBlock ? " else " : "\nelse "), statement];
    }),
    "",
  );
}

function inNamespace(
  field: XmlField | undefined,
  test: "isIn" | "isAttributeIn",
): Code | undefined {
  return field?.namespace === undefined
    ? undefined
    : ts`${readXml}.${raw(test)}(${stringCode(field.namespace)})`;
}

function valueOf({ field }: XmlField): Code {
  return member(ts`value`, field.property);
}

function fieldsAt(xml: readonly XmlField[], place: XmlField["place"]): XmlField[] {
  return xml.filter((field) => field.place === place);
}

function isModel(type: Type): type is Reference {
  return type.kind === "reference" && type.isModel;
}

function isText({ kind }: Type): boolean {
  return kind === "string" || kind === "bytes";
}
