import type { JsonObject } from "../runtime/json.js";
import { partsOf, type BlobParts } from "./body.js";
import type { Body } from "./transport.js";
import type { NamedContent, UploadFile } from "./upload-file.js";

/** Reads a file; returns the function that writes the form, which no `fetch` has to know. */
export async function formOf(
  file: UploadFile,
  signal: AbortSignal | undefined,
  field = "media",
): Promise<(extra?: JsonObject) => Body> {
  const { name, data = file as Blob, type } = file as Partial<NamedContent>;
  const content = await contentOf(data, signal);
  const mediaType = type || (data instanceof Blob && data.type) || "application/octet-stream";
  return (extra: JsonObject = {}) => {
    // A blob has small letters in its type.
    const boundary = `md2sdk-${[0, 0, 0].map(() => Math.random().toString(36).slice(2)).join("")}`;
    const head = (rest: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name=${rest}\r\n`;
    const fields = Object.entries(extra).map(([member, value]) => {
      const text = typeof value === "object" ? JSON.stringify(value) : String(value);
      return `${head(quoted(member))}\r\n${text}\r\n`;
    });
    const start = `${head(`${quoted(field)}; filename=${quoted(name ?? "")}`)}Content-Type: ${mediaType.replace(/[\r\n]/g, "")}\r\n\r\n`;
    const contentType = `multipart/form-data; boundary=${boundary}`;
    const parts = [...fields, start, content, `\r\n--${boundary}--\r\n`];
    return { content: new Blob(parts, { type: contentType }), type: contentType };
  };
}

/** Quotes a text in the head of a part, as browsers do. */
function quoted(text: string): string {
  return `"${text.replace(/["\r\n]/g, encodeURIComponent)}"`;
}

async function contentOf(
  data: NamedContent["data"],
  signal: AbortSignal | undefined,
): Promise<Blob> {
  if (data instanceof Blob) return data;
  if (!(Symbol.asyncIterator in data || "getReader" in data))
    return new Blob([data as BlobParts[number]]);
  const { next, end } = partsOf(data);
  const parts: Blob[] = [];
  for (;;) {
    const { done, value } = await next();
    if (done === true) return new Blob(parts);
    if (signal?.aborted === true) await end();
    signal?.throwIfAborted();
    // A copy in a blob, so that the part itself is free before the next one is read.
    parts.push(new Blob([value as BlobParts[number]]));
  }
}
