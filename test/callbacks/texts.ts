import type { Texts } from "../../templates/typescript/src/callbacks/index.js";

/** Texts that are messages as they stand. */
export const plainTexts: Texts<string, never> = {
  parse: (text) => text,
  stringify: (reply) => reply,
};
