import type { JsonObject } from "../runtime/json.js";
import { Client, type CallOptions } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import { send } from "./send.js";
import { unlessAborted } from "./signal.js";
import type { BlobOrFile } from "../runtime/web.js";
import type { Reading } from "./receiver.js";

/** A file to upload. */
export interface UploadFile {
  /** The file name, with any characters. */
  readonly name: string;
  /** The content; a stream is read to its end before the request is sent. */
  readonly data: Uint8Array | ArrayBuffer | BlobOrFile | AsyncIterable<Uint8Array>;
  /** The media type; defaults to the blob's, or `application/octet-stream`. */
  readonly type?: string | undefined;
}

/**
 * Uploads a file as the field `media` of a form; the request goes into the query.
 *
 * @throws {TransportError} if no answer arrives
 * @throws {ResponseError} if the answer differs from the documentation
 */
export async function upload<Response>(
  client: Client,
  endpoint: Endpoint,
  request: JsonObject,
  { name, data, type = typeOf(data) }: UploadFile,
  reading: Reading<Response>,
  options: CallOptions = {},
): Promise<Response> {
  const signal = options.signal as AbortSignal | undefined;
  signal?.throwIfAborted();
  const file = new Blob(await unlessAborted(partsOf(data, signal), signal), { type });
  const body = () => {
    const form = new FormData();
    form.set("media", file, name);
    return form;
  };
  return send(Client["settingsOf"](client), endpoint, { query: request, body }, reading, options);
}

function typeOf(data: UploadFile["data"]): string {
  return (data instanceof Blob && data.type) || "application/octet-stream";
}

/** The parts of a blob; some platforms have no name for this type. */
type BlobParts = NonNullable<ConstructorParameters<typeof Blob>[0]>;

async function partsOf(
  data: UploadFile["data"],
  signal: AbortSignal | undefined,
): Promise<BlobParts> {
  if (!(Symbol.asyncIterator in data)) return [data as BlobParts[number]];
  const parts: BlobParts = [];
  for await (const part of data) {
    // Close the stream.
    signal?.throwIfAborted();
    parts.push(part as BlobParts[number]);
  }
  return parts;
}
