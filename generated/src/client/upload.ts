import type { JsonObject } from "../runtime/json.js";
import { decoded } from "./call.js";
import { Client, type CallOptions } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import { send } from "./send.js";
import type { BlobOrFile } from "./web.js";

/** A file to upload. */
export interface UploadFile {
  /** The name, with all its characters as they are. */
  readonly name: string;
  /** The bytes; a stream is read to its end before anything is sent. */
  readonly data: Uint8Array | ArrayBuffer | BlobOrFile | AsyncIterable<Uint8Array>;
  /** The media type; default `application/octet-stream`. */
  readonly type?: string | undefined;
}

/**
 * Uploads a file as the field `media` of a form; the request goes into the query.
 *
 * @throws {WorkWxError} where the server refuses the call
 * @throws {TransportError} where there is no answer
 * @throws {ResponseError} where the answer is not what the documentation says
 */
export async function upload<Response>(
  client: Client,
  endpoint: Endpoint,
  request: JsonObject,
  { name, data, type = "application/octet-stream" }: UploadFile,
  decode: (json: unknown) => Response,
  options: CallOptions = {},
): Promise<Response> {
  const file = new Blob(await partsOf(data), { type });
  const body = () => {
    const form = new FormData();
    form.set("media", file, name);
    return form;
  };
  const json = await send(Client.settingsOf(client), endpoint, { query: request, body }, options);
  return decoded(endpoint.name, json, decode);
}

/** What a blob is made of; not all platforms have a name for it. */
type BlobParts = NonNullable<ConstructorParameters<typeof Blob>[0]>;

async function partsOf(data: UploadFile["data"]): Promise<BlobParts> {
  if (!(Symbol.asyncIterator in data)) return [data as BlobParts[number]];
  const parts: BlobParts = [];
  for await (const part of data) parts.push(part as BlobParts[number]);
  return parts;
}
