import { lstatSync, rmSync } from "node:fs";
import { join } from "node:path";
import { obstructed, thingOf } from "./tree.js";

/** The folder in an output where files wait, and where old ones are kept, while a run replaces them. */
export const STAGING = ".md2sdk-staging";

/** Whether a run was interrupted in a folder, or is about to replace files. */
export function isStaged(directory: string): boolean {
  return lstatSync(join(directory, STAGING), { throwIfNoEntry: false }) !== undefined;
}

/**
 * Removes what an interrupted run has left. Nothing in there is read, let alone obeyed, and links
 * are removed, not followed.
 *
 * @throws {WriteError} where the staging is not a folder: md2sdk did not make it
 */
export function clearStaging(directory: string): void {
  const folder = join(directory, STAGING);
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (!stats.isDirectory()) {
    throw obstructed(directory, { path: STAGING, thing: thingOf(stats), expected: "none" });
  }
  rmSync(folder, { recursive: true, force: true });
}
