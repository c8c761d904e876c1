import { randomUUID } from "node:crypto";
import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Difference } from "./difference.js";
import { filesOf, manifestAmong } from "../project/manifest.js";
import { readManifest } from "./compare.js";
import { STAGING } from "./staging.js";
import { entryAt, folderAt, obstructed } from "./tree.js";

/** The number of files that are staged before the lock of the output may be renewed. */
const BATCH = 500;

/** A file to replace, to add or to remove. */
interface Step extends Difference {
  /** The new text; empty where the file is removed. */
  readonly text: string;
  /** The file that holds the new text until the file is replaced. */
  readonly next: string;
  /** The place of the old file from then on. */
  readonly old: string;
}

/** The functions that take back what was done, in the order in which that was done. */
type Undo = (() => void)[];

/**
 * Replaces, adds and removes files, all or none. The new texts are written first, as they need space
 * on the disk; renames without a pause follow, which an interrupt from the keyboard cannot part.
 * Where the disk refuses one of them, all are taken back.
 *
 * A run that is killed meanwhile may leave some files old and others new. The first rename replaces
 * the manifest by one that lists the files of both outputs, the last one by that of the new output.
 * So the next run knows each of these files for its own, and completes the output: there is no
 * journal that it would have to trust.
 *
 * @param checkLock throws where another run has taken over
 * @throws the error of the disk; the folder is as it was
 */
export async function replaceFiles(
  directory: string,
  files: ReadonlyMap<string, string>,
  differences: readonly Difference[],
  checkLock: () => void,
): Promise<void> {
  // The name is that of this run: a run that takes over cannot mistake its files for its own.
  const folder = join(directory, STAGING, randomUUID());
  const undo: Undo = [];
  try {
    const steps = stepsOf(directory, folder, files, differences);
    await stage(folder, steps);
    checkLock();
    for (const step of steps) apply(directory, step, undo);
  } catch (error) {
    for (const takeBack of undo.toReversed()) attempt(takeBack);
    attempt(() => removeStaged(folder));
    throw error;
  }
  for (const { path, kind } of differences) {
    if (kind === "removed") removeEmptyFolders(directory, dirname(path));
  }
  // The output is complete; the next run removes what the disk refuses to remove now.
  attempt(() => removeStaged(folder));
}

/** The steps in their order: the manifest of both outputs comes first, that of the new one last. */
function stepsOf(
  directory: string,
  folder: string,
  files: ReadonlyMap<string, string>,
  differences: readonly Difference[],
): Step[] {
  const steps = differences.map(({ path, kind }, index): Step => {
    const next = join(folder, `${index}.new`);
    return { path, kind, text: files.get(path) ?? "", next, old: join(folder, `${index}.old`) };
  });
  const place = manifestAmong(files.keys());
  const manifest = steps.find(({ path }) => path === place);
  if (manifest === undefined || manifest.kind === "removed") return steps;
  const listed = [...readManifest(directory, place).files, ...(filesOf(manifest.text) ?? [])];
  const both = { ...JSON.parse(manifest.text), files: [...new Set(listed)] };
  return [
    { ...manifest, text: JSON.stringify(both), next: join(folder, "both.new") },
    ...steps.filter((step) => step !== manifest),
    { ...manifest, kind: "changed", old: join(folder, "both.old") },
  ];
}

/** Writes the new texts beside the files that they will replace. */
async function stage(folder: string, steps: readonly Step[]): Promise<void> {
  mkdirSync(dirname(folder));
  mkdirSync(folder);
  for (const [index, { kind, next, text }] of steps.entries()) {
    if (index % BATCH === 0) await setImmediate();
    if (kind !== "removed") writeFileSync(next, text, { flag: "wx" });
  }
}

function removeStaged(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  rmdirSync(dirname(folder));
}

/** Changes one file; looks right before that whether it is still what it was. */
function apply(directory: string, { path, kind, next, old }: Step, undo: Undo): void {
  const file = join(directory, path);
  const entry = entryAt(directory, path);
  if (entry.kind === "obstacle") throw obstructed(directory, entry);
  if ((entry.kind === "none") !== (kind === "added")) {
    throw new Error(`${file} was changed by another program`);
  }
  if (kind === "removed") {
    renameSync(file, old);
    undo.push(() => renameSync(old, file));
    return;
  }
  if (kind === "changed") keepCopy(file, old);
  else makeFolders(directory, dirname(path), undo);
  renameSync(next, file);
  undo.push(() => (kind === "changed" ? renameSync(old, file) : rmSync(file)));
}

/** Gives a file a second name, which outlives its replacement; or a copy on a disk without them. */
function keepCopy(file: string, copy: string): void {
  try {
    linkSync(file, copy);
  } catch {
    copyFileSync(file, copy, constants.COPYFILE_EXCL);
  }
}

function makeFolders(directory: string, path: string, undo: Undo): void {
  const folder = folderAt(directory, path);
  if (folder.kind === "obstacle") throw obstructed(directory, folder);
  if (folder.kind === "folder") return;
  makeFolders(directory, dirname(path), undo);
  mkdirSync(join(directory, path));
  undo.push(() => rmdirSync(join(directory, path)));
}

function removeEmptyFolders(directory: string, folder: string): void {
  for (let path = folder; path !== "."; path = dirname(path)) {
    if (!attempt(() => rmdirSync(join(directory, path)))) return;
  }
}

/** Whether something was done without an error. */
function attempt(run: () => void): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}
