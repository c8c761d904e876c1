import { writeFile } from "node:fs/promises";
import { WriteError } from "./error.js";

/** Writes a file that a command was asked to write. */
export async function writeText(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((cause: unknown) => {
    throw new WriteError(`cannot write ${path}: ${String(cause)}`, { cause });
  });
}
