import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeText, type DecodedText } from "./encoding.js";

/** A place in a text. */
interface Place {
  readonly text: string;
  readonly offset: number;
}

/** A file that was asked for is missing, unreadable or invalid. */
export class ReadError extends Error {
  override readonly name = "ReadError";
  /** The file that the error is about. */
  readonly path: string | undefined;
  /** The place in the file, if the error is about its text. */
  readonly place: Place | undefined;

  constructor(
    message: string,
    { path, place, cause }: { path?: string | undefined; place?: Place; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.path = path;
    this.place = place;
  }
}

/** Reads a file that must be UTF-8; any other text is a {@link ReadError}. */
export async function readText(path: string): Promise<string> {
  const { value, encodingError } = await readDecoded(path);
  if (encodingError === undefined) return value;
  const before = value.slice(0, encodingError.offset).split("\n");
  const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  const { encoding } = encodingError;
  const found = encoding === undefined ? "damaged UTF-8" : `probably ${encoding}`;
  throw new ReadError(`Unexpected encoding of ${path}, expected UTF-8 (${found}, at ${place})`, {
    path,
    place: { text: value, offset: encodingError.offset },
  });
}

/**
 * Reads a file, in whatever encoding it is.
 *
 * @param name of the file in messages
 */
export async function readDecoded(path: string, name = path): Promise<DecodedText> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new ReadError(`cannot read ${name}: ${causeText(cause)}`, { path: name, cause });
  });
  return decodeText(bytes);
}

/** Returns the reason of a failed system call without the path, which the message names already. */
function causeText(error: unknown): string {
  return String(error).replace(/,? (?:open|read|stat|scandir)(?: '.*')?$/s, "");
}

/** Reads files of a folder, by their names. */
export async function readTexts(
  folder: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const texts = await Promise.all(names.map((name) => readText(join(folder, name))));
  return new Map(names.map((name, index) => [name, texts[index] ?? ""]));
}
