import type { Memo } from "../../generator/outputs/output.js";

/**
 * The texts that the tests of this process have printed, by all that they depend on: what is printed
 * already, tests take from here. `cache.test.ts` shows that the printer would make the same again.
 */
export const printed: Memo = new Map<string, string>();

/** Makes a memo that also puts what it is asked for, and what it is given, into a map. */
export function recorded(texts: Map<string, string>): Memo {
  return {
    get: (source) => {
      const text = printed.get(source);
      if (text !== undefined) texts.set(source, text);
      return text;
    },
    set: (source, text) => {
      printed.set(source, text);
      texts.set(source, text);
    },
  };
}

/** Knows an empty text of everything, for tests of messages and of paths. */
export const unprinted: Memo = { get: () => "", set: () => {} };
