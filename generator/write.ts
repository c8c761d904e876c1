import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Difference } from "./ir/files.js";
import { filesOf, MANIFEST_PATH, manifestOf } from "./manifest.js";

/** The output cannot be written; what was there is as it was. */
export class WriteError extends Error {
  override readonly name = "WriteError";
}

/**
 * Compares a folder with the output that belongs there: the set of the files and their bytes.
 * Files that md2sdk did not make are not looked at.
 */
export async function compareOutput(
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<Difference[]> {
  const differences = await Promise.all(
    [...files].map(async ([path, text]): Promise<Difference | undefined> => {
      const existing = await readIfThere(join(directory, path));
      if (existing === undefined) return { path, kind: "added" };
      return existing.equals(Buffer.from(text)) ? undefined : { path, kind: "changed" };
    }),
  );
  const stale: Difference[] = [];
  for (const path of await listedFiles(directory)) {
    if (files.has(path) || (await readIfThere(join(directory, path))) === undefined) continue;
    stale.push({ path, kind: "removed" });
  }
  return [...differences.filter((difference) => difference !== undefined), ...stale];
}

/**
 * Brings a folder up to date: writes what differs, removes what md2sdk made before and makes no
 * more, and leaves everything else alone. All new texts are on the disk before the first file is
 * replaced.
 *
 * @returns what was changed
 * @throws {WriteError} where a file is in the way that md2sdk did not make, or the disk refuses
 */
export async function writeOutput(
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<Difference[]> {
  const differences = await compareOutput(directory, files);
  if (differences.length === 0) return [];
  await refuseForeignFiles(directory, differences);
  const staging = join(directory, `.md2sdk-${randomUUID()}`);
  try {
    await stage(staging, files, differences);
    await commit(directory, staging, files, differences);
  } catch (error) {
    throw new WriteError(`cannot write to ${directory}: ${String(error)}`, { cause: error });
  } finally {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
  return differences;
}

/** A file may be replaced if the manifest lists it, or if it is what would be written anyway. */
async function refuseForeignFiles(
  directory: string,
  differences: readonly Difference[],
): Promise<void> {
  const listed = new Set([...(await listedFiles(directory)), MANIFEST_PATH]);
  for (const { path } of differences) {
    const target = join(directory, path);
    const entry = await stat(target).catch(() => undefined);
    if (entry === undefined || (listed.has(path) && entry.isFile())) continue;
    throw new WriteError(
      `Unexpected ${entry.isDirectory() ? "folder" : "file"} ${target}, expected none or one that md2sdk made; move it away or choose another --out`,
    );
  }
}

async function stage(
  staging: string,
  files: ReadonlyMap<string, string>,
  differences: readonly Difference[],
): Promise<void> {
  for (const { path } of differences) {
    const text = files.get(path);
    if (text === undefined) continue;
    const target = join(staging, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  await mkdir(staging, { recursive: true });
}

/**
 * Moves the staged files to their places. Until the end the manifest lists old files and new ones:
 * after an interruption the next run still knows which are ours.
 */
async function commit(
  directory: string,
  staging: string,
  files: ReadonlyMap<string, string>,
  differences: readonly Difference[],
): Promise<void> {
  const both = new Set([...(await listedFiles(directory)), ...files.keys()]);
  const transition = join(staging, `${MANIFEST_PATH}.transition`);
  await writeFile(transition, manifestOf([...both].filter((path) => path !== MANIFEST_PATH)));
  await rename(transition, join(directory, MANIFEST_PATH));
  for (const { path, kind } of differences) {
    const target = join(directory, path);
    if (path === MANIFEST_PATH) continue;
    if (kind === "removed") {
      await rm(target, { force: true });
      await removeEmptyFolders(directory, dirname(path));
    } else {
      await mkdir(dirname(target), { recursive: true });
      await rename(join(staging, path), target);
    }
  }
  await writeFile(transition, files.get(MANIFEST_PATH) ?? "");
  await rename(transition, join(directory, MANIFEST_PATH));
}

async function removeEmptyFolders(directory: string, folder: string): Promise<void> {
  for (let path = folder; path !== "."; path = dirname(path)) {
    try {
      await rmdir(join(directory, path));
    } catch {
      return;
    }
  }
}

/** What the folder's manifest lists; nothing where there is no manifest. */
async function listedFiles(directory: string): Promise<string[]> {
  const manifest = await readIfThere(join(directory, MANIFEST_PATH));
  return (manifest && filesOf(manifest.toString("utf8"))) ?? [];
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(() => undefined);
}
