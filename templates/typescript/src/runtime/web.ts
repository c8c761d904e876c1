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

/** The part of `fetch` that clients use: that of the platform fits, and those of `undici` and `node-fetch` do. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** A request of a client. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  /** A text or a `Blob`; each `fetch` has its own type for them. */
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body?: any;
  /** An `AbortSignal`. */
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly signal: any;
  readonly redirect: "manual";
}

/** The part of a response that clients use. */
export interface FetchResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: { readonly get: (name: string) => string | null };
  /** A stream of the web or of Node.js. */
  readonly body?: unknown;
  readonly text: () => Promise<string>;
}

export type Signal = Instance<"AbortSignal", { readonly aborted: boolean }>;

export type SearchParams = Instance<"URLSearchParams", { readonly toString: () => string }>;

/** A stream of bytes as the platform has it. */
export type ByteStream = BlobOrFile extends { readonly stream: () => infer Value }
  ? Value
  : AsyncIterable<Uint8Array>;

export type BlobOrFile = Instance<"Blob", { readonly size: number }>;
