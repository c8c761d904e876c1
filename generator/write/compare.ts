import { digestOf } from "../read/digest.js";
import type { Difference } from "./difference.js";
import {
  isOutputPath,
  MANIFEST_PATH,
  manifestAmong,
  manifestIn,
  type Manifest,
} from "../project/manifest.js";
import { entryAt, readOutputFile, type Entry, type KnownFolders } from "./tree.js";

/** A manifest of some 500,000 files; a larger file is not a manifest. */
const MANIFEST_LIMIT = 64 * 1024 * 1024;

/**
 * Compares a folder with the output that belongs there: the set of the files and their bytes.
 * Files that md2sdk did not make are not looked at, and no link is followed.
 */
export async function compareOutput(
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<Difference[]> {
  const folders: KnownFolders = new Map();
  const differences: Difference[] = [];
  // On a disk that ignores case, `A.ts` of the manifest may be `a.ts` of the output.
  const present = new Set<string>();
  for (const [path, text] of files) {
    const entry = entryAt(directory, path, folders);
    if (entry.kind === "file") present.add(identityOf(entry));
    if (entry.kind === "none") differences.push({ path, kind: "added" });
    else if (!hasText(directory, entry, text)) differences.push({ path, kind: "changed" });
  }
  for (const path of readManifest(directory, manifestAmong(files.keys())).files) {
    if (files.has(path)) continue;
    const entry = entryAt(directory, path, folders);
    if (entry.kind !== "file" || present.has(identityOf(entry))) continue;
    differences.push({ path, kind: "removed" });
  }
  return differences;
}

/** Whether a folder has files of these digests, by their paths. */
export async function hasDigests(
  directory: string,
  digests: Readonly<Record<string, string>>,
): Promise<boolean> {
  const folders: KnownFolders = new Map();
  return Object.entries(digests).every(([path, digest]) => {
    const entry = isOutputPath(path) ? entryAt(directory, path, folders) : undefined;
    const content = entry?.kind === "file" ? readOutputFile(directory, entry) : undefined;
    return content !== undefined && digestOf(content) === digest;
  });
}

/** Reads the manifest of an output; a missing one lists nothing. */
export function readManifest(directory: string, path: string = MANIFEST_PATH): Manifest {
  const entry = entryAt(directory, path);
  if (entry.kind !== "file" || entry.stats.size > MANIFEST_LIMIT) return { files: [] };
  return manifestIn(readOutputFile(directory, entry)?.toString("utf8") ?? "");
}

function hasText(directory: string, entry: Entry, text: string): boolean {
  if (entry.kind !== "file" || entry.stats.size !== Buffer.byteLength(text)) return false;
  return readOutputFile(directory, entry)?.equals(Buffer.from(text)) === true;
}

function identityOf({ stats: { dev, ino } }: Extract<Entry, { kind: "file" }>): string {
  return `${dev}:${ino}`;
}
