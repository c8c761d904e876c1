import { stat } from "node:fs/promises";
import { relative, resolve } from "node:path";
import type { SpecFile } from "../source/spec-file.js";
import { findDocuments, type FoundDocument } from "./find.js";
import { readDecoded } from "./text.js";

/**
 * Reads the documents of a spec.
 *
 * @param patterns files, folders (all `.md` and `.markdown` files below them) or globs
 * @param directory what relative patterns and the paths of the documents are relative to
 * @throws {ReadError} if a pattern matches nothing or a file cannot be read; several as an AggregateError
 */
export async function readDocuments(
  patterns: readonly string[],
  directory: string,
): Promise<SpecFile[]> {
  return readFound(await findDocuments({ patterns, directory }), directory);
}

/** Reads documents that were found; their paths are relative to the directory. */
export async function readFound(
  found: readonly FoundDocument[],
  directory: string,
): Promise<SpecFile[]> {
  return allOf(
    found.map(async ({ path, name, unread }): Promise<SpecFile> => {
      const shown = relative(directory, path).replaceAll("\\", "/");
      if (unread !== undefined) return { path: shown, name, value: "", unread };
      return { path: shown, name, ...(await readDecoded(path, shown)) };
    }),
  );
}

/** Waits for all; if some fail, all their errors are thrown, and not only the first. */
async function allOf<Value>(promises: readonly Promise<Value>[]): Promise<Value[]> {
  const results = await Promise.allSettled(promises);
  const errors = results.flatMap((result): unknown[] =>
    result.status === "rejected" ? [result.reason] : [],
  );
  if (errors.length > 1) throw new AggregateError(errors);
  if (errors.length === 1) throw errors[0];
  return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}

/** Whether there is a file or a folder of that name. */
export async function isThere(path: string, directory: string): Promise<boolean> {
  return stat(resolve(directory, path)).then(
    () => true,
    () => false,
  );
}
