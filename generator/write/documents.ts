import { randomUUID } from "node:crypto";
import {
  closeSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { resolve } from "node:path";
import { WriteError } from "./error.js";

/** Whether a path leads to a regular file without a link. */
export function isPlainFile(path: string, directory: string): boolean {
  const file = resolve(realpathSync(directory), path);
  const isFile = lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  return isFile && realpathSync(file) === file;
}

/**
 * Replaces the text of a document at once.
 *
 * @param before the text that the file must still have
 * @throws {WriteError} if the file has changed, or the disk refuses
 */
export function replaceDocument(
  path: string,
  {
    before,
    after,
    directory,
  }: { readonly before: string; readonly after: string; readonly directory: string },
): void {
  const file = resolve(directory, path);
  const draft = `${file}.${randomUUID()}.md2sdk`;
  try {
    const { mode } = lstatSync(file);
    const handle = openSync(draft, "wx", mode & 0o777);
    try {
      writeFileSync(handle, after);
    } finally {
      closeSync(handle);
    }
    const isSame = isPlainFile(path, directory) && readFileSync(file, "utf8") === before;
    if (!isSame) throw new Error("the file has changed meanwhile");
    renameSync(draft, file);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw new WriteError(`cannot write ${path}: ${String(cause)}`, { cause });
  }
}
