/**
 * Types of the web platform: those of the DOM or of Node where the consuming project has them. Without either the
 * package still compiles.
 */

/** The instance type of a global class. */
export type Instance<Name extends string, Otherwise> = typeof globalThis extends {
  readonly [Key in Name]: { readonly prototype: infer Value };
}
  ? Value
  : Otherwise;

export type Fetch = typeof globalThis extends { readonly fetch: infer Value }
  ? Value
  : (url: string, init: object) => Promise<object>;

export type Signal = Instance<"AbortSignal", { readonly aborted: boolean }>;

export type SearchParams = Instance<"URLSearchParams", { readonly toString: () => string }>;

/** A stream of bytes as the platform has it. */
export type ByteStream = BlobOrFile extends { readonly stream: () => infer Value }
  ? Value
  : AsyncIterable<Uint8Array>;

export type BlobOrFile = Instance<"Blob", { readonly size: number }>;
