import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../folder.js";
import type { Difference } from "../ir/files.js";
import { generatorOf, MANIFEST_PATH } from "../manifest.js";
import { compareOutput, hasDigests, listedFiles, outputGenerator } from "./compare.js";
import { WriteError } from "./error.js";
import { isStaged, replaceFiles, takeBack } from "./transaction.js";

/**
 * Brings a folder up to date: writes what differs, removes what md2sdk made before and makes no
 * more, and leaves everything else alone. One run at a time; the others wait.
 *
 * @returns what was changed
 * @throws {WriteError} where a file is in the way that md2sdk did not make, or the disk refuses
 */
export async function writeOutput(
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<Difference[]> {
  // A folder that is up to date may well be read-only.
  if ((await compareOutput(directory, files)).length === 0 && !isStaged(directory)) return [];
  try {
    makeFolder(directory);
    return await withLock(directory, async () => {
      takeBack(directory);
      await refuseOtherOutput(directory, files);
      const differences = await compareOutput(directory, files);
      await refuseForeignFiles(directory, differences);
      if (differences.length > 0) replaceFiles(directory, files, differences);
      return differences;
    });
  } catch (error) {
    if (error instanceof WriteError) throw error;
    throw new WriteError(`cannot write to ${directory}: ${String(error)}`, { cause: error });
  }
}

/**
 * Whether an output is as a run has left it.
 *
 * @param digests of the files that it has made, by their paths
 */
export async function isUntouched(
  directory: string,
  digests: Readonly<Record<string, string>>,
): Promise<boolean> {
  return !isStaged(directory) && hasDigests(directory, digests);
}

/** Runs alone in a folder; the lock of a run that was killed counts no more after five seconds. */
async function withLock<Result>(directory: string, run: () => Promise<Result>): Promise<Result> {
  // Most runs have nothing to write.
  const { lock } = await import("proper-lockfile");
  const unlock = await lock(directory, {
    lockfilePath: join(directory, ".md2sdk.lock"),
    stale: 5000,
    retries: { retries: 100, minTimeout: 100, maxTimeout: 100 },
  });
  try {
    return await run();
  } finally {
    await unlock();
  }
}

/** The folders that a path leads through: `a` and `a/b` for `a/b/c`. */
function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join("/"));
}

/** A package does not take the place of a site, nor a site that of a package. */
async function refuseOtherOutput(
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const there = await outputGenerator(directory);
  const own = generatorOf(files.get(MANIFEST_PATH) ?? "");
  if (there === undefined || there === own) return;
  throw new WriteError(
    `Unexpected output of \`${there}\` in ${directory}, expected none or one of \`${own}\`; choose another --out`,
  );
}

/** A file may be replaced if the manifest lists it. */
async function refuseForeignFiles(
  directory: string,
  differences: readonly Difference[],
): Promise<void> {
  const listed = new Set([...(await listedFiles(directory)), MANIFEST_PATH]);
  for (const folder of new Set(differences.flatMap(({ path }) => foldersOf(path)))) {
    const entry = await lstat(join(directory, folder)).catch(() => undefined);
    if (entry === undefined || entry.isDirectory()) continue;
    throw new WriteError(
      `Unexpected ${entry.isFile() ? "file" : "link"} ${join(directory, folder)}, expected a folder; move it away or choose another --out`,
    );
  }
  for (const { path } of differences) {
    const target = join(directory, path);
    const entry = await lstat(target).catch(() => undefined);
    if (entry === undefined || (listed.has(path) && entry.isFile())) continue;
    throw new WriteError(
      `Unexpected ${entry.isDirectory() ? "folder" : "file"} ${target}, expected none or one that md2sdk made; move it away or choose another --out`,
    );
  }
}
