import type { BlobOrFile, ByteStream, Instance } from "../runtime/web.js";

/** A file to upload: its name and its content, or a `File`. */
export type UploadFile = NamedContent | Instance<"File", NamedContent>;

/** The name and the content of a file. */
export interface NamedContent {
  /** The file name, with any characters. */
  readonly name: string;
  /** The content; a stream is read to its end before the request is sent. */
  readonly data: Uint8Array | ArrayBuffer | BlobOrFile | ByteStream | AsyncIterable<Uint8Array>;
  /** The media type; defaults to the blob's, or `application/octet-stream`. */
  readonly type?: string | undefined;
}
