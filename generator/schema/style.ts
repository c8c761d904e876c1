/**
 * The form of an enum: `enum` lists its values, `const` has a schema for each one, with its name and documentation, and
 * `open` lists the values and takes all others of the type, too.
 */
export type EnumForm = "enum" | "const" | "open";

/**
 * The schemas that take `null`: those of pointers, which Go writes as `null`, or all of them, as decoders take `null` for
 * the zero value of any type.
 */
export type Nulls = "pointers" | "all";

/** The choices between schemas that say the same. */
export interface SchemaOptions {
  readonly enums?: EnumForm | undefined;
  /** Default `pointers`. */
  readonly nulls?: Nulls | undefined;
  /** The address of a line of a document, with `{path}` and `{line}` in it. */
  readonly sourceLinks?: string | undefined;
}

/** The vocabulary of schemas, and the addresses of those that they refer to. */
export interface SchemaStyle {
  readonly enums: EnumForm;
  readonly nulls: Nulls;
  /** Whether readers know the formats, the bounds and the extensions of OpenAPI. */
  readonly isOpenApi: boolean;
  /** Returns the address of the schema of a declaration, or of the schema of its elements of XML. */
  readonly addressOf: (name: string, wire: "json" | "xml") => string;
}
