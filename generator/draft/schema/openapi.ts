import { oneOf } from "../../source/code.js";
import { groupBy } from "../../source/collections.js";
import type { Topic } from "./documents.js";
import { Names } from "./names.js";
import { isMethod, readOperation, type OperationScope } from "./operation.js";
import { SchemaReader } from "./reader.js";
import { RequestFinder } from "./requests.js";
import { Root } from "./root.js";
import { isObject, listOf, objectOf, textOf, type Value, type ValueObject } from "./value.js";
import { referencesIn, xmlOnly } from "./references.js";

/** A description that is read, and the parts that the draft leaves out. */
export interface ReadDescription {
  readonly topics: readonly Topic[];
  readonly reader: SchemaReader;
  /** Sentences about what is left out. */
  readonly notes: readonly string[];
}

/** Reads a description in OpenAPI 3. */
export function readOpenApi(value: ValueObject): ReadDescription {
  const root = new Root(value);
  const left = xmlOnly(value);
  const schemas = new Map(
    Object.entries(objectOf(objectOf(value["components"])["schemas"]))
      .map(([key, schema]) => [`#/components/schemas/${key}`, schema] as const)
      .filter(([address]) => !left.has(address)),
  );
  const reader = new SchemaReader(schemas);
  reader.readAll();
  const used = referencesIn(value["paths"]);
  const requests = new RequestFinder(reader, schemas, (address) => used.has(address));
  const scope: OperationScope = { root, reader, requests, callNames: new Names() };
  const notes: string[] = [];
  const tagged: { readonly tag: string; readonly call: ReturnType<typeof readOperation> }[] = [];
  const { title, description } = objectOf(value["info"]);
  for (const [path, item] of Object.entries(objectOf(value["paths"]))) {
    const operations = objectOf(item);
    for (const [method, operation] of Object.entries(operations)) {
      if (!isObject(operation)) continue;
      if (!isMethod(method)) {
        notes.push(
          `Unexpected method \`${method}\` of \`${path}\`, expected one that calls have; the draft leaves it out`,
        );
        continue;
      }
      const shared = listOf(operations["parameters"]);
      const [tag = textOf(title)] = listOf(operation["tags"]).map(textOf);
      tagged.push({ tag, call: readOperation(method, path, { operation, shared }, scope) });
    }
  }
  notes.push(...notesAbout(value, left));
  const documentation = new Map(
    listOf(value["tags"])
      .map(objectOf)
      .map((tag) => [textOf(tag["name"]), textOf(tag["description"])] as const),
  );
  const groups = groupBy(tagged, ({ tag }) => tag);
  const topics = [...groups].map(([tag, calls]): Topic => {
    return {
      title: tag,
      documentation: documentation.get(tag) ?? "",
      calls: calls.map(({ call }) => call),
    };
  });
  const alone = { title: textOf(title), documentation: textOf(description), calls: [] };
  return { topics: topics.length === 0 ? [alone] : topics, reader, notes };
}

function notesAbout(value: ValueObject, left: ReadonlySet<string>): string[] {
  const webhooks = Object.keys(objectOf(value["webhooks"] as Value));
  const schemas = [...left].map((address) => address.slice(address.lastIndexOf("/") + 1));
  return [
    ...(webhooks.length === 0
      ? []
      : [
          `Unexpected webhooks ${oneOf(webhooks, "and")}, expected calls; the draft leaves them out`,
        ]),
    ...(schemas.length === 0
      ? []
      : [
          `Unexpected schemas of XML ${oneOf(schemas, "and")}, expected schemas of JSON; the draft leaves them out`,
        ]),
  ];
}
