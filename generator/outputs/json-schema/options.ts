import type { SchemaOptions } from "../../schema/style.js";

/** The options of JSON Schemas. */
export interface JsonSchemaOptions extends SchemaOptions {
  /**
   * The address that the schemas are published at: that of the file for one file, and that of the folder, with a slash
   * at its end, for several. Without it they have no `$id`.
   */
  readonly id?: string | undefined;
}
