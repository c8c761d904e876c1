import type { Model, Type, XmlField } from "../model/api.js";
import type { XmlTag } from "../model/tags.js";
import { descriptionOf } from "./documentation.js";
import { factsSchema } from "./field.js";
import { members, type JsonObject } from "./json.js";
import { partsOf } from "./model.js";
import { resolvedType, typeSchema, type SchemaScope } from "./type.js";

/** Whether schemas of OpenAPI can say where a field is in XML: they know elements and attributes with names. */
export function isInXmlSchema({ xml: { place } }: XmlField): boolean {
  return place === "element" || place === "attribute";
}

/** Returns the schema of a model in XML. */
export function xmlModelSchema(model: Model, scope: SchemaScope): JsonObject {
  const { deprecated } = model;
  const { embeddings, fields } = partsOf(model, "xml", scope);
  const root = emptyNode();
  for (const field of fields.filter(isInXmlSchema)) addField(root, field, scope);
  const own = nodeSchema(root);
  const parts = embeddings.map(({ type }) =>
    xmlTypeSchema({ kind: "reference", name: type }, scope),
  );
  const hasOwn = root.children.size > 0;
  return members({
    description: descriptionOf(model),
    deprecated: deprecated === undefined ? undefined : true,
    ...(parts.length === 0 ? own : { allOf: hasOwn ? [...parts, own] : parts }),
  });
}

/** An element, by its elements and attributes. */
interface ElementNode {
  readonly children: Map<string, ElementNode | JsonObject>;
  readonly required: string[];
}

/** Adds a field, and the elements around it. */
function addField(root: ElementNode, field: XmlField, scope: SchemaScope): void {
  const { xml, required } = field;
  let node = root;
  for (const parent of xml.parents) {
    const known = node.children.get(parent);
    const next = known !== undefined && isNode(known) ? known : emptyNode();
    node.children.set(parent, next);
    if (required === true && !node.required.includes(parent)) node.required.push(parent);
    node = next;
  }
  const key = node.children.has(xml.name) ? `${xml.name} (${xml.place})` : xml.name;
  const facts = factsSchema(field, scope);
  const place = xmlObject(xml, key);
  node.children.set(key, members({ ...xmlTypeSchema(field.type, scope), ...facts, xml: place }));
  if (required === true) node.required.push(key);
}

function emptyNode(): ElementNode {
  return { children: new Map(), required: [] };
}

function isNode(child: ElementNode | JsonObject): child is ElementNode {
  return child["children"] instanceof Map;
}

function nodeSchema({ children, required }: ElementNode): JsonObject {
  const properties = [...children].map(
    ([name, child]) => [name, isNode(child) ? nodeSchema(child) : child] as const,
  );
  return members({
    type: "object",
    required: required.length === 0 ? undefined : required,
    properties: Object.fromEntries(properties) as JsonObject,
  });
}

function xmlObject({ place, name, namespace }: XmlTag, key: string): JsonObject | undefined {
  const facts = members({
    name: key === name ? undefined : name,
    namespace,
    attribute: place === "attribute" ? true : undefined,
  });
  return Object.keys(facts).length === 0 ? undefined : facts;
}

/** Returns the schema of the values of a type in XML: names for models have those of their elements. */
function xmlTypeSchema(type: Type, scope: SchemaScope): JsonObject {
  const resolved = resolvedType(type, scope);
  switch (resolved.kind) {
    case "reference":
      return { $ref: scope.addressOf(resolved.name, "xml") };
    case "list":
    case "array":
      return { type: "array", items: xmlTypeSchema(resolved.element, scope) };
    case "bytes":
      return { type: "string" };
    default:
      return typeSchema(type, scope);
  }
}
