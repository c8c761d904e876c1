import { resolve } from "node:path";
import { glob } from "tinyglobby";
import { readText } from "./text.js";

/**
 * Reads the templates of a package: a folder with a `package.json` and the files to take over.
 *
 * @returns the texts by their paths in the folder
 * @throws {ReadError} if a file cannot be read
 */
export async function readTemplates(directory: string): Promise<ReadonlyMap<string, string>> {
  const paths = await glob("**", { cwd: directory, dot: true });
  const files = await Promise.all(
    paths.toSorted().map(async (path) => [path, await readText(resolve(directory, path))] as const),
  );
  return new Map(files);
}
