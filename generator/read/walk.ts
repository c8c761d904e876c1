import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { ReadError } from "./text.js";

/** A file below a folder, or a link that leads to no file. */
interface WalkedFile {
  /** The path below the folder, with slashes. */
  readonly name: string;
  /** The path without links; undefined if a link leads to no file. */
  readonly realPath: string | undefined;
}

/**
 * Lists the files below a folder without hidden ones and those of `node_modules`. Links are followed
 * after everything else, and each file and folder is visited once: a loop of links ends, and a file
 * has one name.
 *
 * @throws {ReadError} if a folder cannot be read
 */
export async function walk(folder: string): Promise<WalkedFile[]> {
  const visited = new Set<string>();
  const files: WalkedFile[] = [];
  const links: string[] = [];
  const visitFolder = async (name: string): Promise<void> => {
    for (const entry of await sortedEntries(join(folder, name))) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = name === "" ? entry.name : `${name}/${entry.name}`;
      if (entry.isSymbolicLink()) links.push(path);
      else if (entry.isDirectory() || entry.isFile()) await visit(path, entry.isDirectory());
    }
  };
  const visit = async (name: string, isFolder: boolean): Promise<void> => {
    const realPath = await realpath(join(folder, name));
    if (visited.has(realPath)) return;
    visited.add(realPath);
    if (isFolder) await visitFolder(name);
    else files.push({ name, realPath });
  };
  await visit("", true);
  for (const name of links) {
    // Links of linked folders are added to the list meanwhile.
    const target = await stat(join(folder, name)).catch(() => undefined);
    if (target === undefined) files.push({ name, realPath: undefined });
    else if (target.isDirectory() || target.isFile()) await visit(name, target.isDirectory());
  }
  return files;
}

async function sortedEntries(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new ReadError(`cannot read ${folder}: ${String(error)}`, { cause: error });
  });
  return entries.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
