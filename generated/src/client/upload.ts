import type { JsonObject } from "../runtime/json.js";
import { Client, type CallOptions } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import { formOf } from "./form.js";
import { headersIn } from "./members.js";
import type { Reading } from "./receiver.js";
import { send } from "./send.js";
import { unlessAborted } from "./signal.js";
import type { UploadFile } from "./upload-file.js";

/** An endpoint that takes a file. */
export interface UploadEndpoint extends Endpoint {
  /** The name of the file in the form; default `media`. */
  readonly file?: string;
  /** The fields of the request in headers. */
  readonly headers?: readonly string[];
}

/**
 * Uploads a file as a field of a form; the request goes into the query.
 *
 * @throws {TransportError} if no answer arrives
 * @throws {ResponseError} if the answer differs from the documentation
 */
export async function upload<Response>(
  client: Client,
  { file: field, headers: names, ...endpoint }: UploadEndpoint,
  request: JsonObject,
  file: UploadFile,
  reading: Reading<Response>,
  options: CallOptions = {},
): Promise<Response> {
  const signal = options.signal as AbortSignal | undefined;
  signal?.throwIfAborted();
  const members = new Map(Object.entries(request));
  const headers = headersIn(members, names);
  const query = Object.fromEntries(members);
  const body = await unlessAborted(formOf(file, signal, field), signal);
  return send(Client["settingsOf"](client), endpoint, { query, body, headers }, reading, options);
}
