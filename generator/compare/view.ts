import type { SymbolId } from "../model/index.js";

/**
 * The package that an output makes of an API, as far as its users can tell it from another one. An
 * output makes it of what it has prepared; the specification itself says nothing of this.
 */
export interface PackageView {
  /** The name of the package, if the configuration gives one. */
  readonly packageName: string | undefined;
  /**
   * Identifiers: types, constants, members of enums, properties of fields, functions of calls; for
   * documents, their modules.
   */
  readonly names: ReadonlyMap<SymbolId, string>;
  /**
   * The representations of 64-bit integers, unless it is `number`: of those that the type of a field
   * or of an alias has inside, and of the values of an enum.
   */
  readonly int64: ReadonlyMap<SymbolId, "bigint" | "string">;
  readonly enumStyles: ReadonlyMap<SymbolId, EnumStyle>;
  /** The fields whose property may be `undefined`. */
  readonly optional: ReadonlySet<SymbolId>;
  /** The fields of which empty values are left out. */
  readonly omitted: ReadonlySet<SymbolId>;
  /** The settings of fields for absent values, unless it is `zero`. */
  readonly presence: ReadonlyMap<SymbolId, "zero" | "optional">;
  /** Whether encoders check limits. */
  readonly checksLimits: boolean;
  /** The client for the calls; absent if there are no calls. */
  readonly client?: ClientView | undefined;
  /** The types from elsewhere by their names in the specification, for instance `Media from ./media.js`. */
  readonly externals: ReadonlyMap<string, string>;
}

/** A client as far as its users can tell it from another one. */
export interface ClientView {
  /** Its class, conventions and authorization, for instance `PetStore (http, bearer)`. */
  readonly text: string;
  /** The URL of the server unless an instance has another one. */
  readonly baseUrl: string | undefined;
}

export type EnumStyle = "const-enum" | "enum" | "as-const" | "union";
