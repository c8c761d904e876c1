import { stringifyExactly, parse } from "../runtime/exact.js";
import type { Codec } from "../runtime/codec.js";
import type { JsonObject } from "../runtime/json.js";
import { any } from "../runtime/read.js";
import { Client, type CallOptions } from "./client.js";
import type { Method } from "./endpoint.js";
import { file, type DownloadedFile } from "./file.js";
import { formOf } from "./form.js";
import { jsonBody } from "./json-body.js";
import type { Reading } from "./receiver.js";
import { send } from "./send.js";
import type { UploadFile } from "./upload-file.js";

/** A request that the specification lacks. */
export interface ApiRequest<Value = unknown> {
  readonly method: Method;
  /** The path below the URL of the server, as it is sent: `/cgi-bin/user/get`. */
  readonly path: string;
  readonly query?: JsonObject | undefined;
  /** The body, which is sent as JSON; a `bigint` keeps its digits. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A file to upload in the place of a body. */
  readonly file?: UploadFile | undefined;
  /** Whether the request carries the credentials of the client; default true. */
  readonly token?: boolean | undefined;
  /** The codec of the answer; default JSON, in which integers that no `number` holds become `bigint`. */
  readonly codec?: Pick<Codec<Value>, "parse"> | undefined;
  /** The name in messages and in events; default the method and the path. */
  readonly name?: string | undefined;
}

/**
 * Sends a request that the specification lacks, with the credentials, the retries and the hooks of a client.
 *
 * @throws {SdkError} if the API refuses the request, or if no usable answer arrives
 */
export function request<Value = unknown>(
  client: Client,
  what: ApiRequest<Value>,
  options: CallOptions = {},
): Promise<Value> {
  const { codec } = what;
  const read = (text: string) => codec?.parse(text) ?? (parse(any, text) as Value);
  return sendRequest(client, what, (_json, text) => read(text), options);
}

/**
 * Sends a request whose answer is a file, and that the specification lacks.
 *
 * @throws {SdkError} if the API refuses the request, or if no usable answer arrives
 */
export function requestFile(
  client: Client,
  what: ApiRequest,
  options: CallOptions = {},
): Promise<DownloadedFile> {
  return sendRequest(client, what, file, options);
}

async function sendRequest<Value>(
  client: Client,
  { method, path, query, body, headers, file: media, token, name }: ApiRequest,
  reading: Reading<Value>,
  options: CallOptions,
): Promise<Value> {
  if (!/^\/[^?#\s]*$/.test(path))
    throw new TypeError("expected a path such as `/cgi-bin/user/get`, without a query");
  const signal = options.signal as AbortSignal | undefined;
  const payload = {
    ...(query === undefined ? {} : { query }),
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { body: jsonBody(stringifyExactly(body)) }),
    ...(media === undefined ? {} : { body: await formOf(media, signal) }),
  };
  const endpoint = { name: name ?? `${method} ${path}`, method, path, token: token !== false };
  return send(Client["settingsOf"](client), endpoint, payload, reading, options);
}
