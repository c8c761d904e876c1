import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { digestOf } from "../digest.js";
import type { Difference } from "../ir/files.js";
import { filesOf, generatorOf, MANIFEST_PATH } from "../manifest.js";

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

/** Whether a folder has files of these digests, by their paths. */
export async function hasDigests(
  directory: string,
  digests: Readonly<Record<string, string>>,
): Promise<boolean> {
  const matches = await Promise.all(
    Object.entries(digests).map(async ([path, digest]) => {
      const content = await readIfThere(join(directory, path));
      return content !== undefined && digestOf(content) === digest;
    }),
  );
  return !matches.includes(false);
}

/** What has made the output in a folder; nothing where there is none. */
export async function outputGenerator(directory: string): Promise<string | undefined> {
  const manifest = await readIfThere(join(directory, MANIFEST_PATH));
  return manifest && generatorOf(manifest.toString("utf8"));
}

/** What the folder's manifest lists; nothing where there is no manifest. */
export async function listedFiles(directory: string): Promise<string[]> {
  const manifest = await readIfThere(join(directory, MANIFEST_PATH));
  return (manifest && filesOf(manifest.toString("utf8"))) ?? [];
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(() => undefined);
}
