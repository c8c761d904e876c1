import type { JsonObject } from "../runtime/json.js";
import { Client, type CallOptions } from "./client.js";
import type { Endpoint } from "./endpoint.js";
import { formOf } from "./form.js";
import type { Reading } from "./receiver.js";
import { send } from "./send.js";
import { unlessAborted } from "./signal.js";
import type { UploadFile } from "./upload-file.js";

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
  file: UploadFile,
  reading: Reading<Response>,
  options: CallOptions = {},
): Promise<Response> {
  const signal = options.signal as AbortSignal | undefined;
  signal?.throwIfAborted();
  const body = await unlessAborted(formOf(file, signal), signal);
  return send(Client["settingsOf"](client), endpoint, { query: request, body }, reading, options);
}
