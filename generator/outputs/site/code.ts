import type { Call, Field, FieldFacts, Type } from "../../model/api.js";
import type { SymbolId } from "../../model/index.js";

/**
 * The code that a site shows beside the specification: the names, types and examples of one package.
 * The output that makes the package implements it, so that a site knows nothing of its language.
 */
export interface PackageCode {
  /** Returns the identifier of a declaration, a member, a field or a call. */
  readonly nameOf: (id: SymbolId) => string;
  /** Returns the module of a document. */
  readonly moduleOf: (file: string) => string;
  /** Returns a type as the language writes it, in parts. */
  readonly typeOf: (type: Type, owner: SymbolId) => readonly TypePart[];
  /** Returns the module that defines a type from elsewhere. */
  readonly originOf: (external: string) => string;
  /** Returns the value of a constant or of a member as the language writes it. */
  readonly literalOf: (name: string) => string;
  /** Whether the property of a field may be absent. */
  readonly isOptional: (field: Field) => boolean;
  /** Returns the default and the example of a field as the language writes them, or else their texts. */
  readonly samplesOf: (field: FieldFacts) => Samples;
  /** Returns the function for all pages of a call; undefined if its response has no pages. */
  readonly pagesOf: (call: Call) => string | undefined;
  /** Returns a statement that makes a call. */
  readonly exampleOf: (call: Call) => string;
}

interface Samples {
  readonly default?: string;
  readonly example?: string;
}

/** Text, or the identifier of a declared type. */
type TypePart = string | { readonly identifier: string; readonly declaration: string };
