import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Difference } from "../ir/files.js";
import { filesOf } from "../manifest.js";

/**
 * Where new texts wait and old ones are kept while files are replaced. The journal is there only
 * meanwhile, and lists the files that are new.
 */
function stagingOf(directory: string) {
  const folder = join(directory, ".md2sdk-staging");
  return {
    folder,
    next: join(folder, "new"),
    old: join(folder, "old"),
    journal: join(folder, "journal.json"),
  };
}

/**
 * Replaces, adds and removes files, all or none. Everything that needs space on the disk is done
 * first; what is left are renames without a pause, which an interrupt from the keyboard cannot part.
 * Where the disk refuses one of them, all are taken back; after a kill the next run does that.
 *
 * @throws the error of the disk; the folder is as it was
 */
export function replaceFiles(
  directory: string,
  files: ReadonlyMap<string, string>,
  differences: readonly Difference[],
): void {
  try {
    stage(directory, files, differences);
    commit(directory, differences);
  } catch (error) {
    takeBack(directory);
    throw error;
  }
  for (const { path, kind } of differences) {
    if (kind === "removed") removeEmptyFolders(directory, dirname(path));
  }
  try {
    rmSync(stagingOf(directory).folder, { recursive: true, force: true });
  } catch {
    // The output is complete; the next run clears the staging away.
  }
}

/** Writes the new texts beside the old ones, and keeps the old ones under a second name. */
function stage(
  directory: string,
  files: ReadonlyMap<string, string>,
  differences: readonly Difference[],
): void {
  const { next, old, journal } = stagingOf(directory);
  for (const { path, kind } of differences) {
    if (kind !== "removed") writeInto(join(next, path), files.get(path) ?? "");
    if (kind !== "added") keep(join(directory, path), join(old, path));
    mkdirSync(dirname(join(directory, path)), { recursive: true });
  }
  const added = differences.filter(({ kind }) => kind === "added");
  // In two steps, so that a journal is whole or not there.
  writeInto(`${journal}.new`, JSON.stringify({ files: added.map(({ path }) => path) }));
  renameSync(`${journal}.new`, journal);
}

/** Puts the new texts in place; all is done once the journal is gone. */
function commit(directory: string, differences: readonly Difference[]): void {
  const { next, journal } = stagingOf(directory);
  for (const { path, kind } of differences) {
    if (kind === "removed") rmSync(join(directory, path));
    else renameSync(join(next, path), join(directory, path));
  }
  rmSync(journal);
}

/** Whether a run was interrupted here, or another is about to replace files. */
export function isStaged(directory: string): boolean {
  return existsSync(stagingOf(directory).folder);
}

/** Takes back what an interrupted run has replaced, and clears its staging away. */
export function takeBack(directory: string): void {
  const { folder, old, journal } = stagingOf(directory);
  if (existsSync(journal)) {
    for (const path of existsSync(old) ? filesBelow(old) : []) {
      renameSync(join(old, path), join(directory, path));
    }
    for (const path of filesOf(readFileSync(journal, "utf8")) ?? []) {
      rmSync(join(directory, path), { force: true });
      removeEmptyFolders(directory, dirname(path));
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function writeInto(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A second name for a file, which outlives its replacement; a copy where the disk has no such. */
function keep(file: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true });
  try {
    linkSync(file, copy);
  } catch {
    copyFileSync(file, copy);
  }
}

function removeEmptyFolders(directory: string, folder: string): void {
  for (let path = folder; path !== "."; path = dirname(path)) {
    try {
      rmdirSync(join(directory, path));
    } catch {
      return;
    }
  }
}
