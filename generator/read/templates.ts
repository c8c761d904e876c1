import { resolve } from "node:path";
import { glob } from "tinyglobby";
import type { Templates } from "../model/files.js";
import { ReadError, readText } from "./text.js";

/**
 * Reads the templates of a package: a folder with a `package.json` and the files to take over.
 *
 * @throws {ReadError} where there is no such folder, or its `package.json` has no name
 */
export async function readTemplates(directory: string): Promise<Templates> {
  const paths = await glob("**", {
    cwd: directory,
    dot: true,
    ignore: ["package.json", "docs/**", "init/**"],
  });
  const files = await Promise.all(
    paths.toSorted().map(async (path) => [path, await readText(resolve(directory, path))] as const),
  );
  return { package: await readPackage(directory), files: new Map(files) };
}

async function readPackage(directory: string): Promise<Templates["package"]> {
  const path = resolve(directory, "package.json");
  const value: unknown = JSON.parse(await readText(path));
  if (typeof value === "object" && value !== null && "name" in value) {
    const { name } = value;
    if (typeof name === "string") return { ...value, name };
  }
  throw new ReadError(`Unexpected ${path} without a name, expected the name of the package`);
}
