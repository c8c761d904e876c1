import { stat } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { glob } from "tinyglobby";
import type { SpecFile } from "../ir/files.js";
import { readDecoded, ReadError } from "./text.js";

/**
 * Reads the documents of a spec.
 *
 * @param patterns files, folders (all `.md` below them) or globs
 * @param directory what relative patterns and the paths of the documents are relative to
 * @param made files of an output, which are no documents even where they stand among them
 * @throws {ReadError} if a pattern matches nothing or a file cannot be read; several as an AggregateError
 */
export async function readDocuments(
  patterns: readonly string[],
  directory: string,
  made: readonly string[] = [],
): Promise<SpecFile[]> {
  const found = await Promise.all(patterns.map((pattern) => pathsOf(pattern, directory)));
  const own = new Set(made.map((path) => resolve(directory, path)));
  const paths = [...new Set(found.flat())].filter((path) => !own.has(resolve(path)));
  return allOf(
    paths.map(async (path): Promise<SpecFile> => {
      const name = relative(directory, path).replaceAll("\\", "/");
      return { path: name, ...(await readDecoded(path, name)) };
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

async function pathsOf(pattern: string, directory: string): Promise<string[]> {
  const path = resolve(directory, pattern);
  const entry = await stat(path).catch(() => undefined);
  if (entry?.isFile()) return [path];
  const cwd = entry?.isDirectory() ? path : directory;
  const options = { cwd, absolute: true, caseSensitiveMatch: false };
  const paths = await glob(entry?.isDirectory() ? "**/*.md" : pattern, options);
  if (paths.length > 0) return paths;
  const found = entry?.isDirectory()
    ? `folder ${pattern} without documents`
    : `spec ${pattern}, which is not there`;
  throw new ReadError(`Unexpected ${found}, expected a file, a folder or a glob of .md files`);
}
