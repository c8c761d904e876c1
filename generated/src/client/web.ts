/**
 * Types of the web platform, as far as the project has them that the client is used in: with the DOM's
 * or Node's types they are the real ones, and without either the package still compiles.
 */

/** The instances of a global class. */
type Instance<Name extends string, Otherwise> = typeof globalThis extends {
  readonly [Key in Name]: { readonly prototype: infer Value };
}
  ? Value
  : Otherwise;

export type Fetch = typeof globalThis extends { readonly fetch: infer Value }
  ? Value
  : (url: string, init: object) => Promise<object>;

export type Signal = Instance<"AbortSignal", { readonly aborted: boolean }>;

export type BlobOrFile = Instance<"Blob", { readonly size: number }>;
