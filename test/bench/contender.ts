import type { PayloadName } from "./payloads.js";

/** What a contender can do with one model; what it has no way to do is not there. */
export interface Conversions {
  /** Checks the value that `JSON.parse` made, and makes the typed one. */
  readonly decode?: (json: unknown) => unknown;
  readonly parse?: (text: string) => unknown;
  /** Makes a value for `JSON.stringify` of the typed one. */
  readonly encode?: (value: never) => unknown;
  readonly stringify?: (value: never) => string;
  /** Decodes without throwing; all that is wrong, or undefined. */
  readonly issuesOf?: (json: unknown) => unknown;
}

export interface Contender extends Readonly<Record<PayloadName, Conversions>> {
  /** Where it does less than the generated codecs, or other things. */
  readonly note: string;
  /** Undoes the differences of its typed values that the note tells, to compare the rest. */
  readonly comparable?: (value: never) => unknown;
}
