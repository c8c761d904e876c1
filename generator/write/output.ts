import { lstatSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { makeFolder } from "./folder.js";
import type { Difference } from "./difference.js";
import { isOutputPath, manifestAmong, manifestIn, type Manifest } from "../project/manifest.js";
import { compareOutput, hasDigests, readManifest } from "./compare.js";
import { WriteError } from "./error.js";
import { withLock } from "./lock.js";
import { clearStaging, isStaged } from "./staging.js";
import { replaceFiles } from "./transaction.js";
import { entryAt, obstructed, thingOf, type KnownFolders } from "./tree.js";

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
  refuseUnusablePaths(files);
  try {
    // A folder that is up to date may well be read-only.
    if ((await compareOutput(directory, files)).length === 0 && !isStaged(directory)) return [];
    refuseLinkedFolder(directory);
    makeFolder(directory);
    return await withLock(directory, async (checkLock) => {
      clearStaging(directory);
      const manifest = readManifest(directory, manifestAmong(files.keys()));
      refuseOtherOutput(directory, manifest, files);
      const differences = await compareOutput(directory, files);
      refuseForeignFiles(directory, manifest, files, differences);
      if (differences.length > 0) await replaceFiles(directory, files, differences, checkLock);
      return differences;
    });
  } catch (error) {
    if (error instanceof WriteError) throw error;
    throw new WriteError(`cannot write to ${directory}: ${String(error)}`, { cause: error });
  }
}

/**
 * Refuses what {@link writeOutput} would refuse, and writes nothing: of several outputs, none is written
 * if one of them cannot be.
 *
 * @throws {WriteError} if a file is in the way that md2sdk did not make
 */
export async function checkOutput(
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  refuseUnusablePaths(files);
  const differences = await compareOutput(directory, files);
  if (differences.length === 0) return;
  refuseLinkedFolder(directory);
  const manifest = readManifest(directory, manifestAmong(files.keys()));
  refuseOtherOutput(directory, manifest, files);
  refuseForeignFiles(directory, manifest, files, differences);
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

/** Paths may come from a cache, and anybody can edit that. */
function refuseUnusablePaths(files: ReadonlyMap<string, string>): void {
  const spellings = new Map<string, string>();
  for (const path of files.keys()) {
    const spelling = path.normalize("NFC").toLowerCase();
    const same = spellings.get(spelling);
    spellings.set(spelling, path);
    if (isOutputPath(path) && same === undefined) continue;
    const expected = same === undefined ? "a path in the output" : `one that differs from ${same}`;
    throw new WriteError(`Unexpected file ${JSON.stringify(path)}, expected ${expected}`);
  }
}

/**
 * Refuses a link in place of the output, or of a folder between it and the working directory. The
 * folders around the working directory are the user's affair, and so is the way to another place
 * that an option or the configuration names.
 */
function refuseLinkedFolder(directory: string): void {
  const path = relative("", directory);
  const isBelow = path !== "" && !isAbsolute(path) && path.split(sep)[0] !== "..";
  const parts = isBelow ? path.split(sep) : [directory];
  for (const [index] of parts.entries()) {
    const folder = parts.slice(0, index + 1).join(sep);
    const stats = lstatSync(resolve(folder), { throwIfNoEntry: false });
    if (stats === undefined || stats.isDirectory()) continue;
    throw new WriteError(
      `Unexpected ${thingOf(stats)} ${folder}, expected a folder; choose another --out`,
    );
  }
}

/** A package does not take the place of a site, nor a site that of a package. */
function refuseOtherOutput(
  directory: string,
  { generator }: Manifest,
  files: ReadonlyMap<string, string>,
): void {
  const { generator: own } = manifestIn(files.get(manifestAmong(files.keys())) ?? "");
  if (generator === undefined || generator === own) return;
  throw new WriteError(
    `Unexpected output of \`${generator}\` in ${directory}, expected none or one of \`${own}\`; choose another --out`,
  );
}

/** A file may be replaced if the manifest lists it. */
function refuseForeignFiles(
  directory: string,
  manifest: Manifest,
  files: ReadonlyMap<string, string>,
  differences: readonly Difference[],
): void {
  const listed = new Set([...manifest.files, manifestAmong(files.keys())]);
  const folders: KnownFolders = new Map();
  for (const { path } of differences) {
    const entry = entryAt(directory, path, folders);
    if (entry.kind === "none" || (entry.kind === "file" && listed.has(path))) continue;
    const expected = "none or one that md2sdk made";
    throw obstructed(directory, entry.kind === "file" ? { path, thing: "file", expected } : entry);
  }
}
