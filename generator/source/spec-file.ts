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
