import type { ConfiguredOutput } from "../output.js";
import type { JsonSchemaOptions } from "./options.js";
import { schema } from "./schema.js";
import { bundledSchemas, separateSchemas } from "./schemas.js";

interface JsonSchemaSettings {
  readonly options: JsonSchemaOptions;
  /** The name of the one file; absent for a file of each type. */
  readonly file: string | undefined;
  readonly isExternal: ConfiguredOutput["isExternal"];
}

/** JSON Schemas of the types of an API. */
export const jsonSchema = {
  target: "json-schema",
  schema,
  configure: ({ options, file, isExternal }: JsonSchemaSettings): ConfiguredOutput => ({
    isExternal,
    prepare: (specification) => {
      const emit = async () =>
        file === undefined
          ? separateSchemas(specification, options)
          : new Map([[file, bundledSchemas(specification, options)]]);
      return { value: { emit }, diagnostics: [] };
    },
  }),
} as const;
