import type { StatementStructures } from "ts-morph";

/** A document of the spec. */
export interface SpecFile {
  /** The path that messages show. */
  readonly path: string;
  readonly value: string;
  /** The revision of git that the file is of; absent for the working tree. */
  readonly revision?: string | undefined;
  /** Present if the bytes were not UTF-8: the value is their text in the probable encoding. */
  readonly encodingError?: EncodingError | undefined;
  /**
   * The path below the folder of the spec, with slashes: it names the module. Default: the path below
   * the innermost folder that all documents are in.
   */
  readonly name?: string | undefined;
  /** The reason why the value is empty: the suffix of another format, or a link that leads nowhere. */
  readonly unread?: "format" | "link" | undefined;
}

/** The first byte of a file that does not belong to a text in UTF-8. */
export interface EncodingError {
  /** The place in the text. */
  readonly offset: number;
  readonly byte: number;
  /** The probable encoding; nothing if the text is UTF-8 with damaged bytes. */
  readonly encoding: string | undefined;
}

/** The files that the package takes over as they are, and the frame of its `package.json`. */
export interface Templates {
  readonly package: PackageTemplate;
  /** Texts by their path in the package. */
  readonly files: ReadonlyMap<string, string>;
}

/** A `package.json` without what depends on the spec. */
export interface PackageTemplate {
  readonly name: string;
  readonly [key: string]: unknown;
}

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

/** A file of the output that is not as it would be generated now. */
export interface Difference {
  readonly path: string;
  readonly kind: "added" | "changed" | "removed";
}
