import type { Options } from "prettier";

/** The style of the output: prettier's defaults, a little wider. */
export const STYLE: Options = { printWidth: 100 };
