import type { Memo } from "../../generator/outputs/output.js";

/**
 * The texts that the tests of this process have printed, by all that they depend on: what is printed
 * already, tests take from here. `cache.test.ts` shows that the printer would make the same again.
 */
export const printed: Memo = new Map<string, string>();

/** Knows an empty text of everything, for tests of messages and of paths. */
export const unprinted: Memo = { get: () => "", set: () => {} };
