import type { Instance } from "../runtime/web.js";
import { concatenated, type Bytes } from "./bytes.js";
import { CallbackError } from "./errors.js";

/** `Request` of the web platform, under a name that the declarations of every project can mention. */
export interface CallbackRequest extends Instance<
  "Request",
  { readonly url: string; readonly method: string }
> {}

/** The query of a URL: its text, `URLSearchParams`, or an object of its parameters. */
export type CallbackQuery = string | Getter | Readonly<Record<string, unknown>>;

/** The reading part of `URLSearchParams`. */
interface Getter {
  readonly get: (name: string) => string | null;
}

/** Returns a parameter of a query, or an empty text. */
export function parameterOf(query: CallbackQuery, name: string): string {
  if (typeof query === "string") return parameterOf(new URLSearchParams(query), name);
  const value = hasGetter(query) ? query.get(name) : query[name];
  return typeof value === "string" ? value : "";
}

function hasGetter(query: object): query is Getter {
  return typeof (query as Partial<Getter>).get === "function";
}

/** Reads the body of a request; throws a `CallbackError` if it is too long or breaks off. */
export async function bytesOf(request: CallbackRequest, maxBytes: number): Promise<Bytes> {
  if (request.bodyUsed) {
    throw new TypeError("expected an unread body: pass a body that is read already to receive()");
  }
  if (Number(request.headers.get("content-length")) > maxBytes) throw new CallbackError("size");
  const chunks: Bytes[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const chunk = reader && (await chunkOf(reader));
    if (chunk === undefined) return concatenated(chunks);
    size += chunk.length;
    if (size > maxBytes) {
      await reader?.cancel().catch(() => {});
      throw new CallbackError("size");
    }
    chunks.push(chunk);
  }
}

/** Returns the next chunk of a body, or `undefined` at its end. */
async function chunkOf(reader: ReadableStreamDefaultReader<Bytes>): Promise<Bytes | undefined> {
  try {
    return (await reader.read()).value;
  } catch (cause) {
    // The sender has broken off.
    throw new CallbackError("envelope", { cause });
  }
}
