import { closeSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../folder.js";
import { WriteError } from "./error.js";

/**
 * Writes files into a folder, all or none; the folder is made where it is not there.
 *
 * @param added files that are not there yet
 * @param replaced files that are there
 * @throws {WriteError} where the disk refuses; the folder is as it was
 */
export function writeProject(
  directory: string,
  added: ReadonlyMap<string, string>,
  replaced: ReadonlyMap<string, string>,
): void {
  // What is taken back again, and nothing else.
  const made: string[] = [];
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
    for (const path of replaced.keys()) renameSync(draftOf(path), join(directory, path));
  } catch (error) {
    for (const path of made.toReversed()) rmSync(path, { recursive: true, force: true });
    throw new WriteError(`cannot write to ${directory}: ${String(error)}`, { cause: error });
  }
}
