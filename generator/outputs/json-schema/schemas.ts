import { declarationSchema } from "../../schema/declaration.js";
import { jsonText, members, type JsonObject } from "../../schema/json.js";
import { sourceLinks } from "../../schema/links.js";
import { typeDeclarations, type SchemaScope } from "../../schema/type.js";
import type { Files, Specification } from "../output.js";
import { schemaFiles } from "./names.js";
import type { JsonSchemaOptions } from "./options.js";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** Returns the schemas of all types with a form in JSON, each in a file of its own. */
export function separateSchemas(specification: Specification, options: JsonSchemaOptions): Files {
  const files = schemaFiles(typeDeclarations(specification.api).values());
  const fileOf = (name: string) => files.get(name) ?? name;
  const schemas = schemasOf(specification, options, (name) => encodeURIComponent(fileOf(name)));
  const { id } = options;
  return new Map(
    [...schemas].map(([name, schema]) => {
      const $id = id === undefined ? undefined : id + encodeURIComponent(fileOf(name));
      return [fileOf(name), textOf(members({ $schema: DIALECT, $id, ...schema }))];
    }),
  );
}

/** Returns one schema that has those of all types as definitions. */
export function bundledSchemas(specification: Specification, options: JsonSchemaOptions): string {
  const definitions = Object.fromEntries(schemasOf(specification, options, definitionAddress));
  return textOf(members({ $schema: DIALECT, $id: options.id, $defs: definitions }));
}

function definitionAddress(name: string): string {
  return `#/$defs/${encodeURIComponent(name)}`;
}

function schemasOf(
  { api, index }: Specification,
  { enums = "const", nulls = "pointers", sourceLinks: template }: JsonSchemaOptions,
  addressOf: (name: string) => string,
): ReadonlyMap<string, JsonObject> {
  const declarations = typeDeclarations(api);
  const scope: SchemaScope = { declarations, enums, nulls, isOpenApi: false, addressOf };
  const linkOf = sourceLinks(index, template);
  return new Map(
    [...declarations].flatMap(([name, declaration]) => {
      const schema = declarationSchema(declaration, scope);
      if (schema === undefined) return [];
      return [[name, members({ title: name, $comment: linkOf(`declaration ${name}`), ...schema })]];
    }),
  );
}

function textOf(schema: JsonObject): string {
  return `${jsonText(schema)}\n`;
}
