import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "./folder.js";
import { WriteError } from "./error.js";

/**
 * Writes files into a folder, all or nothing; creates the folder if it does not exist.
 *
 * @param added texts of files that do not exist yet
 * @param replaced new texts of files that exist
 * @returns a function that restores the folder as it was
 * @throws {WriteError} if the disk refuses a file; the folder is as it was
 */
export function writeProject(
  directory: string,
  added: ReadonlyMap<string, string>,
  replaced: ReadonlyMap<string, string>,
): () => void {
  // Undo removes these paths and restores these contents, and touches nothing else.
  const made: string[] = [];
  const originals = new Map<string, Buffer>();
  const undo = () => {
    for (const [path, content] of originals) writeFileSync(path, content);
    for (const path of made.toReversed()) rmSync(path, { recursive: true, force: true });
  };
  const write = (file: string, text: string) => {
    made.push(...makeFolder(dirname(file)));
    const handle = openSync(file, "wx");
    made.push(file);
    writeFileSync(handle, text);
    closeSync(handle);
  };
  const draftOf = (path: string) => join(directory, `${path}.md2sdk`);
  try {
    for (const [path, text] of added) write(join(directory, path), text);
    for (const [path, text] of replaced) write(draftOf(path), text);
    for (const path of replaced.keys()) {
      const file = join(directory, path);
      const original = readFileSync(file);
      renameSync(draftOf(path), file);
      originals.set(file, original);
    }
    return undo;
  } catch (error) {
    undo();
    throw new WriteError(`cannot write to ${directory}: ${String(error)}`, { cause: error });
  }
}
