import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder and those that it is in; Node's own `recursive` never ends below `/proc`.
 *
 * @returns the folders that were made, the outermost first
 * @throws the error of the disk
 */
export function makeFolder(path: string): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
  const parent = dirname(resolve(path));
  const made = parent === resolve(path) ? [] : makeFolder(parent);
  mkdirSync(path);
  return [...made, path];
}
