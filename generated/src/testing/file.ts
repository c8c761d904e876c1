/** A file in a request or in an answer. */
export interface FakeFile {
  readonly data: Uint8Array | string;
  /** The file name. */
  readonly name?: string | undefined;
  /** The media type; default `application/octet-stream`. */
  readonly type?: string | undefined;
}

/** A file that a request carried. */
export interface ReceivedFile extends FakeFile {
  readonly name: string;
  readonly data: Uint8Array;
  readonly type: string;
}
