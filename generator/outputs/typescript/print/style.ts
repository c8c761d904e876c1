/** The style of the output: prettier's defaults, a little wider. */
export const STYLE = { printWidth: 100 } as const;
