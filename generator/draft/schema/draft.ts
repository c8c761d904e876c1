import type { Api } from "../../model/api.js";
import { pascalCase } from "../../names.js";
import { documentsOf } from "./documents.js";
import { schemaOfExample } from "./example.js";
import { readOpenApi } from "./openapi.js";
import { SchemaReader } from "./reader.js";
import { isObject, objectOf, textOf, type Value, type ValueObject } from "./value.js";

/** An API that is read from a description, a schema or an example. */
export interface ReadApi {
  readonly api: Api;
  /** Sentences about what is left out. */
  readonly notes: readonly string[];
}

/**
 * Reads a description in OpenAPI 3, a JSON Schema, or an example in JSON.
 *
 * @param stem the name of the file without its suffix
 */
export function readApi(value: Value, stem: string): ReadApi {
  if (isObject(value) && typeof value["openapi"] === "string") {
    const { topics, reader, notes } = readOpenApi(value);
    return { api: { documents: documentsOf(topics, reader.declarations) }, notes };
  }
  const name = pascalCase(stem.replace(/\.schema$/, "")) || "Example";
  const isSchema = isObject(value) && KEYS.some((key) => key in value);
  const reader = isSchema ? readSchema(value, name) : readExample(value, name);
  const topic = { title: stem, documentation: "", calls: [] };
  return { api: { documents: documentsOf([topic], reader.declarations) }, notes: [] };
}

/** The keywords that examples hardly have. */
const KEYS = ["$schema", "$defs", "definitions", "$id", "properties", "allOf", "anyOf", "oneOf"];

function readSchema(value: ValueObject, name: string): SchemaReader {
  const definitions = ["$defs", "definitions"].flatMap((place) =>
    Object.entries(objectOf(value[place])).map(
      ([key, schema]) => [`#/${place}/${encodeURIComponent(key)}`, schema] as const,
    ),
  );
  const { $defs: _definitions, definitions: _others, $schema: _dialect, $id: _id, ...root } = value;
  const isEmpty = Object.keys(root).every((key) =>
    ["title", "description", "$comment"].includes(key),
  );
  const own = textOf(root["title"]) || name;
  const reader = new SchemaReader(new Map(definitions));
  if (!isEmpty) reader.declare(reader.names.take(own), root);
  reader.readAll();
  return reader;
}

function readExample(value: Value, name: string): SchemaReader {
  const reader = new SchemaReader(new Map());
  reader.declare(reader.names.take(name), schemaOfExample(value), [
    "the types, which are those of an example",
  ]);
  return reader;
}
