import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Something that was asked for is not there, or is not what it should be. */
export class ReadError extends Error {
  override readonly name = "ReadError";
}

/** UTF-8 only: bytes that are none would be replaced in silence, and text be lost. */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new ReadError(`cannot read ${path}: ${String(error)}`, { cause: error });
  });
  return textOf(bytes, path);
}

/** Reads files of a folder, by their names. */
export async function readTexts(
  folder: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const texts = await Promise.all(names.map((name) => readText(join(folder, name))));
  return new Map(names.map((name, index) => [name, texts[index] ?? ""]));
}

/** The text of a file's bytes; throws a {@link ReadError} where they are no UTF-8. */
export function textOf(bytes: Buffer, path: string): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  throw new ReadError(`cannot read ${path}: line ${firstBadLine(bytes)} is not UTF-8 text`);
}

/** The number of the first line that is not UTF-8; no character of it contains a line break's byte. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const index = bytes.indexOf("\n", start);
    const end = index === -1 ? bytes.length : index;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return line;
}
