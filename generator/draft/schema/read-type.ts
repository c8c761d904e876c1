import type { Type } from "../../model/api.js";
import type { Value, ValueObject } from "./value.js";

/** A type, and what its schema says of values of it. */
export interface ReadType {
  readonly type: Type;
  readonly isPointer: boolean;
  readonly isQuoted: boolean;
  /** The schema without the parts that say that there may be no value. */
  readonly schema: ValueObject;
  /** The things that a person should look at. */
  readonly guesses: readonly string[];
}

/** Reads the types of schemas. */
export interface TypeReader {
  /**
   * Returns the type of a schema.
   *
   * @param name the name of a declaration that the schema may need
   */
  readonly typeOf: (schema: Value, name: string) => ReadType;
  /** Returns the name of the declaration of a schema. */
  readonly nameAt: (address: string) => string | undefined;
  /** Whether the schema at an address is read as a model. */
  readonly isModelAt: (address: string) => boolean;
  /** Returns the schemas of all properties of the model at an address, and of those that it embeds. */
  readonly propertiesAt: (address: string) => ReadonlyMap<string, Value>;
}
