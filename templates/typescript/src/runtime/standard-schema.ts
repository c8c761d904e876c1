import type { Issue } from "./issue.js";

/**
 * The part of Standard Schema v1 (https://standardschema.dev) that codecs keep: written out here,
 * so that the package depends on nothing, and assignable to the interface of the same name there.
 */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": StandardSchemaV1.Props<Input, Output>;
}

export declare namespace StandardSchemaV1 {
  /** The properties that a library finds below `~standard`. */
  export interface Props<Input = unknown, Output = Input> {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => Result<Output>;
    /** Never there: for type inference alone. */
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  }

  /** A value, or the issues that are in its way. */
  export type Result<Output> =
    { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
}
