import type { StatementStructures } from "ts-morph";

/** A file of the output before it is printed; `path` is relative to the output, with slashes. */
export type EmittedFile =
  | {
      readonly kind: "typescript";
      readonly path: string;
      readonly sections: readonly Section[];
      /** Whether no empty lines stand between the sections. */
      readonly isDense?: boolean;
    }
  | { readonly kind: "json"; readonly path: string; readonly value: unknown }
  | { readonly kind: "text"; readonly path: string; readonly text: string };

/** Statements that are printed together, with an empty line between sections: a type and its codec. */
export type Section = readonly (StatementStructures | string)[];
