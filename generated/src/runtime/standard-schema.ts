import type { Issue } from "./issue.js";

/**
 * The part of Standard Schema v1 (https://standardschema.dev) that codecs keep: written out here,
 * so that the package depends on nothing, and assignable to the interface of the same name there.
 */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": StandardProps<Input, Output>;
}

/** What a library that takes Standard Schema finds below `~standard`. */
export interface StandardProps<Input, Output> {
  readonly version: 1;
  readonly vendor: string;
  readonly validate: (value: unknown) => StandardResult<Output>;
  /** Never there: for type inference alone. */
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/** A value, or the issues that are in its way. */
export type StandardResult<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
